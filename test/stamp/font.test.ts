import { expect, test } from 'vitest'
import { writeToUnicode } from '../../src/pack/stamp/font/to-unicode.ts'
import { readTrueType } from '../../src/pack/stamp/font/true-type.ts'
import { asciiBytes } from '../../src/pdf/bytes.ts'
import { readCMap } from '../../src/pdf/page/index.ts'
import { templates } from './sample.ts'

const font = readTrueType((await templates()).formFont)

test('reads the form font', () => {
  const { postScriptName, ascent, descent, capHeight, widths } = font
  expect({ postScriptName, ascent, descent, capHeight }).toEqual({
    postScriptName: 'NotoSans-Regular',
    ascent: 1069,
    descent: -293,
    capHeight: 714,
  })
  expect(widths[font.glyphs.get(0x20) ?? 0]).toBe(260)
})

test('has the characters of European names', () => {
  const missing = Array.from('Łukasz Żółć Ελένη Ольга Nguyễn Hồng ß ’ “ ” – … €').filter(
    (character) => !font.glyphs.has(character.codePointAt(0) ?? 0),
  )
  expect(missing).toEqual([])
})

test('has the letters of living languages, also those that only Africa or Azerbaijan write', () => {
  const missing = Array.from(
    'Əliyev Rəşad Ɓɓ Ɗɗ Ƙƙ Ɛɛ Ɔɔ Ŋŋ Ǥǥ ǃ Ơơ Ưư Țț Ệệ Ґґ Җҗ Ӱӱ Ԥԥ ΐ ᾳ ﬁ',
  ).filter((character) => !font.glyphs.has(character.codePointAt(0) ?? 0))
  expect(missing).toEqual([])
})

test('says what each code means, in blocks of at most 100', () => {
  const texts = new Map([...font.glyphs.keys()].map((code) => [code, String.fromCodePoint(code)]))
  const cmap = writeToUnicode(texts)
  const counts = [...cmap.matchAll(/(\d+) beginbfrange/g)].map(([, count]) => Number(count))
  expect(Math.max(...counts)).toBeLessThanOrEqual(100)
  expect(counts.reduce((sum, count) => sum + count)).toBeLessThan(texts.size / 10)
  expect(textsIn(cmap)).toEqual(texts)
})

test('begins a new range where codes, texts or their first bytes do not count up together', () => {
  const texts = new Map([
    [3, ' '],
    [4, '!'],
    [5, 'ffi'],
    [6, '😀'],
    [7, '😁'],
    [0xff, 'a'],
    [0x100, 'b'],
    [0x101, '\u01ff'],
    [0x102, '\u0200'],
  ])
  expect(textsIn(writeToUnicode(texts))).toEqual(texts)
  expect(writeToUnicode(texts)).toContain('8 beginbfrange\n<0003> <0004> <0020>')
})

test('refuses what is no TrueType font', () => {
  expect(() => readTrueType(new Uint8Array(64))).toThrow('expected a TrueType font')
})

function textsIn(cmap: string): Map<number, string> {
  return readCMap(asciiBytes(cmap)).texts()
}
