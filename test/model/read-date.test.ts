import { describe, expect, test } from 'vitest'
import { readDate } from '../../src/language/read-date.ts'

const THIRD_OF_APRIL = '2026-04-03'

describe('one way to read it', () => {
  test.each([
    ['en-AU', '3 April 2026'],
    ['en-AU', 'April 3rd, 2026'],
    ['en-AU', 'the 3rd of Apr. 26'],
    ['en-AU', 'Friday 3 April 2026'],
    ['en-AU', '2026-04-03'],
    ['en-AU', '2026-04-03T09:30:00Z'],
    ['en-AU', '3 April 2026, 10:30 am'],
    ['en-AU', '20260403'],
    ['en-AU', '  2026/4/3 '],
    ['de-DE', '3.4.2026'],
    ['de-DE', '03.04.26'],
    ['de-DE', '3. April 2026'],
    ['de-DE', 'am Freitag, den 3. April 2026'],
    ['fr-FR', 'le 3 avril 2026'],
    ['es-ES', '3 de abril de 2026'],
    ['es-ES', '3 April 2026'],
    ['ca-ES', '3 d’abril del 2026'],
    ['pl-PL', '3 kwietnia 2026 r.'],
    ['ru-RU', '3 апреля 2026 г.'],
    ['el-GR', '3 Απριλίου 2026'],
    ['hu-HU', '2026. április 3.'],
    ['lt-LT', '2026 m. balandžio 3 d.'],
    ['ar-EG', '٣ أبريل ٢٠٢٦'],
    ['hi-IN', '३ अप्रैल २०२६'],
    ['ja-JP', '2026年4月3日'],
    ['ja-JP', '２０２６／４／３'],
    ['ko-KR', '2026년 4월 3일 금요일'],
    ['th-TH', '3 เมษายน 2569'],
  ])('%s %s', (locale, text) => {
    expect(readDate(text, locale)).toEqual({
      date: THIRD_OF_APRIL,
      ambiguous: false,
      isOtherOrder: false,
      wrongWeekday: false,
      isMisspelt: false,
    })
  })
})

test.each([
  ['en-AU', '3 Febuary 2026', '2026-02-03'],
  ['en-AU', '3 Feburary 2026', '2026-02-03'],
  ['en-AU', '3 Agust 2026', '2026-08-03'],
  ['fr-FR', '3 novenbre 2026', '2026-11-03'],
  ['de-DE', '3. Aprill 2026', '2026-04-03'],
])('a month that is misspelt: %s %s', (locale, text, date) => {
  expect(readDate(text, locale)).toMatchObject({ date, isMisspelt: true })
})

test.each(['3 Juny 2026', '3 Mai y 2026', '3 Jxnuxry 2026'])('no month: %s', (text) => {
  expect(readDate(text, 'en-AU')).toBeUndefined()
})

describe('day and month could change places, and the order of the locale counts, which forms print', () => {
  test.each([
    ['en-AU', '3/4/26', '2026-04-03'],
    ['en-AU', '3-4-2026', '2026-04-03'],
    ['en-US', '3/4/2026', '2026-03-04'],
    ['en-US', '3.4.2026', '2026-03-04'],
    ['en-AU', '03042026', '2026-04-03'],
    ['en-US', '03042026', '2026-03-04'],
    ['ar-EG', '٣/٤/٢٠٢٦', '2026-04-03'],
    ['sv-SE', '26-04-03', '2026-04-03'],
    ['not a locale', '3/4/2026', '2026-04-03'],
    ['en-AU', '29/2/2024', '2024-02-29'],
    ['en-AU', '1/1/68', '2068-01-01'],
    ['en-AU', '1/1/69', '1969-01-01'],
    ['en-AU', '4/4/2026', '2026-04-04'],
  ])('%s %s', (locale, text, date) => {
    expect(readDate(text, locale)).toEqual({
      date,
      ambiguous: false,
      isOtherOrder: false,
      wrongWeekday: false,
      isMisspelt: false,
    })
  })
})

test('a year of two digits may stand first', () => {
  const reading = { date: '2003-04-26', ambiguous: true, isOtherOrder: false }
  expect(readDate('26-04-03', 'en-GB')).toMatchObject(reading)
})

test.each([
  ['en-GB', '12/13/2027', '2027-12-13', false],
  ['en-GB', '12/13/27', '2027-12-13', false],
  ['en-GB', '12132027', '2027-12-13', false],
  ['en-GB', '12 31 2027', '2027-12-31', false],
  ['en-AU', '3/27/2026', '2026-03-27', false],
  ['en-US', '27/3/2026', '2026-03-27', false],
  ['en-US', '27.3.2026', '2026-03-27', false],
  ['en-US', '27032026', '2026-03-27', false],
  ['ja-JP', '27/3/2026', '2026-03-27', false],
  ['ja-JP', '3/4/2026', '2026-04-03', true],
  ['sv-SE', '3/4/2026', '2026-04-03', true],
])('no date in the order of %s: %s', (locale, text, date, ambiguous) => {
  expect(readDate(text, locale)).toMatchObject({ date, ambiguous, isOtherOrder: true })
})

test('a day of the week that the date does not fall on is told', () => {
  expect(readDate('Monday 3 April 2026', 'en-AU')?.wrongWeekday).toBe(true)
})

test.each([
  '31/2/2026',
  '29 February 2025',
  '0/4/2026',
  '3/4',
  'April 2026',
  '3/4/6',
  '3/4/206',
  '3/4/20266',
  '3/4/0026',
  '3/4/2206',
  '20261340',
  '3 April May 2026',
  '3 Ju 2026',
  'soon',
  '2026-04-03?',
  '-3/4/2026',
  '1/2/3/2026',
  '½/4/2026',
  ' ',
  '3 April 2026 or later',
  '9'.repeat(5000),
])('not a date: %s', (text) => {
  expect(readDate(text, 'en-AU')).toBeUndefined()
})

test('two digits are no year where years are counted from another time', () => {
  expect(readDate('3/4/69', 'th-TH')).toBeUndefined()
  expect(readDate('05/1/14', 'fa-IR')).toBeUndefined()
})
