import { ratingOptions, visibleOptions } from '../../src/contracts/slot.ts'
import type { ColumnField, Field } from '../../src/model/field.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { RecordValue } from '../../src/model/record.ts'
import type { Entry } from '../fillers/filler.ts'

type Values = { [name: string]: RecordValue }

/** The values that a record must have after the entries were filled in; written apart from the reader on purpose. */
export function expectedValues(form: FormDefinition, entries: readonly Entry[]): Values {
  const filled = new Map(entries.map((entry) => [entry.name, entry]))
  const values: Values = {}
  for (const field of form.fields) {
    if (field.type === 'signature') continue
    if (field.type === 'rows') put(values, field.name, rowsOf(field, filled))
    else putField(values, field, field.name, filled)
  }
  return values
}

function rowsOf(
  rows: Extract<Field, { type: 'rows' }>,
  filled: ReadonlyMap<string, Entry>,
): RecordValue[] {
  return Array.from({ length: rows.min }, (_, index) => {
    const row: Values = {}
    for (const column of rows.columns)
      putField(row, column, `${rows.name}.${index + 1}.${column.name}`, filled)
    return row
  })
}

function putField(
  values: Values,
  field: Exclude<Field, { type: 'rows' | 'signature' }> | ColumnField,
  pdfName: string,
  filled: ReadonlyMap<string, Entry>,
): void {
  put(values, field.name, valueFor(field, pdfName, filled))
  if (!('other' in field) || field.other === undefined) return
  const said = filled.get(field.other)
  put(values, field.other, said?.kind === 'text' ? said.value : null)
}

function valueFor(
  field: Exclude<Field, { type: 'rows' | 'signature' }> | ColumnField,
  pdfName: string,
  filled: ReadonlyMap<string, Entry>,
): RecordValue {
  if (field.type === 'checks')
    return visibleOptions(field)
      .filter(({ state }) => isOn(filled.get(`${pdfName}.${state}`)))
      .map(({ value }) => value)
  const entry = filled.get(pdfName)
  switch (entry?.kind) {
    case undefined:
      return null
    case 'checkbox':
      return entry.on
    case 'radio': {
      if (field.type === 'rating')
        return Number(ratingOptions(field).find(({ state }) => state === entry.state)?.value)
      if (field.type !== 'choice' && field.type !== 'select')
        throw new Error(`${pdfName} has no radio buttons`)
      return visibleOptions(field).find(({ state }) => state === entry.state)?.value ?? null
    }
    case 'dropdown': {
      if (field.type !== 'select') throw new Error(`${pdfName} has no list`)
      return visibleOptions(field).find(({ label }) => label === entry.value)?.value ?? null
    }
    case 'text':
      return field.type === 'number' ? Number(entry.value) : entry.value
  }
}

function isOn(entry: Entry | undefined): boolean {
  return entry?.kind === 'checkbox' && entry.on
}

function put(values: Values, name: string, value: RecordValue): void {
  const parts = name.split('.')
  const last = parts.pop() ?? name
  let place = values
  for (const part of parts) {
    place[part] ??= {}
    place = place[part] as Values
  }
  place[last] = value
}
