import { choicesOf } from '../../contracts/choices.ts'
import { labelsByName, type Slot, slotsOf } from '../../contracts/slot.ts'
import { certainDate } from '../../language/certain-date.ts'
import { fold } from '../../language/fold.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { listed } from '../../messages/suggest.ts'
import type { FormDefinition } from '../../model/form.ts'

/** What people write where a box is to be ticked, and where not. */
const YES = new Set(['yes', 'y', 'x', 'true', '1', 'on', 'ticked', '✓', '✔', '☒', '☑'])
const NO = new Set(['no', 'n', 'false', '0', 'off', '-', '☐'])

/** The answers of one row, by the names of the fields of the PDF and of links alike. */
export interface RowValues {
  readonly values: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
}

/** What the cells of a row put into the fields that they are for; empty ones leave them empty. */
export function valuesOf(
  form: FormDefinition,
  names: readonly (string | undefined)[],
  cells: readonly (string | number | null)[],
): RowValues {
  const places = Map.groupBy(slotsOf(form.fields), ({ name }) => name)
  const values = new Map<string, string>()
  const findings: Finding[] = []
  for (const [index, name] of names.entries()) {
    const cell = cells[index] ?? null
    if (name === undefined || cell === null) continue
    const text = typeof cell === 'number' ? numberText(cell, form.locale) : cell
    for (const [field, part] of partsOf(form, name, text)) {
      const stored = storedAs(form, field, places.get(field) ?? [], part)
      if (typeof stored === 'string') values.set(field, stored)
      else if (stored) findings.push({ ...stored, field, column: index + 1 })
    }
  }
  return { values, findings }
}

/** A question that takes several options has a box for each of them; what is none of them stays with the question. */
function partsOf({ fields }: FormDefinition, name: string, text: string): [string, string][] {
  const boxes = boxesOf(fields, name)
  if (boxes.length === 0) return [[name, text]]
  return text
    .split(/[;|\n]/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const box = boxes.find(({ option }) => option && isCalled([option.value, option.label], part))
      return box ? [box.name, 'yes'] : [name, part]
    })
}

function boxesOf(fields: FormDefinition['fields'], name: string): Slot[] {
  const field = fields.find((one) => one.name === name)
  return field?.type === 'checks' ? slotsOf([field]).filter(({ option }) => option) : []
}

function storedAs(
  { fields, locale }: FormDefinition,
  name: string,
  slots: readonly Slot[],
  text: string,
): string | Finding | undefined {
  const [slot] = slots
  if (slot?.control === 'text') return slot.field.type === 'date' ? certainDate(text, locale) : text
  const choices = choicesOf(slots)
  const meant = choices.find(({ stored, value, label }) => isCalled([stored, value, label], text))
  if (meant) return meant.stored
  if (slot?.control === 'checkbox') {
    if (NO.has(fold(text))) return undefined
    if (YES.has(fold(text))) return slot.state ?? ''
    return finding('value-option', `\`${text}\` is neither \`yes\` nor \`no\``)
  }
  const options = [...choices, ...boxesOf(fields, name).flatMap(({ option }) => option ?? [])]
  const question =
    fields.find((one) => one.name === name)?.label ?? labelsByName(fields).get(name) ?? name
  return finding(
    'value-option',
    `\`${text}\` is none of the options of “${question}”, which are ${listed(options.map(({ label }) => label))}`,
  )
}

function isCalled(names: readonly string[], text: string): boolean {
  return names.some((name) => fold(name) === fold(text))
}

function numberText(number: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 10 })
  return format.format(number)
}
