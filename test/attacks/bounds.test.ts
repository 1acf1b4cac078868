import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parseJson } from '../../src/files/json.ts'
import { parse } from '../../src/pack/parse/index.ts'

const FRONT =
  'id: a\nkind: policy\ntitle: A\nversion: 1.0.0\nowner: O\napprover: P\neffective: 2026-01-01\nreview: 2027-01-01\n'

/** The first message about a document, with its place. */
function toldOf(body: string, front = FRONT): string {
  const file = new VFile({ path: 'a.md', value: `---\n${front}---\n\n${body}\n` })
  parse({ file })
  const [message] = file.messages
  return `${message?.line}:${message?.column} ${message?.reason}`
}

test.each([
  ['quote marks', '>'.repeat(20_000), '12:10001 Unexpected line of more than 10000'],
  ['some quote marks', '>'.repeat(2000), '12:1 Unexpected quotation or list'],
  ['quote marks with spaces', '> '.repeat(2000), '12:1 Unexpected quotation or list'],
  ['lists in lists on one line', `${'- '.repeat(2000)}a`, '12:1 Unexpected quotation or list'],
  ['numbered lists on one line', `${'1. '.repeat(2000)}a`, '12:1 Unexpected quotation or list'],
  ['a list of 600 levels', levels(600), '63:1 Unexpected indentation of more than 100'],
  ['labels in labels', ':field['.repeat(1000), '12:1 Unexpected brackets of more than 50 levels'],
  [
    'labels in labels, closed',
    `${':field['.repeat(400)}${']'.repeat(400)}`,
    'Unexpected brackets of more',
  ],
  ['brackets over lines', '[\n'.repeat(60), '62:1 Unexpected brackets of more than 50 levels'],
  ['conditions in conditions', ':::when{a}\n'.repeat(300), '32:1 Unexpected blocks'],
  [
    'a bracket that stays open',
    `[${'many words\n'.repeat(600)}`,
    '511:1 Unexpected bracket with more than 5000 characters after it',
  ],
  ['a line', 'word '.repeat(300_000), '12:10001 Unexpected line of more than 10000 characters'],
  ['a paragraph', 'many words\n'.repeat(9000), 'Unexpected paragraph or table of more than 50000'],
  ['lines', 'a\n\n'.repeat(20_000), '10001:1 Unexpected document of more than 10000 lines'],
  ['options', `::field[A]{#a type=choice options="${options(1000)}"}`, 'Unexpected 1000 options'],
])('too many or too deep, said with the place: %s', { timeout: 10_000 }, (_, body, expected) => {
  const front = FRONT.replace('policy', 'form')
  expect(toldOf(body.trimEnd(), front)).toContain(expected)
})

test.each([
  [
    'lists in brackets',
    `related: ${'['.repeat(9_000)}`,
    'Unexpected nesting of more than 20 levels',
  ],
  [
    'lists in dashes',
    `related: \n  ${'- '.repeat(4_000)}a`,
    'Unexpected nesting of more than 20 levels',
  ],
  [
    'keys in braces',
    `related: ${'{a: '.repeat(2_400)}`,
    'Unexpected nesting of more than 20 levels',
  ],
  ['keys', 'abc: 1\n'.repeat(9_000), 'Unexpected front matter of more than 50000 characters'],
  ['aliases that multiply', bomb(), 'Unexpected YAML'],
])('front matter: %s', (_, more, expected) => {
  expect(toldOf('', `${FRONT}${more}\n`)).toContain(expected)
})

test.each([
  ['a line across the page', '- - - - - - - - - - - - - - - - - - - - - - - - - - - - -'],
  ['another', '*'.repeat(80)],
  ['lists of six levels', levels(6)],
  ['a long table', `| a | b |\n|---|---|\n${'| some words | more words |\n'.repeat(300)}`],
  ['brackets one after another', '[ ] a [x] b '.repeat(200)],
])('what people write stays quiet: %s', (_, body) => {
  expect(toldOf(body)).not.toContain('more than')
})

describe('JSON', () => {
  const told = (text: string) => {
    const file = new VFile({ path: 'org.config.json', value: text })
    const json = parseJson(file)
    return {
      file,
      json,
      message: `${file.messages[0]?.line}:${file.messages[0]?.column} ${file.messages[0]?.reason}`,
    }
  }

  test.each(['[', '{"a":', '[{"a":'])('%s, a hundred thousand times', (opening) => {
    const { json, message } = told(`\n${opening.repeat(100_000)}`)
    expect(json).toBeUndefined()
    expect(message).toContain('Unexpected bracket, expected at most 50 within each other')
    expect(message).toMatch(/^2:\d+ /)
  })

  test.each([
    '\\u0000',
    '\\u0001',
    '\\u001b',
    '\\u007f',
    '\\u0085',
    '\\ud800',
    '\\ufffe',
    '\\u202e',
  ])('control character %s in an answer', (character) => {
    const { message } = told(`{"answers": {\n  "place": "a${character}b"}}`)
    expect(message).toMatch(/^2:12 Unexpected control character U\+[0-9A-F]{4} in a text/)
  })

  test('more entries than anybody has', () => {
    const { json, message } = told(`{"answers": {\n"a": [${'1,'.repeat(80_000)}1]}}`)
    expect(json).toBeUndefined()
    expect(message).toMatch(/^2:\d+ Unexpected entry, expected at most 10000 in all/)
  })

  test('more faults than anybody reads', () => {
    const { file } = told('{\n'.repeat(1) + 'a b c\n'.repeat(200_000))
    expect(file.messages.length).toBeLessThanOrEqual(50)
  })

  test.each(['\\u0000', '\\u202e'])('control character %s in a key', (character) => {
    const { message } = told(`{"answers": {\n  "pl${character}ace": "a"}}`)
    expect(message).toMatch(/^2:3 Unexpected control character/)
  })

  test('line ends, tabs and brackets in texts are none of these', () => {
    expect(told(`{"a": "b\\n\\tc \\ud83d\\ude00", "${'['.repeat(100)}": "}"}`).message).toContain(
      'undefined',
    )
  })
})

function levels(count: number): string {
  return Array.from({ length: count }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
}

function options(count: number): string {
  return Array.from({ length: count }, (_, index) => `o${index}`).join('|')
}

/** Each line holds the one above it nine times. */
function bomb(): string {
  const line = (index: number) =>
    `a${index}: &a${index} [${Array(9)
      .fill(`*a${index - 1}`)
      .join(', ')}]`
  return ['a0: &a0 [x]', ...Array.from({ length: 9 }, (_, index) => line(index + 1))].join('\n')
}
