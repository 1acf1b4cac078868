import { expect, test } from 'vitest'
import { dateHint, longDate } from '../../src/language/date.ts'

test.each([
  ['en-GB', '1 December 2026'],
  ['en-US', 'December 1, 2026'],
  ['de-DE', '1. Dezember 2026'],
])('writes a day as in %s', (locale, text) => {
  expect(longDate('2026-12-01', locale)).toBe(text)
})

test.each(['every 12 months', '2026-13-01', '(insert effective date)'])(
  'leaves %s as it is',
  (text) => {
    expect(longDate(text, 'en-GB')).toBe(text)
  },
)

test.each([
  ['en-GB', 'dd/mm/yyyy'],
  ['en-US', 'mm/dd/yyyy'],
  ['de-DE', 'dd.mm.yyyy'],
  ['sv-SE', 'yyyy-mm-dd'],
])('asks for figures as in %s', (locale, hint) => {
  expect(dateHint(locale)).toBe(hint)
})
