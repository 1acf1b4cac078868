import { readNumber } from '../../../language/number.ts'
import { quoted } from '../../../messages/quoted.ts'
import type { FieldOf } from '../../../model/field.ts'
import { type Fault, numberFaults } from '../limits.ts'
import { type Reading, readAs, unreadable } from './reading.ts'

/** Reads a text as a number in the way of the locale. */
export function readNumberText(text: string, question: FieldOf<'number'>, locale: string): Reading {
  const { unit, label } = question
  const reading = readNumber(text, { locale, unit, label })
  if (!reading) return unreadable(text, notANumber(text, question))
  const { number, ambiguous } = reading
  const faults = numberFaults(number, question)
  return readAs(number, text, ambiguous ? [twoReadings(text, number), ...faults] : faults)
}

function notANumber(text: string, { min, unit }: FieldOf<'number'>): Fault {
  const example = `${min ?? 12}${unit ? ` (in ${unit})` : ''}`
  return {
    rule: 'value-type',
    says: `must be a number, like ${example}, and it says ${quoted(text)}`,
  }
}

function twoReadings(text: string, number: number): Fault {
  return { rule: 'value-ambiguous', says: `says ${quoted(text)}, which was read as ${number}` }
}
