import { expect, test } from 'vitest'
import { contrastWithWhite, MINIMUM_CONTRAST, readableOnWhite } from '../../src/model/colour.ts'

test.each([
  ['#000000', 21],
  ['#ffffff', 1],
  ['#767676', 4.54],
  ['#ff0000', 4],
])('knows the contrast of %s with white', (colour, contrast) => {
  expect(contrastWithWhite(colour)).toBeCloseTo(contrast, 1)
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
