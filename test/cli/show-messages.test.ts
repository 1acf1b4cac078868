import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { Message } from '../../src/messages/message.ts'
import { countProblems } from '../../src/terminal/problems.ts'
import { showMessages } from '../../src/terminal/show-messages.ts'

const open: Message[] = [1, 2, 3, 4].map((line) => ({
  file: 'a.md',
  line,
  severity: 'error',
  rule: 'placeholder-unanswered',
  message: 'Missing answer for `(insert owner)`',
  note: 'Add it.',
}))

test('tells of the first place only, and names or counts the others', () => {
  expect(shown(open)).toMatch(
    /^a\.md:1 .*\n {4}Add it\. The same in a\.md:2, a\.md:3, a\.md:4\.\n$/,
  )
  const many = [
    ...open,
    { ...open[0]!, file: 'b.md', message: 'Missing answer for `(Insert owner)`' },
  ]
  expect(shown(many)).toMatch(/^a\.md:1 .*\n {4}Add it\. The same in 4 more places\.\n$/)
})

test('tells of every place to those who want all', () => {
  expect(shown(open, { all: true }).match(/a\.md:\d/g)).toHaveLength(4)
})

test('counts problems and their places', () => {
  expect(countProblems(open, 'error')).toBe('1 error in 4 places')
  expect(countProblems(open.slice(0, 1), 'error')).toBe('1 error')
  expect(countProblems([], 'warning')).toBe('0 warnings')
})

function shown(messages: readonly Message[], options: { all?: boolean } = {}): string {
  const stream = new PassThrough()
  showMessages(messages, { ...options, stream })
  return String(stream.read())
}
