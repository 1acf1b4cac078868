import { expect, test } from 'vitest'
import { quadsOf, type Rectangle } from '../../src/pack/stamp/link-quads.ts'

const pieces: readonly (readonly [string, Rectangle[], Rectangle[]])[] = [
  ['one piece', [[72, 700, 120, 712]], [[72, 700, 120, 712]]],
  [
    'two lines',
    [
      [400, 700, 520, 712],
      [72, 685, 90, 697],
    ],
    [
      [400, 700, 520, 712],
      [72, 685, 90, 697],
    ],
  ],
  [
    'pieces of a line, one of them raised, with the space at its end',
    [
      [72, 700, 120, 712],
      [120, 704, 124, 712],
      [124, 700, 150, 712],
      [150, 700, 152, 712],
    ],
    [[72, 700, 152, 712]],
  ],
  [
    'a space that begins a line of its own',
    [
      [72, 700, 520, 712],
      [72, 685, 74, 697],
    ],
    [[72, 700, 520, 712]],
  ],
  [
    'two columns',
    [
      [72, 100, 200, 112],
      [320, 700, 400, 712],
    ],
    [
      [72, 100, 200, 112],
      [320, 700, 400, 712],
    ],
  ],
  ['what juts out of the next page', [[72, 71, 120, 73.5]], []],
]

test.each(pieces)('%s', (_, given, expected) => {
  expect(quadsOf(given)).toEqual(expected)
})
