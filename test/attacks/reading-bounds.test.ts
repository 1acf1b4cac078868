import { totalmem } from 'node:os'
import { expect, test, vi } from 'vitest'
import { whatItIs } from '../../src/containers/index.ts'
import { readClaims, XMP_NAMESPACE } from '../../src/contracts/claims.ts'
import { namesForm } from '../../src/contracts/foot-line.ts'
import { lanesFor, thisMachine } from '../../src/forms/reading/lanes.ts'
import { validate } from '../../src/forms/validate/index.ts'
import { fold, foldWord } from '../../src/language/fold.ts'
import { bounded } from '../../src/messages/bounded.ts'
import { finding } from '../../src/messages/finding.ts'
import { quoted, quotedWhole, shortened } from '../../src/messages/quoted.ts'
import type { Extraction } from '../../src/model/extraction.ts'
import { openPdf, readFormFields, readXfaValues } from '../../src/pdf/index.ts'
import { decodeText } from '../../src/pdf/text-string.ts'
import { form, textField } from '../extract/support/hand-made.ts'
import { bytesOf, type Objects, streamObject, writePdf } from '../extract/support/pdf-writer.ts'
import { everyField, filled, formOf } from '../validate/support.ts'

/** What takes time in proportion to its length ends within this, on any machine; what takes its square does not. */
vi.setConfig({ testTimeout: 60_000 })

const LENGTH = 400_000
const repeated = (part: string) => part.repeat(Math.ceil(LENGTH / part.length))
const declared = `<x xmlns:a="${XMP_NAMESPACE}">`

/** Parts that make a search begin anew, or try another way, at each of them. */
const parts: readonly string[] = [
  '<',
  '<a',
  '<a ',
  '<a:formId ',
  '<a:formId>',
  '<a:formId> ',
  '<a b="',
  '<!--',
  '<![CDATA[',
  '<?',
  ' a:formId=',
  ' a:formId="',
  ' xmlns:a = ',
  'xmlns:',
  'a-',
  'a1 ',
  'a 1.',
  'a 1.1.1 ',
  'a 1.1.1·0123456789ab ',
  ' ',
  '\t\n',
  '"',
  '=',
  '&#x',
  '&#1',
  '\u001b',
  '\u001babcdefgh',
  '\u001bab-',
  'a:b\n',
  'a:b\r\n',
  'a:\r',
  ' =',
  ';   ',
  '_x005',
  '</p>',
  '</p> ',
  '<br ',
  '@',
  'a@',
  'a.',
  '1,',
  "1'",
  'é',
  '年1',
]

/** What is done with texts of a file. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'metadata without our name space': readClaims,
  'metadata with it': (text) => readClaims(declared + text),
  'a second form': (text) =>
    readXfaValues(openPdf(withXfa(`<xfa:data><form><a>1</a>${text}</form></xfa:data>`))),
  'formatted text': (text) => readFormFields(openPdf(writePdf(withRichText(text)))),
  'the foot of a page': namesForm,
  'a text': (text) => decodeText(bytesOf(text)),
  'the beginning of a file': (text) => whatItIs(bytesOf(text)),
  'words of a message': (text) => [quoted(text), quotedWhole(text), shortened(text)],
  'words that are compared': (text) => [fold(text), foldWord(text)],
  answers: (text) => {
    const names = everyField.map(({ name }) => name)
    return validate(filled(formOf(everyField), Object.fromEntries(names.map((n) => [n, text]))))
  },
}

test.each(Object.entries(readers))('%s of any kind is read in time', (_, read) => {
  for (const part of parts) read(repeated(part))
})

test('metadata are read with whatever prefix, as elements or attributes, in any quotes', () => {
  const namespace = `xmlns:p.1="${XMP_NAMESPACE}"`
  const claims = { formId: 'a<b', formVersion: '1.0.0' }
  for (const xmp of [
    `<r ${namespace}><p.1:formId>a&lt;b</p.1:formId><p.1:formVersion > 1.0.0\n</p.1:formVersion></r>`,
    `<r ${namespace.replaceAll('"', "'")} p.1:formId = 'a&lt;b' p.1:formVersion="1.0.0"/>`,
    `<!-- <p.1:formId>x</p.1:formId> --><r b=">" ${namespace}><p.1:formId/><p.1:formId>a&lt;b</p.1:formId><r p.1:formVersion="1.0.0"/></r>`,
  ])
    expect(readClaims(xmp)).toEqual(claims)
  expect(readClaims('<r xmlns:p="https://other.example/"><p:formId>a</p:formId></r>')).toEqual({})
})

test('a prefix that no expression can hold makes no message', () => {
  const xmp = `<r xmlns:${'a{99999}['.repeat(100_000)}="${XMP_NAMESPACE}"/>`
  expect(readClaims(xmp)).toEqual({})
})

test('names, options and answers of any length make short messages', () => {
  const long = 'x'.repeat(300_000)
  const more = {
    extra: new Map([[long, [long]]]),
    damaged: new Set<string>(),
  } satisfies Partial<Extraction>
  const names = everyField.map(({ name }) => name)
  const held = Object.fromEntries(names.map((name) => [name, long]))
  const { messages } = validate(filled(formOf(everyField), held, more))
  expect(messages.length).toBeGreaterThan(3)
  for (const { message, field = '' } of messages) {
    expect(message.length).toBeLessThan(1000)
    expect(message).not.toContain('x'.repeat(201))
    expect(field.length).toBeLessThanOrEqual(200)
  }
})

test('so many messages of a kind are told, and how many more there were', () => {
  const alike = Array.from({ length: 120 }, (_, index) => finding('value-type', `Answer ${index}`))
  const other = finding('value-uncertain', 'Another')
  const told = bounded([...alike, other])
  expect(told).toHaveLength(51)
  expect(told[49]?.message).toBe('Answer 49; and there are 70 more messages of this kind')
  expect(told[50]).toEqual(other)
  expect(bounded([other])).toEqual([other])
})

test('a text within a message is on one line and cut between characters', () => {
  expect(quoted('a\n\n b')).toBe('“a b”')
  expect(shortened('😀'.repeat(300))).toBe(`${'😀'.repeat(199)}…`)
  expect(quoted('y'.repeat(61))).toBe(`“${'y'.repeat(59)}…”`)
})

test.each([
  ['as many as cores', { cores: 4, memory: 16e9 }, 100, 4],
  ['as many as files', { cores: 4, memory: 16e9 }, 2, 2],
  ['as many as memory has room for', { cores: 64, memory: 4e9 }, 100, 5],
  ['one where there is little memory', { cores: 64, memory: 3e8 }, 100, 1],
])('workers: %s', (_, machine, files, lanes) => {
  expect(lanesFor(machine, files, 512)).toBe(lanes)
})

test('no more memory is reckoned with than there is', () => {
  expect(thisMachine().memory).toBeLessThanOrEqual(totalmem())
})

function withXfa(xml: string): Uint8Array {
  const acroForm = '/AcroForm<</Fields[]/XFA 5 0 R>>'
  return writePdf({ ...form({}, { form: acroForm }), 5: streamObject('', xml) })
}

function withRichText(text: string): Objects {
  return { ...form({ 10: textField('a', '/RV 11 0 R') }), 11: streamObject('', text) }
}
