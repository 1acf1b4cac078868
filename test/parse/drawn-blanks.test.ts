import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { questionsIn, readingsOf } from './blanks-corpus/score.ts'

const read = (name: string) =>
  readFileSync(new URL(`blanks-corpus/${name}.txt`, import.meta.url), 'utf8')

test.each([
  'forms',
  'forms-2',
  'forms-3',
  'forms-4',
  'forms-5',
  'forms-6',
  'forms-7',
  'forms-8',
  'forms-9',
])('at least 95 in 100 blanks of %s become the question that they are', (name) => {
  const readings = readingsOf(read(name))
  const wrong = readings.filter(({ isRight }) => !isRight)
  const windows = readings.map(({ source }) => questionsIn(source.replaceAll('\n', '\r\n')))
  expect(windows).toEqual(readings.map(({ found }) => found))
  expect(readings.length).toBeGreaterThan(10)
  expect(wrong.length / readings.length, JSON.stringify(wrong, undefined, 1)).toBeLessThanOrEqual(
    0.05,
  )
})

test.each(['ordinary'])('nothing of the text of %s becomes a question', (name) => {
  expect(questionsIn(read(name))).toEqual([])
})
