import { expect, test } from 'vitest'
import { readNumber } from '../../src/language/number.ts'

const label = 'Number of formal meetings'

test.each([
  ['en-AU', '12', 12],
  ['en-AU', '1,5', 1.5],
  ['de-DE', '1.5', 1.5],
  ['fr-FR', '1\u202f500,00', 1500],
  ['fr-FR', '1 500,00', 1500],
  ['de-CH', "1'500.5", 1500.5],
  ['de-CH', '1’500', 1500],
  ['en-AU', '1,234,567.5', 1234567.5],
  ['de-DE', '1.234.567,5', 1234567.5],
  ['hi-IN', '12,34,567', 1234567],
  ['ar-EG', '١٬٥٠٠٫٥', 1500.5],
  ['en-AU', '0.500', 0.5],
  ['en-AU', '1500.125', 1500.125],
  ['en-AU', '.5', 0.5],
  ['en-AU', '5.', 5],
  ['en-AU', '-5', -5],
  ['en-AU', '−5', -5],
  ['en-AU', '–5', -5],
  ['en-AU', '５．５', 5.5],
  ['en-AU', '½', 0.5],
  ['de-DE', '1 ½', 1.5],
  ['en-AU', '2¾', 2.75],
  ['en-AU', '-0', 0],
  ['en-AU', '6 meetings', 6],
])('%s %s', (locale, text, number) => {
  expect(readNumber(text, { locale, label })).toEqual({ number, ambiguous: false })
})

test.each([
  ['80 %', 80, '', label, '%'],
  ['€ 20', 20, '', label, '€'],
  ['20$', 20, '', label, '$'],
  ['£-20', -20, '', label, '£'],
  ['$ 20', 20, '$', label, undefined],
  ['20 %', 20, 'percent', label, undefined],
  ['20 %', 20, '', 'Share in %', undefined],
  ['20 %', 20, '', 'Share in percent', undefined],
])('a sign that nobody asked for: %s', (text, number, unit, asked, sign) => {
  const reading = readNumber(text, { locale: 'en-AU', unit, label: asked })
  expect([reading?.number, reading?.unasked]).toEqual([number, sign])
})

test.each([
  ['en-AU', '1,500', 1500],
  ['en-AU', '1.500', 1.5],
  ['de-DE', '1.500', 1500],
  ['de-DE', '1,500', 1.5],
])('%s decides %s', (locale, text, number) => {
  expect(readNumber(text, { locale, label })).toEqual({ number, ambiguous: true })
})

test.each([
  ['60 min', 'minutes', 60],
  ['60 Minutes', 'minutes', 60],
  ['about 60', 'minutes', undefined],
  ['1 hour', 'minutes', undefined],
  ['45 mins', 'minutes', 45],
  ['6h', 'hours', 6],
  ['6 hrs.', 'hours', 6],
  ['6 days', 'hours', undefined],
  ['80 per cent', '%', 80],
  ['1,5½', 'hours', undefined],
  ['€20', '€', 20],
  ['£20', '€', undefined],
  ['80%', '%', 80],
])('%s in %s', (text, unit, number) => {
  expect(readNumber(text, { locale: 'en-AU', label, unit })?.number).toBe(number)
})

test.each([
  'twelve',
  '1,5½',
  '5²',
  '1e5',
  '12-15',
  '1 5',
  '1,50,00',
  '1.2,3.4',
  '1,2,3',
  '1 500.000,5',
  '12345678901234567',
  'NaN',
  'Infinity',
  '0x10',
  '--5',
  '5-',
  '9'.repeat(5000),
])('not a number: %s', (text) => {
  expect(readNumber(text, { locale: 'en-AU', label })).toBeUndefined()
})
