import { calendarOf } from '../../../language/calendar.ts'
import { dateHint, dateInWords } from '../../../language/date.ts'
import { readDate } from '../../../language/read-date.ts'
import { quoted } from '../../../messages/quoted.ts'
import type { FieldOf } from '../../../model/field.ts'
import { dateFaults, doubtful, type Fault } from '../limits.ts'
import { type Reading, readAs, unreadable } from './reading.ts'

/** Reads a text as a date in the way of the locale. */
export function readDateText(
  text: string,
  question: FieldOf<'date'>,
  { locale, today }: { readonly locale: string; readonly today?: string | undefined },
): Reading {
  const reading = readDate(text, locale)
  if (!reading) return unreadable(text, notADate(text, locale))
  const { date, ambiguous, isOtherOrder, wrongWeekday, isMisspelt } = reading
  return readAs(date, text, [
    ...(wrongWeekday ? [otherWeekday(text, date)] : []),
    ...(isOtherOrder ? [otherOrder(text, date, locale)] : []),
    ...(ambiguous && !isOtherOrder ? [twoReadings(text, date)] : []),
    ...(isMisspelt ? [misspelt(text, date)] : []),
    ...dateFaults(date, question, today),
  ])
}

function notADate(text: string, locale: string): Fault {
  const { example } = calendarOf(locale)
  return {
    rule: 'value-type',
    says: `must be a real date, like ${example}, and it says ${quoted(text)}`,
  }
}

function twoReadings(text: string, date: string): Fault {
  const says = `says ${quoted(text)}, which was read as ${dateInWords(date)}`
  return { rule: 'value-ambiguous', says }
}

function otherOrder(text: string, date: string, locale: string): Fault {
  return doubtful(
    `says ${quoted(text)}, which is no date in the order that is asked for (${dateHint(locale)}); it was taken for ${dateInWords(date)}, so ask which day is meant`,
  )
}

function misspelt(text: string, date: string): Fault {
  return doubtful(
    `says ${quoted(text)}, which was taken for ${dateInWords(date)}; check that it is right`,
  )
}

function otherWeekday(text: string, date: string): Fault {
  return doubtful(
    `says ${quoted(text)}, and ${dateInWords(date)} is another day of the week; ask which is right`,
  )
}
