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
  const { number, ambiguous, unasked } = reading
  return readAs(number, text, [
    ...(ambiguous ? [twoReadings(text, number)] : []),
    ...(unasked === undefined ? [] : [signFound(text, number, unasked)]),
    ...numberFaults(number, question),
  ])
}

function notANumber(text: string, { min, unit }: FieldOf<'number'>): Fault {
  const example = `${min ?? 12}${unit ? ` (in ${unit})` : ''}`
  return {
    rule: 'value-type',
    says: `must be a number, like ${example}, and it says ${quoted(text)}`,
  }
}

function signFound(text: string, number: number, sign: string): Fault {
  const says = `says ${quoted(text)} with a sign ${quoted(sign)} that the form does not ask for; it was read as ${number}, so check what is meant`
  return { rule: 'value-uncertain', says }
}

function twoReadings(text: string, number: number): Fault {
  return { rule: 'value-ambiguous', says: `says ${quoted(text)}, which was read as ${number}` }
}
