import { expect, test } from 'vitest'
import {
  contrast,
  grounds,
  hexColour,
  MINIMUM_CONTRAST,
  readableOn,
} from '../../src/language/colour.ts'

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#ff0000', 4],
])('knows the contrast of %s with white', (colour, expected) => {
  expect(contrast(colour, '#ffffff')).toBeCloseTo(expected, 1)
})

test.each([
  ['#0B5CAD', '#0b5cad'],
  ['0b5cad', '#0b5cad'],
  ['#05a', '#0055aa'],
  ['Navy', '#000080'],
  ['dark blue', '#00008b'],
  ['ret', undefined],
  ['#12345', undefined],
  ['constructor', undefined],
  ['', undefined],
])('takes %s for %s', (text, colour) => {
  expect(hexColour(text)).toBe(colour)
})

test('leaves a colour in which text can be read', () => {
  expect(readableOn('#0b5cad', 'light')).toBe('#0b5cad')
  expect(readableOn('#ffd400', 'dark')).toBe('#ffd400')
})

test.each(['light', 'dark'] as const)(
  'changes colours until they can be read on every %s ground',
  (scheme) => {
    for (const colour of [
      '#ffcc00',
      '#ffd400',
      '#ffffff',
      '#00ffff',
      '#ff0000',
      '#000000',
      '#0b5cad',
    ])
      for (const ground of Object.values(grounds[scheme]))
        expect(contrast(readableOn(colour, scheme), ground)).toBeGreaterThanOrEqual(
          MINIMUM_CONTRAST,
        )
  },
)
