import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Message, messagesOf } from '../../src/messages/message.ts'
import { load } from '../../src/pack/load/index.ts'
import { makeFolder } from '../support/project-copy.ts'

const organisation = '"organisation": {"name": "Fernhill"}'

test.each([
  [
    'a comma after the last entry',
    '{"organisation": {"name": "X",}}',
    '1:30',
    'Unexpected comma before `}`',
  ],
  ['a comma that is missing', '{\n  "a": 1\n  "b": 2\n}', '2:9', 'Expected a comma'],
  ['a colon that is missing', '{"a" 1}', '1:5', 'Expected a colon'],
  ['a comment', `{\n  // note\n  ${organisation}\n}`, '2:3', 'JSON has no comments'],
  ['quotation marks of a word processor', '{“a”: 1}', '1:2', 'expected a straight double one'],
  ['a single quote', "{'a': 1}", '1:2', 'expected a straight double one'],
  ['a text without its end', '{"a": "b\n}', '1:7', 'expected a double quote'],
  ['a backslash of a path', '{"a": "C:\\Users"}', '1:7', 'expected two of them'],
  ['a tab in a text', '{"a": "b\tc"}', '1:7', 'Unexpected tab'],
  ['a brace that is missing', `{${organisation}`, '1:38', 'expected a closing brace'],
  ['something after the end', `{${organisation}} {}`, '1:40', 'after the last closing brace'],
  ['a word', '{"a": yes}', '1:7', 'Unexpected `yes`, expected a text in double quotes'],
  ['an empty file', '', '', 'Unexpected end of file'],
])('names the place and the remedy for %s', async (_, text, place, reason) => {
  const [first] = await messages({ 'org.config.json': text })
  expect(first).toMatchObject({ rule: 'config-syntax', message: expect.stringContaining(reason) })
  if (place) expect(`${first?.line}:${first?.column}`).toBe(place)
})

test('tells all faults of syntax, one a line', async () => {
  const text = '{\n  "a": 1,,\n  "b" 2,\n  "c": 3,\n}\n'
  const lines = (await messages({ 'org.config.json': text })).map(({ line }) => line)
  expect(lines).toEqual([2, 3, 4])
})

test('takes a byte order mark and Windows line ends', async () => {
  expect(await messages({ 'org.config.json': `\ufeff{\r\n  ${organisation}\r\n}\r\n` })).toEqual([])
})

test('asks for UTF-8', async () => {
  const text = '{"organisation": {"name": "Müller"}}'
  for (const config of [Buffer.from(text, 'latin1'), Buffer.from(`\ufeff${text}`, 'utf16le')])
    expect(await messages({ 'org.config.json': config })).toMatchObject([
      { message: expect.stringContaining('expected text in UTF-8') },
    ])
})

test('finds keys that stand twice and the one that JavaScript keeps for itself', async () => {
  const text = `{\n  ${organisation},\n  "answers": {"a": "1",\n    "a": "2", "__proto__": "x"}\n}`
  expect(await messages({ 'org.config.json': text })).toMatchObject([
    {
      line: 4,
      column: 5,
      rule: 'config-duplicate-key',
      message: expect.stringContaining('line 3'),
    },
    { line: 4, column: 15, rule: 'config-unknown-key' },
  ])
})

test('reports every value that does not fit, at the value', async () => {
  const text = [
    '{',
    '  "organisation": {"name": "", "locale": "english", "colour": "ret", "nmae": "X"},',
    '  "answers": {"a": true},',
    '  "documents": {"notes": {"include": "no"}, "ntoes": {}},',
    '  "rules": {"raw-htm": "off", "raw-html": "on"}',
    '}',
  ].join('\n')
  const found = await messages({ 'org.config.json': text, 'content/notes.md': '' })
  expect(found.map(({ line, column, rule }) => `${line}:${column} ${rule}`)).toEqual([
    '2:28 config-value',
    '2:42 config-value',
    '2:63 config-value',
    '2:70 config-unknown-key',
    '3:20 config-value',
    '4:38 config-value',
    '4:45 config-unknown-document',
    '5:13 config-unknown-key',
    '5:43 config-value',
  ])
  expect(found[3]?.message).toBe('Unexpected key `nmae`, did you mean `name`?')
  expect(found[6]?.message).toBe('Unexpected document `ntoes`, did you mean `notes`?')
})

