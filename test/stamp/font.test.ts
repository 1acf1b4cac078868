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
    'Əliyev Rəşad Ɓɓ Ɗɗ Ƙƙ Ɛɛ Ɔɔ Ŋŋ Ǥǥ ǃ Ơơ Ưư Țț Ệệ Ґґ Җҗ Ӱӱ Ԥԥ ΐ ﬁ',
  ).filter((character) => !font.glyphs.has(character.codePointAt(0) ?? 0))
  expect(missing).toEqual([])
})

test('says what each code means, in blocks of at most 100', () => {
  const texts = new Map([...font.glyphs.keys()].map((code) => [code, String.fromCodePoint(code)]))
  const cmap = writeToUnicode(texts)
  const counts = [...cmap.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => Number(count))
  expect(Math.max(...counts)).toBe(100)
  expect(textsIn(cmap)).toEqual(texts)
})

test('says it also of several characters, and of pairs beyond U+FFFF', () => {
  const texts = new Map([
    [3, 'ffi'],
    [4, '😀'],
  ])
  expect(textsIn(writeToUnicode(texts))).toEqual(texts)
})

test('refuses what is no TrueType font', () => {
  expect(() => readTrueType(new Uint8Array(64))).toThrow('expected a TrueType font')
})

function textsIn(cmap: string): Map<number, string> {
  return readCMap(asciiBytes(cmap)).texts()
}
