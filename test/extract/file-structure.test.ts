import { expect, test } from 'vitest'
import { form, textField } from './support/hand-made.ts'
import {
  appendUpdate,
  bytesOf,
  flateObject,
  streamObject,
  textOf,
  writePdf,
} from './support/pdf-writer.ts'
import { type Projection, project } from './support/project.ts'

const blank = form({ 10: textField('a', ''), 11: textField('b', '/V(kept)') })
const filled = { 10: textField('a', '/V(new)') }
const blankPdf = writePdf(blank)
const filledPdf = appendUpdate(blankPdf, filled)
const filledStreamPdf = appendUpdate(writePdf(blank, { xref: 'stream' }), filled, {
  xref: 'stream',
})
const compressed = { xref: 'stream', compressed: [1, 2, 3, 4, 10, 11] } as const
const compressedPdf = appendUpdate(writePdf(blank, compressed), filled, {
  xref: 'stream',
  compressed: [10],
})
const values = { a: ['new'], b: ['kept'] }

const replace = (pdf: Uint8Array, from: string | RegExp, to: string) =>
  bytesOf(textOf(pdf).replace(from, () => to))
const wrongStart = (pdf: Uint8Array, to: string | number) =>
  bytesOf(textOf(pdf).replace(/startxref\n\d+\n%%EOF\n$/, `startxref\n${to}\n%%EOF\n`))
const cut = (pdf: Uint8Array, before: string) => pdf.subarray(0, textOf(pdf).lastIndexOf(before))
const startOf = (pdf: Uint8Array) => Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(textOf(pdf))?.[1])

/** Adds an update as iText and PDFBox write it, whose cross-reference stream lists the other objects only. */
function withUnlistedStream(pdf: Uint8Array): Uint8Array {
  const before = textOf(pdf)
  const row = String.fromCharCode(1, 0, before.length >> 8, before.length & 255, 0)
  const entries = `/Type/XRef/W[1 3 1]/Index[10 1]/Size 100/Root 1 0 R/Prev ${startOf(pdf)}`
  const object = `${before}10 0 obj\n${filled[10]}\nendobj\n`
  const section = `99 0 obj\n${streamObject(entries, row)}\nendobj\n`
  return bytesOf(`${object}${section}startxref\n${object.length}\n%%EOF\n`)
}

