import { expect, test } from 'vitest'
import { toUnicode } from '../../src/pack/stamp/font/to-unicode.ts'
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

test('says what each glyph means, in blocks of at most 100', () => {
  const cmap = toUnicode(font.glyphs)
  const counts = [...cmap.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => Number(count))
  expect(Math.max(...counts)).toBe(100)
  expect(counts.reduce((sum, count) => sum + count)).toBe(new Set(font.glyphs.values()).size)
  expect(textsIn(cmap).get(font.glyphs.get(0x141) ?? 0)).toBe('Ł')
})

test('takes the usual character where two share a glyph, and pairs beyond U+FFFF', () => {
  const cmap = toUnicode(
    new Map([
      [0xa0, 3],
      [0x20, 3],
      [0x1f600, 4],
    ]),
  )
  expect(textsIn(cmap)).toEqual(
    new Map([
      [3, ' '],
      [4, '😀'],
    ]),
  )
})

test('refuses what is no TrueType font', () => {
  expect(() => readTrueType(new Uint8Array(64))).toThrow('expected a TrueType font')
})

function textsIn(cmap: string): Map<number, string> {
  return readCMap(asciiBytes(cmap)).texts()
}
