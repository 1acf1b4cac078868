import anyAscii from 'any-ascii'
import type { AdoptedQuestion } from '../../contracts/adopted-form.ts'
import { typeOf } from '../../language/asked-type.ts'
import { slug } from '../../language/slug.ts'
import type { DescribedField, DescribedOption } from '../../model/described-form.ts'

const MOST_WORDS = 4
const LINE_HEIGHT = 14
/** Words that tell no question from another. */
const FILLERS =
  /^(?:a|an|the|of|your|you|please|to|is|are|do|does|did|i|have|has|my|in|on|for|and|or|with|it|this|that|be|we|us|our|as|if|at|by)$/

/** Makes a question of each field that people fill in. */
export function questionsOf(fields: readonly DescribedField[]): AdoptedQuestion[] {
  const names = new Set<string>()
  return fields.filter(isAsked).map((field): AdoptedQuestion => {
    const name = nameFor(field.label, names)
    names.add(name)
    const { label, required, page, maxLength } = field
    const type = typeFor(field)
    return {
      name,
      label,
      type,
      ...(required && { required }),
      ...(maxLength !== undefined && (type === 'text' || type === 'multiline') && { maxLength }),
      ...(type === 'multiline' && { lines: linesOf(field) }),
      ...(field.options && { options: optionsOf(field.options) }),
      field: field.name,
      ...(page !== undefined && { page }),
    }
  })
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
function typeFor({ type, label, multiline, format }: DescribedField): string {
  if (type !== 'text')
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
