import { sealDefinition } from '../../src/contracts/definition.ts'
import { slotsOf } from '../../src/contracts/slot.ts'
import type { Extraction, RawSignature, RawValue } from '../../src/model/extraction.ts'
import type { Field } from '../../src/model/field.ts'
import type { FormDefinition } from '../../src/model/form.ts'

/** A form of the fields, with its hashes. */
export function formOf(
  fields: readonly Field[],
  more: Partial<Omit<FormDefinition, 'fields' | 'questions' | 'hash'>> = {},
): FormDefinition {
  return sealDefinition({
    format: 1,
    id: 'test-form',
    version: '1.0.0',
    title: 'Test form',
    organisation: 'Blue Gum Tea Rooms',
    locale: 'en-AU',
    recordKey: [],
    rules: [],
    fields: [...fields],
    pages: 1,
    widgets: [],
    ...more,
  })
}

/** A text, several, a text that is not certain, or a field that is gone from the file. */
export type Held = string | readonly string[] | RawValue | undefined

/** What was read from a completed form; places that are not named are blank. */
export function filled(
  form: FormDefinition,
  held: Readonly<Record<string, Held>> = {},
  more: Partial<Extraction> = {},
): Extraction {
  const values = new Map<string, RawValue>()
  for (const { name, control } of slotsOf(form.fields))
    if (control !== 'signature') values.set(name, { texts: [], confidence: 1 })
  for (const [name, value] of Object.entries(held)) {
    if (value === undefined) values.delete(name)
    else values.set(name, toRaw(value))
  }
  return {
    status: 'read',
    form,
    trust: 'local',
    method: 'fields',
    values,
    extra: new Map(),
    signatures: [],
    remarks: [],
    missingPages: [],
    damaged: new Set(),
    doubtful: new Set(),
    messages: [],
    added: [],
    ...more,
  }
}

/** A typed signature. */
export function typed(field: string, by: string): RawSignature {
  return { field, kind: 'typed', by }
}

function toRaw(value: Exclude<Held, undefined>): RawValue {
  if (typeof value === 'string') return { texts: [value], confidence: 1 }
  return 'texts' in value ? value : { texts: value, confidence: 1 }
}

const option = (value: string, label: string) => ({
  value,
  label,
  state: value.toLowerCase(),
})

/** One field of each type, in the manner of the mentoring contract. */
export const everyField: Field[] = [
  { type: 'text', name: 'mentee.name', label: 'Mentee’s full name', required: true },
  { type: 'email', name: 'mentee.email', label: 'E-mail address', required: false },
  {
    type: 'multiline',
    name: 'aims',
    label: 'What do you hope for?',
    required: false,
    lines: 4,
    maxLength: 20,
  },
  {
    type: 'number',
    name: 'meetings.length',
    label: 'Length of each meeting',
    required: false,
    min: 15,
    max: 240,
    decimals: 0,
    unit: 'minutes',
  },
  { type: 'date', name: 'start', label: 'Start date', required: false, min: '2020-01-01' },
  { type: 'date', name: 'end', label: 'End date', required: false },
  {
    type: 'choice',
    name: 'often',
    label: 'How often will you meet?',
    required: false,
    options: [option('weekly', 'Every week'), option('monthly', 'Every month')],
    other: 'oftenOther',
  },
  {
    type: 'select',
    name: 'quarter',
    label: 'Quarter',
    required: false,
    options: [option('first', 'January to March'), option('second', 'April to June')],
  },
  {
    type: 'checks',
    name: 'flags',
    label: 'What applies',
    required: false,
    options: [option('conflict', 'A conflict'), option('time', 'Little time')],
    other: 'flagsOther',
  },
  { type: 'checkbox', name: 'agreed', label: 'I agree to the rules.', required: false },
  {
    type: 'rating',
    name: 'score',
    label: 'Satisfaction',
    required: false,
    max: 5,
    low: 'poor',
    high: 'very good',
  },
  {
    type: 'text',
    name: 'code',
    label: 'Staff number',
    required: false,
    pattern: '[A-Z]{2}\\d{4}',
    hint: 'two letters and four digits',
  },
  {
    type: 'rows',
    name: 'actions',
    label: 'Action plan',
    required: false,
    min: 3,
    columns: [
      { type: 'multiline', name: 'objective', label: 'Objective', required: true, lines: 2 },
      { type: 'date', name: 'due', label: 'By when', required: false },
      { type: 'checkbox', name: 'done', label: 'Done', required: false },
    ],
  },
  { type: 'signature', name: 'mentee.signature', label: 'Mentee’s signature', required: false },
]
