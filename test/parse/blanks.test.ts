import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '../../src/messages/message.ts'
import { Field } from '../../src/model/field.ts'
import { parse } from '../../src/pack/parse/index.ts'

const front = '---\nid: a\nkind: form\ntitle: A\nversion: 1.0.0\n---\n\n'
const drawn = readFileSync(new URL('fixtures/blanks.md', import.meta.url), 'utf8')

/** The fields of a form, and what was said about it. */
function read(text: string) {
  const file = new VFile(text)
  const fields = parse({ file })?.fields ?? []
  return { fields, messages: messagesOf(file), all: file.messages }
}

describe('the directive that a message names', () => {
  const { fields, all } = read(drawn)
  // People are told fifty of them and how many more there are.
  const found = all.filter(({ ruleId }) => ruleId === 'blank-field')

  test.each(found)('says the same: $line:$column $reason', ({ reason, note = '' }) => {
    const [, directive = ''] = /`(.+)`$/.exec(reason) ?? []
    const columns = [...note.matchAll(/`(- .+?)`(?=,)/g)].map(([, column]) => column)
    const written = columns.length > 0 ? `${directive}\n${columns.join('\n')}\n:::` : directive
    const copied = read(`${front}${written}\n`)
    expect(copied.messages).toEqual([])
    expect(copied.fields.length).toBeGreaterThan(0)
    for (const field of copied.fields) expect(fields).toContainEqual(field)
  })

  test('is named for every field but those of the author', () => {
    expect(found.length).toBeGreaterThan(40)
    const dates = fields.filter((field) => field.type === 'signature' && field.date)
    expect(fields).toHaveLength(found.length + dates.length + 1)
  })
})

test('fields from blanks are like all others, with names that do not clash', () => {
  const { fields } = read(drawn)
  for (const field of fields) expect(Field.parse(field)).toEqual(field)
  const names = fields.map(({ name }) => name)
  for (const name of names) {
    expect(names.filter((other) => other === name || other.startsWith(`${name}.`))).toEqual([name])
  }
})

test('the names that an author gave stay, wherever they stand', () => {
  const { fields } = read(`${front}Date: ____\n\n::field[Day]{#date type=date}\n`)
  expect(fields.map(({ name }) => name)).toEqual(['date2', 'date'])
})

test.each([
  ['Windows line ends', 'Name: ____\r\nTeam: ____\r\n', ['name', 'team']],
  ['a title in letters that are not Latin', 'Имя: ____\n', ['writing']],
  ['words that begin with a digit', '360 review: ____\n', ['field360Review']],
  ['a name that objects have', 'Constructor: ____\n', ['constructorField']],
])('names blanks after %s', (_, text, names) => {
  expect(read(`${front}${text}`).fields.map(({ name }) => name)).toEqual(names)
})

test('a message stands where the blank does, after escapes and in quotations', () => {
  const { messages } = read(`${front}> It is \\* agreed on\n> \\_\\_\\_\\_ and &amp; on ____.\n`)
  expect(messages.map(({ line, column }) => [line, column])).toEqual([
    [9, 3],
    [9, 25],
  ])
})
