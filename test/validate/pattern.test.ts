import { expect, test } from 'vitest'
import { matchesPattern } from '../../src/forms/validate/pattern.ts'

test.each([
  ['AB1234', '[A-Z]{2}\\d{4}', true],
  ['AB12345', '[A-Z]{2}\\d{4}', false],
  ['2026-Q1', '\\d{4}-Q[1-4]', true],
  ['12.5.1', '\\d+(\\.\\d)?\\.\\d', true],
  ['yes', 'yes|no', true],
  ['yesno', 'yes|no', false],
  ['(a)', '\\(a\\)', true],
  ['x'.repeat(201), 'x+', false],
  ['ŁŻ-12', '(\\p{Lu})+-\\d+', true],
  ['ab12', '(\\P{Lu}\\u{62})+\\d+', true],
])('%s against %s: %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches)
})

test.each([
  '(a+)+',
  '((a|b)*)*',
  '(a|a)*',
  '((ab+)c)*',
  '(\\w+\\s?)*',
  '(.)\\1',
  '(?=a)a',
  '(\\p{L}|a)+',
  'a*a*a*a*a*',
  '(',
  '[',
  '(?<x>a)\\k<x>',
])('a pattern that is broken or could take for ever is not used: %s', (pattern) => {
  expect(matchesPattern('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', pattern)).toBeUndefined()
})