const files: Record<string, [pdf: Uint8Array, Projection]> = {
  'one update': [filledPdf, { values }],
  'several updates': [
    appendUpdate(appendUpdate(filledPdf, { 10: textField('a', '/V(older)') }), filled),
    { values },
  ],
  'cross-reference streams': [filledStreamPdf, { values }],
  'object streams': [compressedPdf, { values }],
  'an update right behind the end mark': [
    appendUpdate(bytesOf(textOf(blankPdf).trimEnd()), filled),
    { values },
  ],
  'bytes before the header': [
    bytesOf(`HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n${textOf(filledPdf)}`),
    { values, fileProblems: ['leading-bytes'] },
  ],
  'bytes before the header that offsets count': [
    appendUpdate(replace(writePdf(blank), '%PDF', '%PDF'), filled),
    { values },
  ],
  'other PDFs before it': [
    bytesOf(`${textOf(writePdf(form({ 10: textField('a', '/V(x)') })))}\r\n${textOf(filledPdf)}`),
    { values, fileProblems: ['joined-files'] },
  ],
  'another of the same layout before it': [
    bytesOf(`${textOf(filledPdf).replace('(new)', '(old)')}${textOf(filledPdf)}`),
    { values, fileProblems: ['joined-files'] },
  ],
  'bytes behind the end': [
    bytesOf(`${textOf(filledPdf)}-- \r\nSent with my phone, see startling offers\r\n`),
    { values, fileProblems: ['trailing-bytes'] },
  ],
  'a startxref that leads nowhere': [
    wrongStart(filledPdf, 7),
    { values, fileProblems: ['startxref-wrong'] },
  ],
  'a startxref that leads nowhere, with streams': [
    wrongStart(compressedPdf, 99999),
    { values, fileProblems: ['startxref-wrong'] },
  ],
  'a startxref that leads to the blank revision': [
    wrongStart(filledPdf, startOf(blankPdf)),
    { values, fileProblems: ['unlisted-objects'] },
  ],
  'a startxref that leads to the blank revision, with streams': [
    wrongStart(compressedPdf, startOf(writePdf(blank, compressed))),
    { values, fileProblems: ['unlisted-objects'] },
  ],
  'a startxref that leads nowhere, and an object that moved into an object stream': [
    wrongStart(
      appendUpdate(writePdf(blank, { xref: 'stream' }), filled, {
        xref: 'stream',
        compressed: [10],
      }),
      7,
    ),
    { values, fileProblems: ['startxref-wrong'] },
  ],
  'a startxref that leads nowhere, and a cross-reference stream that does not list itself': [
    wrongStart(withUnlistedStream(blankPdf), 7),
    { values, fileProblems: ['startxref-wrong'] },
  ],
  'line ends that were converted': [
    bytesOf(textOf(filledPdf).replaceAll('\n', '\r\n')),
    { values, fileProblems: ['xref-rebuilt'] },
  ],
  'a table whose offsets are wrong': [
    bytesOf(textOf(blankPdf).replace(/\d{10} 00000 n/g, '0000000017 00000 n')),
    {
      values: { a: [], b: ['kept'] },
      fileProblems: Array<string>(6).fill('object-relocated'),
    },
  ],
  'an update whose offsets are wrong': [
    bytesOf(textOf(filledPdf).replace(/(10 1\n)\d{10}(?= 00000 n \ntrailer)/, '$10000000017')),
    { values, fileProblems: ['xref-rebuilt'] },
  ],
  'an update that lists its object under another number': [
    bytesOf(textOf(filledPdf).replace(/10( 1\n\d{10} 00000 n \ntrailer)/, '99$1')),
    { values, fileProblems: ['xref-rebuilt'] },
  ],
  'a table that counts from 1': [
    replace(blankPdf, 'xref\n0 1\n0000000000 65535 f \n1 1\n', 'xref\n1 1\n0000000000 65535 f \n'),
    { values: { a: [], b: ['kept'] } },
  ],
  'a /Size that is too small': [replace(filledPdf, /Size \d+/, 'Size 02'), { values }],
  'a /Prev that leads nowhere': [
    replace(filledPdf, /Prev \d+/, 'Prev 12'),
    { values, fileProblems: ['xref-incomplete'] },
  ],
  'a /Prev that leads to itself': [
    replace(filledPdf, /Prev \d+/, `Prev ${startOf(filledPdf)}`),
    { values, fileProblems: ['xref-incomplete'] },
  ],
  'no trailer': [
    replace(wrongStart(blankPdf, 0), 'trailer', 'troiler'),
    { values: { a: [], b: ['kept'] }, fileProblems: ['xref-rebuilt'] },
  ],
  'an object that is not closed': [
    replace(blankPdf, '/V(kept)>>\nendobj', '/V(kept)>>\n      '),
    { values: { a: [], b: ['kept'] } },
  ],
  'a cut end mark': [cut(filledPdf, 'OF\n'), { values, truncated: 'none' }],
  'no end mark': [cut(filledPdf, '%%EOF'), { values, truncated: 'none' }],
  'no startxref': [cut(filledPdf, 'startxref'), { values, truncated: 'possible' }],
  'a cut trailer': [cut(filledPdf, '/Root'), { values, truncated: 'possible' }],
  'a cut table': [cut(filledPdf, ' 00000 n'), { values, truncated: 'possible' }],
  'an update cut behind its object': [
    cut(filledPdf, 'xref\n10 1'),
    { values, truncated: 'possible' },
  ],
  'an update cut in its object': [
    cut(filledPdf, '(new)'),
    { values: { a: [], b: ['kept'] }, truncated: 'possible' },
  ],
  'an update cut in its first number': [
    filledPdf.subarray(0, blankPdf.length + 3),
    { values: { a: [], b: ['kept'] }, truncated: 'possible' },
  ],
  'a compressed update that is cut': [
    cut(compressedPdf, 'startxref'),
    { values, truncated: 'possible' },
  ],
  'a compressed update cut in its stream': [
    cut(cut(compressedPdf, 'endstream'), 'endstream').subarray(0, -20),
    { values: { a: [], b: ['kept'] }, truncated: 'possible' },
  ],
  'a whole other PDF in a stream': [
    wrongStart(
      writePdf({
        ...blank,
        12: `<</Length ${filledPdf.length}>>\nstream\n${textOf(filledPdf)}\nendstream`,
      }),
      3,
    ),
    { values: { a: [], b: ['kept'] }, fileProblems: ['startxref-wrong'] },
  ],
}

