import { expect, test } from 'vitest'
import { fold, foldEarlierRecordKey, foldPrinted, foldWord } from '../../src/language/fold.ts'

test.each([
  ['The  Mentor’s\u00a0role', "the mentor's role"],
  ['“Don´t know” ', '"don`t know"'],
  ['6–12 months', '6-12 MONTHS'],
  ['Zoe\u0308', 'ZOË'],
  ['ﬁrst…', 'First...'],
])('takes %j for %j', (one, other) => {
  expect(fold(one)).toBe(fold(other))
})

test('tells texts apart that mean different things', () => {
  expect(fold('co-mentor')).not.toBe(fold('comentor'))
  expect(fold('résumé')).not.toBe(fold('resume'))
})

test('reads words of the calendar without their accents', () => {
  expect(foldWord('Février')).toBe('fevrier')
})

test('keeps the form of which the hashes of cases are made', () => {
  expect(foldEarlierRecordKey('  Łukasz\n O’Żółć–Straße ½ ')).toBe('łukasz o’żółć–straße ½')
  expect(foldEarlierRecordKey('Zoe\u0308')).toBe('zo\u00eb')
})

test('keeps the form in which forms that were handed out are known by their pages', () => {
  expect(foldPrinted('Mentor’s \u00a0oﬃce, 2\u202f½ – Ａ')).toBe('Mentor’soffice,21⁄2–A')
  expect(foldPrinted('(a) name')).toBe('(a)name')
  expect(foldPrinted(')required( םש')).toBe(foldPrinted('(required) םש'))
})
