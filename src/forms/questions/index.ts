import anyAscii from 'any-ascii'
import type { AdoptedQuestion } from '../../contracts/adopted-form.ts'
import { typeOf } from '../../language/asked-type.ts'
import { excludeEachOther } from '../../language/exclusive-answers.ts'
import { slug } from '../../language/slug.ts'
import type {
  DescribedField,
  DescribedForm,
  DescribedGroup,
  DescribedOption,
} from '../../model/described-form.ts'

const MOST_WORDS = 4
const LINE_HEIGHT = 14
/** Words that tell no question from another. */
const FILLERS =
  /^(?:a|an|the|of|your|you|please|to|is|are|do|does|did|i|have|has|my|in|on|for|and|or|with|it|this|that|be|we|us|our|as|if|at|by)$/

/** Makes a question of each field that people fill in, and one of those that belong together. */
export function questionsOf({
  fields,
  groups,
}: Pick<DescribedForm, 'fields' | 'groups'>): AdoptedQuestion[] {
  const names = new Set<string>()
  const grouped = new Map(groups.flatMap((group) => membersOf(group).map((name) => [name, group])))
  const asked = new Set<DescribedGroup>()
  return fields.filter(isAsked).flatMap((field): AdoptedQuestion[] => {
    const group = grouped.get(field.name)
    if (group && asked.has(group)) return []
    if (group) asked.add(group)
    const name = nameFor(group?.label ?? field.label, names)
    names.add(name)
    if (!group) return [questionOf(field, name)]
    const { page } = field
    const own = group.kind === 'answers' ? answersOf(group) : tableOf(group, fields)
    return [{ name, label: group.label, ...own, ...(page !== undefined && { page }) }]
  })
}

export function membersOf(group: DescribedGroup): string[] {
  return group.kind === 'answers' ? group.answers.map(({ field }) => field) : group.rows.flat()
}

function questionOf(field: DescribedField, name: string): AdoptedQuestion {
  const { label, required, page, maxLength } = field
  const type = typeFor(field)
  return {
    name,
    label,
    type,
    ...(required && { required }),
    ...(maxLength !== undefined && (type === 'text' || type === 'multiline') && { maxLength }),
    ...(type === 'multiline' && { lines: linesOf(field) }),
    ...(field.options && !field.editable && { options: optionsOf(field.options) }),
    field: field.name,
    ...(page !== undefined && { page }),
  }
}

function answersOf({
  label,
  answers,
}: Extract<DescribedGroup, { kind: 'answers' }>): Pick<AdoptedQuestion, 'type' | 'options'> {
  const labels = answers.map((answer) => answer.label)
  const options = optionsOf(labels.map((answer) => ({ value: answer, label: answer })))
  return {
    type: excludeEachOther(label, labels) ? 'choice' : 'checks',
    options: options.map((option, index) => ({ ...option, field: answers[index]?.field ?? '' })),
  }
}

function tableOf(
  { columns, rows }: Extract<DescribedGroup, { kind: 'table' }>,
  fields: readonly DescribedField[],
): Pick<AdoptedQuestion, 'type' | 'columns' | 'cells'> {
  const names = new Set<string>()
  const [top = []] = rows
  return {
    type: 'rows',
    columns: columns.map((label, index) => {
      const field = fields.find(({ name }) => name === top[index])
      const name = nameFor(label, names)
      names.add(name)
      return { name, label, type: field ? typeFor({ ...field, label }) : 'text' }
    }),
    cells: rows.map((row) => [...row]),
  }
}

function isAsked({ type, readOnly, page }: DescribedField): boolean {
  return type !== 'button' && !readOnly && page !== undefined
}

/** A name of a few words of the label, such as `nameOfBorrower`. */
function nameFor(label: string, taken: ReadonlySet<string>): string {
  const words =
    anyAscii(label)
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? []
  const telling = words.filter((word) => !FILLERS.test(word))
  const [first = 'answer', ...others] = (telling.length > 0 ? telling : words).slice(0, MOST_WORDS)
  const joined = [
    first,
    ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)),
  ].join('')
  const name =
    /^[a-z]/.test(joined) && !/^(?:constructor|prototype)$/.test(joined) ? joined : `q${joined}`
  let free = name
  for (let count = 2; taken.has(free); count++) free = `${name}${count}`
  return free
}

/** What the label and the file say that is asked. */
function typeFor({ type, label, multiline, format, several, editable }: DescribedField): string {
  if (several) return 'checks'
  if (type !== 'text' && !editable)
    return (
      { checkbox: 'checkbox', radio: 'choice', list: 'select', signature: 'signature' }[
        type as string
      ] ?? 'text'
    )
  if (format) return format
  if (multiline) return 'multiline'
  const asked = typeOf(label)
  return asked === 'date' || asked === 'number' || asked === 'email' ? asked : 'text'
}

function linesOf({ box: [, bottom = 0, , top = 0] = [] }: DescribedField): number {
  return Math.min(40, Math.max(1, Math.round((top - bottom) / LINE_HEIGHT)))
}

function optionsOf(options: readonly DescribedOption[]): NonNullable<AdoptedQuestion['options']> {
  const values = new Set<string>()
  return options.map(({ value: stored, label }, index) => {
    const wanted = slug(label, `option-${index + 1}`)
    const value = values.has(wanted) ? `${wanted}-${index + 1}` : wanted
    values.add(value)
    return { value, label, stored }
  })
}
