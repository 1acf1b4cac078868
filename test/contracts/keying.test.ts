import { expect, test } from 'vitest'
import {
  isKeyedName,
  type KeyedAnswers,
  keyedName,
  readKeyedAnswers,
  writeKeyedAnswers,
} from '../../src/contracts/keying.ts'

const keyed: KeyedAnswers = {
  tasks: [
    {
      id: '0123456789abcdef',
      form: { id: 'training-record', hash: 'f'.repeat(64) },
      answers: {
        'session.date': { value: '27/03/2026', method: 'keyed' },
        'flags.conflict': { value: 'conflict', method: 'mark-read' },
        notes: { value: '', method: 'unreadable' },
        signature: { value: 'ink', method: 'keyed' },
      },
    },
  ],
  by: 'Łukasz',
  saved: '2026-11-30T09:30:00Z',
  policypackKeyed: 1,
}
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

test('what was keyed is read back, and begins with what it is known by', () => {
  const text = writeKeyedAnswers(keyed)
  expect(text).toMatch(/^\{\s*"policypackKeyed": 1,/)
  expect(readKeyedAnswers(bytesOf(text))).toEqual(keyed)
  expect(readKeyedAnswers(bytesOf(`\uFEFF${text}`))).toEqual(keyed)
})

test('other files are none, and one that is not whole is damaged', () => {
  const text = writeKeyedAnswers(keyed)
  expect(readKeyedAnswers(bytesOf('{"policypackAnswers": 1}'))).toBeUndefined()
  expect(readKeyedAnswers(bytesOf('%PDF-1.7'))).toBeUndefined()
  const broken = [text.slice(0, -20), text.replace('mark-read', 'guessed'), '{"policypackKeyed":1}']
  for (const one of broken) expect(readKeyedAnswers(bytesOf(one))).toBe('damaged')
})

test('names are known, also of a second download', () => {
  expect(isKeyedName(keyedName('forms'))).toBe(true)
  expect(isKeyedName('forms.keyed (2).json')).toBe(true)
  expect(isKeyedName('forms.answers.json')).toBe(false)
})
