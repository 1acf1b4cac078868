import { expect, test } from 'vitest'
import { inOrderOfNames, wordsOfName } from '../src/language/name-order.ts'

test('names of files are in the order in which people count', () => {
  const names = ['scan.jpg', 'scan (1).jpg', 'scan 2.jpg', 'scan 10.jpg', 'scan 10.pdf']
  expect(names.toReversed().sort(inOrderOfNames)).toEqual(names)
})

test('names that a telephone counted say the same but for their numbers', () => {
  expect(new Set(['IMG_0009.JPG', 'IMG_0010.jpg'].map(wordsOfName)).size).toBe(1)
  expect(wordsOfName('Kim 1.jpg')).not.toBe(wordsOfName('Rowan 2.jpg'))
})
