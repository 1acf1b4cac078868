import { expect, test } from 'vitest'
import { slug } from '../../src/language/slug.ts'

test.each([
  ['Søns of Éloïse & Söhne', 'sons-of-eloise-sohne'],
  ['Stowarzyszenie „Łódź”', 'stowarzyszenie-lodz'],
  ['Ελένη', 'eleni'],
  ['学校', 'xuexiao'],
  ['Éloïse'.normalize('NFD'), 'eloise'],
  ['…', 'organisation'],
])('%s becomes %s', (text, expected) => {
  expect(slug(text, 'organisation')).toBe(expected)
})

test('a name is never longer than a file system takes, and does not end in a hyphen', () => {
  expect(slug(`${'a'.repeat(79)} b`, 'organisation')).toBe('a'.repeat(79))
})
