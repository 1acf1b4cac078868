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
  ['x'.repeat(2001), 'x+', false],
  ['ŁŻ-12', '(\\p{Lu})+-\\d+', true],
  ['ab12', '(\\P{Lu}\\u{62})+\\d+', true],
  ['αβγ', '\\p{Script=Greek}+', true],
  ['abc', '\\p{sc=Greek}+', false],
])('%s against %s: %s', (text, pattern, matches) => {
  expect(matchesPattern(text, pattern)).toBe(matches)
})

test.each([
  '(a+)+',
  '((a|b)*)*',
  '(a|a)*',
  '((ab+)c)*',
  '(\\w+\\s?)*',
  '(\\p{L}|a)+',
  'a*a*a*a*a*',
  'a?'.repeat(30) + 'a'.repeat(30),
  '(a?){30}a{30}',
  'a{0,200}'.repeat(8),
  '(.*)*=.*',
])('a pattern that would take other engines for ever takes no time: %s', (pattern) => {
  expect(matchesPattern(`${'a'.repeat(1999)}!`, pattern)).toBe(false)
})

test.each([
  '(.)\\1',
  '(?=a)a',
  '(?<!a)a',
  '(a{1,1000}){1,1000}',
  '[^x]{1,1000}'.repeat(20),
  '(',
  '[',
  '(?<x>a)\\k<x>',
])('a pattern that is broken or could take for ever is not used: %s', (pattern) => {
  expect(matchesPattern('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', pattern)).toBeUndefined()
})