test('takes colours, languages and days as people write them', async () => {
  const folder = makeFolder({
    'org.config.json': JSON.stringify({
      organisation: { name: 'Fernhill', locale: 'de_de', colour: 'Navy' },
      answers: { 'Effective date': '1. Februar 2027', owner: '1. Februar 2027' },
      documents: {
        notes: {
          effective: '3/4/2027',
          review: 'every 2 years',
          answers: { 'review date': '31.2.2027' },
          headings: { Purpose: { 'review date': ['Mo, 1.2.2027', 'Di, 1.2.2027'] } },
        },
      },
    }),
    'content/notes.md': '',
    'content/placeholders.json': JSON.stringify(
      Object.fromEntries(
        ['effective date', 'review date'].map((key) => [
          key,
          { group: 'Days', type: 'date', question: 'When?' },
        ]),
      ),
    ),
  })
  const loaded = await load({
    config: join(folder, 'org.config.json'),
    contentFolders: [join(folder, 'content')],
  })
  expect(loaded).toMatchObject({
    config: {
      organisation: { locale: 'de-DE', colour: '#000080' },
      answers: { 'Effective date': '2027-02-01', owner: '1. Februar 2027' },
      documents: {
        notes: {
          effective: '2027-04-03',
          review: 'every 2 years',
          answers: { 'review date': '31.2.2027' },
          // The first of the two days is a Monday.
          headings: { Purpose: { 'review date': ['2027-02-01', 'Di, 1.2.2027'] } },
        },
      },
    },
  })
})

test('says how to begin where there is no configuration', async () => {
  expect(await messages({})).toMatchObject([
    { rule: 'config-missing', message: expect.stringContaining('policypack init') },
  ])
})

test('takes each file from the first folder that has it', async () => {
  const folder = makeFolder({
    'org.config.json': `{${organisation}}`,
    'first/own.md': 'first',
    'second/own.md': 'second',
    'second/other.md': 'other',
    'first/placeholders.json': '{"Frequency": {"group": "g", "type": "text", "question": "first"}}',
    'second/placeholders.json':
      '{"frequency": {"group": "g", "type": "text", "question": "second"}}',
    'templates/extra.hbs': 'own',
  })
  const loaded = await load({
    config: join(folder, 'org.config.json'),
    contentFolders: ['first', 'second', 'third'].map((name) => join(folder, name)),
  })
  if ('messages' in loaded) throw new Error(loaded.messages[0]?.message)
  expect(loaded.sources.map(({ file }) => String(file))).toEqual(['other', 'first'])
  expect(loaded.catalogue.frequency?.question).toBe('first')
  expect(String(loaded.templates.layouts.extra)).toBe('own')
  expect(Object.keys(loaded.templates.layouts).length).toBeGreaterThan(1)
  expect(loaded.templates.assets.some(({ path }) => path.endsWith('.woff2'))).toBe(true)
})

test('does not go on with a list of published forms that it would overwrite', async () => {
  const files = { 'org.config.json': `{${organisation}}`, 'published-forms.json': '[{"id": "a"}]' }
  const loaded = await load({ config: join(makeFolder(files), 'org.config.json') })
  expect(loaded).toMatchObject({ messages: [{ rule: 'config-value' }, {}, {}] })
})

