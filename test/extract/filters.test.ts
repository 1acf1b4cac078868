import { deflateRawSync, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openPdf, readPageContents, readPages } from '../../src/pdf/index.ts'
import { form } from './support/hand-made.ts'
import { streamObject, textOf, writePdf } from './support/pdf-writer.ts'

const text = 'A text that repeats: a text that repeats, a text that repeats. '.repeat(40)
const bytes = Buffer.from(text, 'latin1')

/** Reads a page whose contents are this stream; gives the text and the kinds of problems. */
function decode(entries: string, data: Uint8Array | string): [text: string, problems: string[]] {
  const page = '<</Type/Page/Parent 2 0 R/Contents 40 0 R>>'
  const file = openPdf(writePdf({ ...form({}), 3: page, 40: streamObject(entries, data) }))
  const contents = readPages(file).flatMap((first) => readPageContents(file, first))
  return [contents.map(textOf).join(), file.problems.map(({ kind }) => kind)]
}

function ascii85(data: Uint8Array): string {
  let out = ''
  for (let at = 0; at < data.length; at += 4) {
    const group = [0, 1, 2, 3].map((i) => data[at + i] ?? 0)
    let value = group.reduce((sum, byte) => sum * 256 + byte, 0)
    const digits: string[] = []
    for (let i = 0; i < 5; i++, value = Math.floor(value / 85)) {
      digits.unshift(String.fromCharCode(33 + (value % 85)))
    }
    out += digits.join('').slice(0, Math.min(4, data.length - at) + 1)
  }
  return `${out}~>`
}

/** Packs with 9 to 12 bits a code, as LZWDecode unpacks with /EarlyChange 1. */
function lzw(data: Uint8Array, earlyChange = 1): Uint8Array {
  const codes = new Map<string, number>()
  let bits = '100000000'
  let width = 9
  let next = 258
  let prefix = ''
  const codeOf = (part: string) => (part.length === 1 ? part.charCodeAt(0) : (codes.get(part) ?? 0))
  const write = (code: number) => {
    bits += code.toString(2).padStart(width, '0')
  }
  for (const byte of data) {
    const longer = prefix + String.fromCharCode(byte)
    if (longer.length === 1 || codes.has(longer)) {
      prefix = longer
      continue
    }
    write(codeOf(prefix))
    codes.set(longer, next++)
    if (next + earlyChange > 1 << width && width < 12) width++
    prefix = longer.slice(-1)
  }
  write(codeOf(prefix))
  if (next + 1 + earlyChange > 1 << width && width < 12) width++
  write(257)
  return Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) =>
    Number.parseInt(byte.padEnd(8, '0'), 2),
  )
}

/** PNG rows of so many bytes, with the filters none, sub, up, average and Paeth in turn. */
function pngRows(data: Uint8Array, columns: number): Uint8Array {
  const out: number[] = []
  const at = (index: number) => (index < 0 ? 0 : (data[index] ?? 0))
  for (let row = 0; row < data.length; row += columns) {
    const filter = (row / columns) % 5
    out.push(filter)
    for (let i = row; i < row + columns; i++) {
      const left = i > row ? at(i - 1) : 0
      const up = at(i - columns)
      const upLeft = i > row ? at(i - columns - 1) : 0
      const estimate = left + up - upLeft
      const nearest = [left, up, upLeft].toSorted(
        (a, b) => Math.abs(a - estimate) - Math.abs(b - estimate),
      )[0]
      out.push((at(i) - ([0, left, up, (left + up) >> 1, nearest ?? 0][filter] ?? 0)) & 255)
    }
  }
  return Uint8Array.from(out)
}

const zip = deflateSync(bytes)
const square = bytes.subarray(0, 2400)
const hex = bytes.toString('hex')
const runs = [...bytes].map((byte) => String.fromCharCode(0, byte)).join('')

