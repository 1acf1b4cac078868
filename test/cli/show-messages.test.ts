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

test('tells of the first of many that differ in their quoted words only, and counts the others', () => {
  const links = Array.from(
    { length: 12 },
    (_, index): Message => ({
      file: `doc-${index}.md`,
      line: 3,
      severity: 'error',
      rule: 'link-broken',
      message: `Unexpected link to \`form-${index}.md\`, a document that is not there`,
    }),
  )
  expect(shown(links, { all: false })).toBe(
    [
      'doc-0.md:3 error Unexpected link to `form-0.md`, a document that is not there link-broken',
      'doc-1.md:3 error Unexpected link to `form-1.md`, a document that is not there link-broken',
      'doc-2.md:3 error Unexpected link to `form-2.md`, a document that is not there link-broken',
      '    9 more of this kind in 9 files; `--all` shows them.\n',
    ].join('\n'),
  )
  expect(shown(links).match(/link-broken/g)).toHaveLength(12)
  expect(shown(links.slice(0, 10), { all: false }).match(/link-broken/g)).toHaveLength(10)
  expect(shown(links, { all: true }).match(/link-broken/g)).toHaveLength(12)
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
