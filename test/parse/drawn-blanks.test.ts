import { expect, test } from 'vitest'
import { forms, questionsIn, read, readingsOf } from './blanks-corpus/score.ts'

test('there are collections of forms', () => {
  expect(forms).toContain('forms-9')
})

test.each(forms)('at least 95 in 100 blanks of %s become the question that they are', (name) => {
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
