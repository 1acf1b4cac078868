import { readNumber } from '../../../language/number.ts'
import type { FieldOf } from '../../../model/field.ts'
import { numberFaults } from '../limits.ts'
import type { Fault, Voice } from '../voice.ts'
import { twoReadings } from './date.ts'
import { type Reading, readAs, unreadable } from './reading.ts'

/** Reads a text as a number in the way of the locale. */
export function readNumberText(
  text: string,
  question: FieldOf<'number'>,
  { locale, voice }: { readonly locale: string; readonly voice: Voice },
): Reading {
  const { unit, label } = question
  const reading = readNumber(text, { locale, unit, label })
  if (!reading) return unreadable(text, notANumber(text, question, voice))
  const { number, ambiguous, unasked } = reading
  const said = { text: voice.quoted(text), value: voice.number(number) }
  return readAs(number, text, [
    ...(ambiguous ? [twoReadings(said)] : []),
    ...(unasked === undefined ? [] : [signFound({ ...said, sign: voice.quoted(unasked) })]),
    ...numberFaults(number, question, voice),
  ])
}

function notANumber(text: string, { min, unit }: FieldOf<'number'>, voice: Voice): Fault {
  const example = voice.number(min ?? 12)
  return {
    rule: 'value-type',
    says: '{question} must be a number, like {example}, and it says {text}',
    values: {
      example: unit ? `${example} (${voice.say('in {unit}', { unit })})` : example,
      text: voice.quoted(text),
    },
  }
}

function signFound(values: Readonly<Record<'text' | 'value' | 'sign', string>>): Fault {
  return {
    rule: 'value-uncertain',
    says: '{question} says {text} with a sign {sign} that the form does not ask for; it was read as {value}, so check what is meant',
    values,
  }
}
