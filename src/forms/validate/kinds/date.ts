import { calendarOf } from '../../../language/calendar.ts'
import { dateHint } from '../../../language/date.ts'
import { readDate } from '../../../language/read-date.ts'
import type { FieldOf } from '../../../model/field.ts'
import { dateFaults } from '../limits.ts'
import { doubtful, type Fault, type Voice } from '../voice.ts'
import { type Reading, readAs, unreadable } from './reading.ts'

/** Reads a text as a date in the way of the locale. */
export function readDateText(
  text: string,
  question: FieldOf<'date'>,
  {
    locale,
    today,
    voice,
  }: { readonly locale: string; readonly today?: string | undefined; readonly voice: Voice },
): Reading {
  const reading = readDate(text, locale)
  if (!reading) return unreadable(text, notADate(text, locale, voice))
  const { date, ambiguous, isOtherOrder, wrongWeekday, isMisspelt } = reading
  const said = { text: voice.quoted(text), value: voice.day(date) }
  return readAs(date, text, [
    ...(wrongWeekday
      ? [
          doubtful(
            '{question} says {text}, and {value} is another day of the week; ask which is right',
            said,
          ),
        ]
      : []),
    ...(isOtherOrder
      ? [
          doubtful(
            '{question} says {text}, which is no date in the order that is asked for ({order}); it was taken for {value}, so ask which day is meant',
            { ...said, order: dateHint(locale) },
          ),
        ]
      : []),
    ...(ambiguous && !isOtherOrder ? [twoReadings(said)] : []),
    ...(isMisspelt
      ? [
          doubtful(
            '{question} says {text}, which was taken for {value}; check that it is right',
            said,
          ),
        ]
      : []),
    ...dateFaults(date, question, today, voice),
  ])
}

/** A text that can be read as another day or number as well. */
export function twoReadings(values: { readonly text: string; readonly value: string }): Fault {
  return {
    rule: 'value-ambiguous',
    says: '{question} says {text}, which was read as {value}',
    values,
  }
}

function notADate(text: string, locale: string, { quoted }: Voice): Fault {
  return {
    rule: 'value-type',
    says: '{question} must be a real date, like {example}, and it says {text}',
    values: { example: calendarOf(locale).example, text: quoted(text) },
  }
}
