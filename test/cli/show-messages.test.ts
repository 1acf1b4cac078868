import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import type { Message } from '../../src/messages/message.ts'
import { showMessages } from '../../src/terminal/show-messages.ts'

const open: Message[] = [1, 2, 3, 4].map((line) => ({
  file: 'a.md',
  line,
  severity: 'error',
  rule: 'placeholder-unanswered',
  message: 'Missing answer for `(insert owner)`',
  note: 'Add it.',
}))

test('tells of the first place only, on a terminal, where many have the same message', () => {
  expect(shown(open, true)).toMatch(/^a\.md:1 .*\n {4}Add it\. The same in 3 more places\.\n$/)
  expect(shown(open.slice(1), true)).toMatch(/a\.md:2 (?:.*\n)*a\.md:3 (?:.*\n)*a\.md:4 /)
})

test('tells of every place to a file or a program', () => {
  expect(shown(open, false).match(/a\.md:\d/g)).toHaveLength(4)
})

function shown(messages: readonly Message[], isTTY: boolean): string {
  const stream = Object.assign(new PassThrough(), { isTTY })
  showMessages(messages, stream)
  return String(stream.read())
}
