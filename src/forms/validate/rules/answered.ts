import { type Values, valueAt } from '../../../contracts/nested-values.ts'
import { TODAY, visibleOptions } from '../../../contracts/slot.ts'
import { withUnit } from '../../../language/number.ts'
import type { ColumnField, Field } from '../../../model/field.ts'
import type { RecordValue } from '../../../model/record.ts'
import type { Voice } from '../voice.ts'

/** What a rule between the answers is checked against. */
export interface Answered {
  readonly fields: readonly Field[]
  readonly values: Values
  /** Names of the signature fields that are signed. */
  readonly signed: ReadonlySet<string>
  readonly locale: string
  /** The day of the import, ISO 8601; absent where nobody says. */
  readonly today?: string | undefined
  /** Days on which nobody works, beside weekends, ISO 8601. */
  readonly holidays: readonly string[]
  readonly voice: Voice
}

/** What is to be said where a rule does not hold. */
export interface Broken {
  /** Where to correct it. */
  readonly field: string
  readonly rule: 'value-rule' | 'value-required'
  readonly says: string
  /** It may hold all the same. */
  readonly isUncertain?: boolean
}

/** An answer, or the day of the import, and what to call it. */
export interface Operand {
  readonly value: RecordValue | undefined
  readonly called: string
  /** It is no answer that could be wrong. */
  readonly isGiven?: true
}

/** The answer under a name; `today` is the day of the import unless a field is called so. */
export function operand(name: string, { fields, values, today, voice }: Answered): Operand {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field && name === TODAY && today !== undefined)
    return {
      value: today,
      called: voice.say('today ({day})', { day: voice.day(today) }),
      isGiven: true,
    }
  const value = valueAt(values, name)
  return {
    value,
    called: `${voice.subject(field?.label ?? name)} (${said(value, voice, field)})`,
  }
}

export function labelOf(name: string, fields: readonly Field[]): string {
  return fields.find((field) => field.name === name)?.label ?? name
}

/** An answer as people know it: a day in words, a number with its unit, an option by its label. */
function said(value: RecordValue | undefined, voice: Voice, field?: Field | ColumnField): string {
  if (value === true) return voice.say('ticked')
  if (value === false) return voice.say('not ticked')
  if (Array.isArray(value)) return value.map((one) => said(one, voice, field)).join(', ')
  if (field?.type === 'date' && typeof value === 'string') return voice.day(value)
  if (field?.type === 'number' && typeof value === 'number') {
    const written = voice.number(value)
    return field.unit === undefined ? written : withUnit(written, field.unit)
  }
  const options = field && 'options' in field ? visibleOptions(field) : []
  return options.find((option) => option.value === value)?.label ?? String(value)
}

/** The same in a sentence; what people wrote or chose in quotes. */
export function saidOf(
  value: RecordValue | undefined,
  voice: Voice,
  field?: Field | ColumnField,
): string {
  const words = said(value, voice, field)
  return typeof value === 'boolean' || typeof value === 'number' || field?.type === 'date'
    ? words
    : voice.quoted(words)
}

/** What to do about it, after the sentence; `isGiven` where only one answer can be wrong. */
export function remedy({ say }: Voice, warn: boolean | undefined, isGiven?: boolean): string {
  if (warn) return say('make sure that this is right')
  return say(isGiven ? 'ask for the right date' : 'find out which is right')
}