const png = Buffer.from('89504e470d0a1a0a49454e44', 'hex')
/** 3 pixels by 2, as programs write the two kinds; the third has no more than its size, 8000 by 8000. */
const webp = {
  lossy: Buffer.from(
    '52494646340000005745425056503820280000007001009d012a0300020002c04c25a0027401400000fec4efae2e6c88a3ff9f99fff03ffee9ee0000',
    'hex',
  ),
  lossless: Buffer.from(
    '524946461c000000574542505650384c100000002f0240000007d0dd6855ff0311d1ff00',
    'hex',
  ),
  huge: Buffer.from('524946461600000057454250565038580a000000000000003f1f003f1f00', 'hex'),
}
const svg = (inner: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inner}</svg>`

test.each([
  ['a PNG', 'logo.png', png, 'assets/logo.png'],
  [
    'a JPEG whatever it is called',
    'logo.png',
    Buffer.from('ffd8ffe0ffd9', 'hex'),
    'assets/logo.jpg',
  ],
  ['a WebP with loss', 'logo.webp', webp.lossy, 'assets/logo.webp'],
  ['a WebP without loss', 'logo.webp', webp.lossless, 'assets/logo.webp'],
  [
    'an SVG',
    'pictures/logo.svg',
    `<?xml version="1.0"?>\n${svg('<path d="M0 0h9v9"/>')}`,
    'assets/logo.svg',
  ],
])('takes %s as logo', async (_, name, bytes, path) => {
  const loaded = await load({ config: join(withLogo(name, bytes), 'org.config.json') })
  expect(loaded).toMatchObject({ logo: { path } })
})

test.each([
  ['a text', 'logo.png', 'hello', 'PNG, JPEG, WebP or SVG'],
  ['a picture that is not there', 'logo.png', undefined, 'is not there'],
  ['a photograph', 'logo.png', Buffer.concat([png, Buffer.alloc(2_000_000)]), 'at most 2 MB'],
  ['a file from elsewhere', '../logo.png', png, 'beside the configuration'],
  ['a folder', 'content', undefined, 'Unexpected folder'],
  ['an address', 'https://example.org/logo.png', undefined, 'download the picture'],
  ['half a PNG', 'logo.png', png.subarray(0, 8), 'is not whole'],
  ['half a JPEG', 'logo.jpg', Buffer.from('ffd8ffe0', 'hex'), 'is not whole'],
  ['half a WebP', 'logo.webp', webp.lossy.subarray(0, -4), 'is not whole'],
  ['a WebP with too many pixels', 'logo.webp', webp.huge, 'at most 40 million pixels'],
  ['half an SVG', 'logo.svg', svg('').slice(0, -8), 'is not whole'],
])('refuses %s as logo', async (_, name, bytes, reason) => {
  const folder = withLogo(name, bytes)
  const found = await messagesIn(folder)
  expect(found).toMatchObject([
    { rule: 'config-value', line: 1, message: expect.stringContaining(reason) },
  ])
})

test('refuses a link to a file elsewhere as logo', async () => {
  const elsewhere = join(makeFolder(), 'logo.png')
  writeFileSync(elsewhere, png)
  const folder = withLogo('logo.png', undefined)
  symlinkSync(elsewhere, join(folder, 'logo.png'))
  expect(await messagesIn(folder)).toMatchObject([
    { message: expect.stringContaining('beside the configuration') },
  ])
})

function withLogo(logo: string, bytes: string | Buffer | undefined): string {
  const config = `{"organisation": ${JSON.stringify({ name: 'Fernhill', logo })}}`
  return makeFolder({
    'org.config.json': config,
    'content/a.md': '',
    ...(bytes !== undefined && { [logo]: bytes }),
  })
}

function messages(files: Readonly<Record<string, string | Buffer>>): Promise<readonly Message[]> {
  return messagesIn(makeFolder(files))
}

async function messagesIn(folder: string): Promise<readonly Message[]> {
  const loaded = await load({ config: join(folder, 'org.config.json') })
  return 'messages' in loaded ? loaded.messages : messagesOf(loaded.configFile)
}