test.each<[name: string, entries: string, data: Uint8Array | string, expected: string]>([
  ['no filter', '', bytes, text],
  ['Flate', '/Filter/FlateDecode', zip, text],
  ['Flate in an array', '/Filter[/FlateDecode]', zip, text],
  ['hexadecimal', '/Filter/ASCIIHexDecode', `${hex.replace(/(.{60})/g, '$1\n')}>`, text],
  ['ASCII85', '/Filter/ASCII85Decode', ascii85(bytes), text],
  ['ASCII85 with its mark', '/Filter/ASCII85Decode', `<~${ascii85(bytes)}`, text],
  ['ASCII85 zeros', '/Filter/ASCII85Decode', 'zz!!~>', '\0'.repeat(9)],
  ['run lengths', '/Filter/RunLengthDecode', `${runs}\xfex\x80`, `${text}xxx`],
  ['LZW', '/Filter/LZWDecode', lzw(bytes), text],
  [
    'LZW without early change',
    '/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>',
    lzw(bytes, 0),
    text,
  ],
  ['ASCII85 over Flate', '/Filter[/ASCII85Decode/FlateDecode]', ascii85(zip), text],
  [
    'PNG rows',
    '/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 60>>',
    deflateSync(pngRows(square, 60)),
    textOf(square),
  ],
  [
    'PNG rows in a list of parameters',
    '/Filter[/ASCIIHexDecode/FlateDecode]/DecodeParms[null<</Predictor 12/Columns 60>>]',
    `${deflateSync(pngRows(square, 60)).toString('hex')}>`,
    textOf(square),
  ],
  [
    'TIFF rows',
    '/Filter/FlateDecode/DecodeParms<</Predictor 2/Columns 4>>',
    deflateSync(Uint8Array.of(97, 1, 1, 1, 101, 1, 1, 1)),
    'abcdefgh',
  ],
])('undoes %s', (_, entries, data, expected) => {
  expect(decode(entries, data)).toEqual([expected, []])
})

test('inflates data with rubbish behind it', () => {
  const data = Buffer.concat([zip, Buffer.from('rubbish')])
  expect(decode('/Filter/FlateDecode', data)).toEqual([text, []])
})

test.each<[name: string, data: Uint8Array]>([
  ['that has no zlib header', deflateRawSync(bytes)],
  ['whose checksum is wrong', Buffer.concat([zip.subarray(0, -4), Buffer.from('0000')])],
  ['whose checksum is missing', zip.subarray(0, -4)],
])('inflates data %s, and says so', (_, data) => {
  expect(decode('/Filter/FlateDecode', data)).toEqual([text, ['stream-damaged']])
})

test.each<[name: string, entries: string, data: Uint8Array]>([
  ['cut data', '/Filter/FlateDecode', zip.subarray(0, 45)],
  [
    'cut LZW data',
    '/Filter/LZWDecode',
    Buffer.concat([lzw(bytes).subarray(0, 60), Buffer.alloc(9, 255)]),
  ],
])('keeps the beginning of %s, and says so', (_, entries, data) => {
  const [read, problems] = decode(entries, data)
  expect(text.startsWith(read)).toBe(true)
  expect(read.length).toBeGreaterThan(10)
  expect(problems).toEqual(['stream-damaged'])
})

test.each([
  ['an unknown filter', '/Filter/Other'],
  ['an image', '/Filter/DCTDecode'],
  ['too many filters', `/Filter[${'/ASCIIHexDecode'.repeat(11)}]`],
])('gives nothing for %s, and says so', (_, entries) => {
  expect(decode(entries, 'data')).toEqual(['', ['stream-damaged']])
})

test('inflates all that a long stream holds, behind a long tail of rubbish', () => {
  const long = Buffer.from(Array.from({ length: 600_000 }, (_, i) => (i * i * 31) & 255))
  const data = Buffer.concat([deflateSync(long), Buffer.alloc(3_000_000, 1)])
  const [read] = decode('/Filter/FlateDecode', data)
  expect(Buffer.from(read, 'latin1').equals(long)).toBe(true)
})