test.each(Object.entries(files))('reads a file with %s', (_, [pdf, expected]) => {
  expect(project(pdf)).toEqual(expected)
})

test('lets a hybrid stream list what its table calls free', () => {
  const text = textOf(writePdf(blank, compressed))
  const stream = startOf(bytesOf(text))
  const body = text.slice(0, text.lastIndexOf('startxref'))
  const table = `xref\n0 12\n${'0000000000 65535 f \n'.repeat(12)}trailer\n<</Size 12/Root 1 0 R/XRefStm ${stream}>>\n`
  const hybrid = bytesOf(`${body}${table}startxref\n${body.length}\n%%EOF\n`)
  expect(project(hybrid)).toEqual({ values: { a: [], b: ['kept'] } })
})

test.each(['7', '0', '99 0 R'])(
  'never takes an update for blank whose hybrid stream is at %s',
  (at) => {
    const text = textOf(appendUpdate(blankPdf, filled, { xref: 'stream', compressed: [10] }))
    const body = text.slice(0, text.lastIndexOf('startxref'))
    const trailer = `<</Size 14/Root 1 0 R/Prev ${startOf(blankPdf)}/XRefStm ${at}>>`
    const hybrid = bytesOf(
      `${body}xref\n0 0\ntrailer\n${trailer}\nstartxref\n${body.length}\n%%EOF\n`,
    )
    expect(project(hybrid)).toEqual({ values, fileProblems: ['xref-rebuilt'] })
  },
)

test('searches where a cross-reference stream has more entries than it says', () => {
  const pdf = replace(writePdf(blank, { xref: 'stream' }), /\/Index\[[^\]]*\]/, '/Index[0 3]')
  expect(project(pdf)).toEqual({ values: { a: [], b: ['kept'] }, fileProblems: ['xref-rebuilt'] })
})

test('says that a damaged object stream may be wrong', () => {
  const pdf = writePdf(blank, { xref: 'stream', compressed: [10, 11] })
  const at = textOf(pdf).indexOf('stream\n', textOf(pdf).indexOf('ObjStm')) + 60
  const damaged = pdf.slice()
  damaged[at] = (damaged[at] ?? 0) ^ 1
  const { fileProblems } = project(damaged)
  expect(fileProblems).toContain('stream-damaged')
})

test.each([
  ['empty', new Uint8Array()],
  ['not-a-pdf', bytesOf('<html>no form</html>')],
  ['damaged', bytesOf('%PDF-1.7\nnothing here')],
  ['damaged', blankPdf.subarray(0, 60)],
])('refuses a file that is %s', (reason, pdf) => {
  expect(() => project(pdf)).toThrow(expect.objectContaining({ name: 'PdfError', reason }))
})

test('uses a stream whose /Length is wrong', () => {
  const stream = flateObject('', 'from a stream').replace(/Length \d+/, 'Length 3')
  const pdf = writePdf(
    form({ 10: textField('a', '/V 12 0 R'), 12: stream }, { listed: [10], annotations: [10] }),
  )
  expect(project(pdf)).toEqual({ values: { a: ['from a stream'] } })
})
