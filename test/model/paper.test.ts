import { expect, test } from 'vitest'
import { paperOf } from '../../src/language/paper.ts'

test.each([
  ['en-GB', 'A4'],
  ['en', 'A4'],
  ['de-AT', 'A4'],
  ['en-US', 'letter'],
  ['fr-CA', 'letter'],
  ['es-MX', 'letter'],
])('prints for %s on %s', (locale, name) => {
  expect(paperOf(locale).name).toBe(name)
})
