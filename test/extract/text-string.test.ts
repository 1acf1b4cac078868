import { expect, test } from 'vitest'
import { decodeUtf8 } from '../../src/pdf/bytes.ts'
import { decodeText } from '../../src/pdf/text-string.ts'
import { seededRandom } from './support/mutate.ts'

/** ISO 32000-2, 7.9.2.2: the language of the text that follows. */
const mark = String.fromCharCode(0x1b)
const language = new RegExp(`${mark}[A-Za-z]{2,8}(-?[A-Za-z0-9]{1,8}){0,4}${mark}`, 'g')

const texts = [
  '',
  'Łukasz 李小龍 😀',
  '\u001ben\u001bname',
  '\ufeffmarked twice',
  'ended by NUL\0\0',
  'half \ud83d a pair',
  'a pair \ud83d\u001ben\u001b\ude00 around a language',
]

test('reads UTF-16 as its units say, well-formed or not', () => {
  for (const bytes of inputs()) {
    const units = unitsOf(bytes)
    const text = units.replace(language, '').replace(/\0+$/, '')
    const isSound = bytes.length % 2 === 0 && text.isWellFormed()
    const expected = isSound ? { text } : { text: text.toWellFormed(), doubt: { kind: 'damaged' } }
    expect(decodeText(Uint8Array.of(0xfe, 0xff, ...bytes))).toEqual(expected)
    expect(decodeText(Uint8Array.of(0xff, 0xfe, ...swapped(bytes)))).toEqual(expected)
  }
})

test('reads UTF-8 exactly where it is well-formed', () => {
  for (const bytes of inputs()) {
    const read = decodeUtf8(bytes)
    const again = Buffer.from(bytes).toString('utf8')
    const isSound = Buffer.from(again, 'utf8').equals(bytes)
    expect(read).toBe(isSound ? again : undefined)
  }
})

test('keeps nothing in mind of what it could not read', () => {
  expect(decodeUtf8(Uint8Array.of(0x61, 0xc3))).toBeUndefined()
  expect(decodeUtf8(Uint8Array.of(0xa4))).toBeUndefined()
  expect(decodeUtf8(Uint8Array.of(0x62))).toBe('b')
})

/** Texts in both encodings, the same with one byte changed or more at the end, and bytes that often come in pairs. */
function* inputs(): Generator<Uint8Array> {
  const random = seededRandom(16)
  const below = (end: number) => Math.floor(random() * end)
  for (const text of texts)
    for (const encoding of ['utf8', 'utf16le'] as const) {
      const bytes = Buffer.from(text, encoding)
      yield bytes
      for (let time = 0; time < 60; time++) {
        const changed = new Uint8Array(bytes.length + (time % 3))
        changed.set(bytes)
        changed[below(changed.length)] = below(256)
        yield changed
      }
    }
  const telling = [0x00, 0x1b, 0x61, 0x80, 0xa0, 0xc2, 0xd8, 0xdc, 0xe2, 0xed, 0xef, 0xf0, 0xf4]
  for (let time = 0; time < 2000; time++)
    yield Uint8Array.from({ length: below(12) }, () => telling[below(telling.length)]!)
}

function unitsOf(bytes: Uint8Array): string {
  const units = Array.from(
    { length: bytes.length >> 1 },
    (_, i) => 256 * bytes[2 * i]! + bytes[2 * i + 1]!,
  )
  return String.fromCharCode(...units)
}

/** An odd byte at the end stays where it is. */
function swapped(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte, index) => bytes[index ^ 1] ?? byte)
}
