import { readFileSync } from 'node:fs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { messagesOf } from '../../src/messages/message.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { messageLines, outlineOf } from '../support/outline.ts'

const names = [
  'abbreviation-faults',
  'abbreviations',
  'blanks',
  'directive-faults',
  'field-faults',
  'fields',
  'front-matter-faults',
  'front-matter-yaml',
  'html',
  'no-blanks',
  'no-form',
  'pasted',
  'pasted-headings',
  'pasted-lines',
  'pasted-tables',
  'placeholder-faults',
  'placeholders',
  'prose',
]

test.each(names)('parses %s', async (name) => {
  const value = readFileSync(new URL(`fixtures/${name}.md`, import.meta.url), 'utf8')
  const file = new VFile({ path: `${name}.md`, value })
  const document = parse({ file })
  const golden = `${messageLines([file])}\n\n${document ? outlineOf(document) : 'No document\n'}`
  await expect(golden).toMatchFileSnapshot(`fixtures/${name}.txt`)
})

const front = '---\nid: a\nkind: form\ntitle: A\nversion: 1.0.0\n---\n'

describe('front matter', () => {
  test('is never run as a program', () => {
    for (const language of ['js', 'javascript', 'coffee', 'cson', 'json']) {
      const file = new VFile(`---${language}\n{id: (globalThis.wasRun = true)}\n---\nText`)
      expect(parse({ file })).toBeUndefined()
      expect(messagesOf(file)[0]?.message).toBe('Missing front matter')
    }
    expect(globalThis).not.toHaveProperty('wasRun')
  })

  test('may come after a byte order mark and with Windows line ends', () => {
    const file = new VFile(`\uFEFF${front}\nMeet (insert name)\n`.replaceAll('\n', '\r\n'))
    const document = parse({ file })
    expect(messagesOf(file)).toEqual([])
    expect(document?.tree.children[0]).toMatchObject({
      type: 'paragraph',
      children: [
        { type: 'text', value: 'Meet ' },
        { type: 'placeholder', key: 'name', position: { start: { line: 8, column: 6 } } },
      ],
    })
  })

  test('keeps dates as text', () => {
    const file = new VFile(front.replace('title: A', 'title: A\neffective: 2026-12-01'))
    expect(parse({ file })?.meta.effective).toBe('2026-12-01')
  })

  test('of many aliases is a message', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (const [name, before] of ['ba', 'cb', 'dc', 'ed', 'fe']) {
      bomb.push(`${name}: &${name} [${Array(9).fill(`*${before}`).join(', ')}]`)
    }
    const file = new VFile(`---\n${bomb.join('\n')}\n---\n`)
    expect(parse({ file })).toBeUndefined()
    expect(messagesOf(file)[0]?.message).toMatch('alias')
  })
})

test('gives every question once, and the date of a signature after it', () => {
  const file = new VFile(
    `${front}\n::signature[Mentor's signature]{#mentor.signature date=mentor.signedOn}\n`,
  )
  expect(parse({ file })?.fields).toEqual([
    {
      type: 'signature',
      name: 'mentor.signature',
      label: "Mentor's signature",
      required: false,
      width: 'half',
      date: 'mentor.signedOn',
    },
    {
      type: 'date',
      name: 'mentor.signedOn',
      label: "Date of mentor's signature",
      required: false,
      width: 'half',
    },
  ])
})
