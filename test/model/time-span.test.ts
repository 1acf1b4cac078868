import { expect, test } from 'vitest'
import {
  frequencyAdjective,
  frequencyLength,
  frequencyMonths,
  frequencyPeriod,
  lengthAdjective,
  readFrequency,
  readLength,
} from '../../src/language/time-span.ts'

test.each([
  ['yearly', 'yearly', 'year', 'yearly', 'one year', 12],
  ['Annual.', 'every year', 'year', 'yearly', 'one year', 12],
  ['EVERY YEAR', 'every year', 'year', 'yearly', 'one year', 12],
  [
    'once in every two years',
    'once every two years',
    'two-year period',
    'two-yearly',
    'two years',
    24,
  ],
  ['twice a year', 'twice a year', 'half-year', 'twice-yearly', 'six months', 6],
  ['2x/year', 'twice a year', 'half-year', 'twice-yearly', 'six months', 6],
  ['each half-year', 'every half-year', 'half-year', 'twice-yearly', 'six months', 6],
  ['semi-annually', 'semi-annually', 'half-year', 'twice-yearly', 'six months', 6],
  ['six monthly', 'every six months', 'half-year', 'twice-yearly', 'six months', 6],
  ['Each Quarter', 'every quarter', 'quarter', 'quarterly', 'three months', 3],
  ['four times per year', 'four times a year', 'quarter', 'quarterly', 'three months', 3],
  ['every 2nd month', 'every two months', 'two-month period', 'two-monthly', 'two months', 2],
  ['every other week', 'every two weeks', 'two-week period', 'two-weekly', 'two weeks', undefined],
  ['at least once a month', 'at least once a month', 'month', 'monthly', 'one month', 1],
  [
    '10 business days',
    'every 10 business days',
    'ten-business-day period',
    'regular',
    'ten business days',
    undefined,
  ],
  ['five times a year', 'five times a year', 'period', 'regular', 'period', undefined],
  [
    'On the first Monday of each month',
    'on the first Monday of each month',
    'period',
    'regular',
    'period',
    undefined,
  ],
])('%s is how often', (text, adverb, period, adjective, length, months) => {
  const reading = readFrequency(text)
  expect(reading?.text).toBe(adverb)
  if (!reading) return
  expect(frequencyPeriod(reading)).toBe(period)
  expect(frequencyAdjective(reading)).toBe(adjective)
  expect(frequencyLength(reading)).toBe(length)
  expect(frequencyMonths(reading)).toBe(months)
})

test.each([
  'banana',
  'often',
  'as needed',
  'biweekly',
  'bi-monthly',
  'monthly meetings',
  'once',
  '',
  'every 0 months',
])('%s is not how often', (text) => {
  expect(readFrequency(text)).toBeUndefined()
})

test.each([
  ['six months', 'six months', 'six-month', 183],
  ['6 Month.', '6 months', 'six-month', 183],
  ['a year', 'a year', 'one-year', 365],
  ['A year and a half', '18 months', '18-month', 548],
  ['half a year', 'six months', 'six-month', 183],
  ['four (4) working days', 'four working days', 'four-working-day', 4],
  ['twenty-eight days', 'twenty-eight days', '28-day', 28],
  ['within 10 business days', '10 business days', 'ten-business-day', 10],
  ['4–6 weeks', '4-6 weeks', '4-6 weeks', 42],
  ['up to a year', 'up to a year', 'up to a year', 365],
  ['one sailing season', 'one sailing season', 'one-sailing-season', undefined],
  ['1 year and 6 months', '1 year and 6 months', '1 year and 6 months', 548],
])('%s is a length of time', (text, plain, adjective, days) => {
  const reading = readLength(text)
  expect(reading?.text).toBe(plain)
  if (!reading) return
  expect(lengthAdjective(reading)).toBe(adjective)
  expect(reading.days === undefined ? undefined : Math.round(reading.days)).toBe(days)
})

test.each(['banana', 'soon', '6', 'three', '0 days', 'days and days'])(
  '%s is no length of time',
  (text) => {
    expect(readLength(text)).toBeUndefined()
  },
)
