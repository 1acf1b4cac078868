import { OTHER, slotsOf } from '../contracts/slot.ts'
import { validate } from '../forms/validate/index.ts'
import { dateInWords } from '../language/date.ts'
import { localDay } from '../language/local-day.ts'
import { readDate } from '../language/read-date.ts'
import type { Extraction, RawSignature } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { DraftRecord } from '../model/record.ts'
import type { FieldValue } from '../pdf/fill/index.ts'
import type { Control } from './controls.ts'

/** What is filled in, by the names of the fields of the PDF; fields with nothing in them are left out. */
export type FormValues = ReadonlyMap<string, FieldValue>

/** Reads what is filled in; a text beside "Other" counts only where that is chosen. */
export function valuesIn(controls: ReadonlyMap<string, Control>): FormValues {
  const values = new Map<string, FieldValue>()
  for (const [name, control] of controls) {
    const value = control.read()
    if (value !== '' && !(isBesideOther(control) && !isOtherChosen(control, controls)))
      values.set(name, value)
  }
  return values
}

/** Whether a control takes the text beside "Other". */
export function isBesideOther({ name, slot: { field, control } }: Control): boolean {
  return control === 'text' && 'other' in field && field.other === name
}

/** Whether "Other" is chosen in the question that a text belongs to. */
export function isOtherChosen(
  { slot: { field } }: Control,
  controls: ReadonlyMap<string, Control>,
): boolean {
  const stored = (name: string): FieldValue => controls.get(name)?.read() ?? ''
  if (field.type === 'checks') return stored(`${field.name}.${OTHER.state}`) === OTHER.state
  return [OTHER.state, OTHER.label].includes(String(stored(field.name)))
}

/** What the import will say of these values: the very code checks them, what is private as well. */
export function checked(
  { private: _, ...form }: FormDefinition,
  values: FormValues,
): DraftRecord['messages'] {
  const extraction: Extraction = {
    status: 'read',
    form,
    trust: 'local',
    method: 'page',
    values: new Map(
      slotsOf(form.fields).map(({ name }) => {
        const value = values.get(name)
        return [name, { texts: typeof value === 'string' ? [value] : [], confidence: 1 }]
      }),
    ),
    extra: new Map(),
    signatures: form.fields.flatMap(({ type, name: field }): RawSignature[] => {
      const value = type === 'signature' ? values.get(field) : undefined
      if (value === undefined) return []
      return [
        typeof value === 'string' ? { field, kind: 'typed', by: value } : { field, kind: 'drawn' },
      ]
    }),
    remarks: [],
    missingPages: [],
    damaged: new Set(),
    doubtful: new Set(),
    added: [],
    messages: [],
  }
  const { messages } = validate(extraction, undefined, { today: localDay(new Date()) })
  return messages.map((one) =>
    one.rule === 'form-blank' ? { ...one, message: 'Nothing is filled in yet' } : one,
  )
}

/**
 * A date as it can be read in one way only: `3 April 2027`, or ISO 8601 where the language of the form has other names. A text
 * that is none, or not for certain, stays as it was typed.
 */
export function plainDate(text: string, locale: string): string {
  const reading = readDate(text.trim(), locale)
  if (!reading || reading.isOtherOrder || reading.wrongWeekday || reading.isMisspelt) return text
  const { date } = reading
  const words = dateInWords(date)
  const again = readDate(words, locale)
  return again?.date === date && !again.ambiguous && locale.startsWith('en') ? words : date
}
