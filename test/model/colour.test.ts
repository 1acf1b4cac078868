import { expect, test } from 'vitest'
import {
  contrastWithWhite,
  hexColour,
  MINIMUM_CONTRAST,
  readableOnWhite,
} from '../../src/language/colour.ts'

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#ff0000', 4],
])('knows the contrast of %s with white', (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1)
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
  expect(readableOnWhite('#0b5cad')).toBe('#0b5cad')
})

test.each(['#ffcc00', '#ffffff', '#00ffff', '#ff0000'])(
  'darkens %s until it can be read',
  (colour) => {
    expect(contrastWithWhite(readableOnWhite(colour))).toBeGreaterThanOrEqual(MINIMUM_CONTRAST)
  },
)
