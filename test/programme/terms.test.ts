import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { termsOf, usualAnswers } from '../../src/programme/situation/index.ts'

test('what is usual is what the questions of the pack propose', () => {
  const catalogue: Record<string, { default?: string }> = JSON.parse(
    readFileSync(join(import.meta.dirname, '../../content/placeholders.json'), 'utf8'),
  )
  for (const [phrase, usual] of usualAnswers) {
    expect(Object.keys(catalogue)).toContain(phrase)
    expect(catalogue[phrase]?.default ?? usual).toBe(usual)
  }
})

test('the answers of an organisation count, those of the document first', () => {
  const { meetings, evaluation, grievanceAnswer, capacity } = termsOf({
    answers: { 'Minimum  meeting frequency': 'every two weeks', 'grievance answer time': '3 days' },
    documents: { 'mentoring-policy': { answers: { 'evaluation point': 'one year' } } },
  })
  expect({ meetings, evaluation, grievanceAnswer, capacity }).toEqual({
    meetings: { days: 14 },
    evaluation: { months: 12 },
    grievanceAnswer: 3,
    capacity: 80,
  })
})
