import { expect, test } from 'vitest'
import { timeLeft } from '../../src/terminal/time-left.ts'

test.each([
  ['is silent at first', { done: 1, of: 1000 }, 2000, ''],
  ['is silent before the first file', { done: 0, of: 10 }, 60_000, ''],
  ['tells a short rest', { done: 900, of: 1000 }, 90_000, ', less than a minute left'],
  ['tells a minute', { done: 100, of: 160 }, 100_000, ', about a minute left'],
  ['tells minutes', { done: 1000, of: 10_000 }, 20_000, ', about 3 minutes left'],
])('%s', (_, progress, elapsed, told) => {
  expect(timeLeft(progress, elapsed)).toBe(told)
})
