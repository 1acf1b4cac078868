import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTrueType } from '../../src/pack/stamp/font/true-type.ts'
import { checkPdf } from '../pdfua/index.ts'
import { templates } from '../stamp/sample.ts'
import { drawnGlyphs } from '../support/drawn-glyphs.ts'
import { samplePack } from '../support/sample-pack.ts'
import type { Filler } from './filler.ts'
import { pdfium } from './pdfium.ts'
import { pdfjs } from './pdfjs.ts'
import { pdftk } from './pdftk.ts'
import { poppler } from './poppler.ts'

const FIELD = 'mentee.name'
const REPLACEMENT = 0xfffd

const blank = new Uint8Array(readFileSync(join(await samplePack(), 'mentoring-contract.pdf')))
const font = readTrueType((await templates()).formFont)

/** Names in letters that the form font has. */
const ours = [
  ['Western European', 'Zoë Ångström Þór'],
  ['Turkish', 'Şükrü Ağaoğlu'],
  ['Polish', 'Żółć Łukasz'],
  ['Czech', 'Jiří Dvořák'],
  ['Romanian', 'Ștefan Țiriac'],
  ['Azerbaijani', 'Əliyev Rəşad'],
  ['Hausa', 'Ɗanladi Ƙasim'],
  ['Vietnamese', 'Nguyễn Thị Hồng'],
  ['Greek', 'Ελένη Παπαδοπούλου'],
  ['Russian', 'Жанна Щукина'],
  ['Ukrainian', 'Їжакевич Ґалаґан'],
  ['Kazakh', 'Әсел Қайрат'],
] as const

/** Names in letters that it does not have. */
const others = [
  ['Arabic', 'محمد عبد الله'],
  ['Hebrew', 'דוד כהן'],
  ['Chinese', '李小龍'],
  ['Japanese', 'やまだ タロウ'],
  ['Korean', '김민준'],
  ['Hindi', 'अर्जुन शर्मा'],
  ['Thai', 'สมชาย'],
  ['Georgian', 'გიორგი'],
  ['Armenian', 'Արամ'],
  ['an emoji', 'Ana 🙂'],
] as const

describe.each([pdfium, pdfjs, poppler])('$name', (filler) => {
  const isHere = filler.available()

  test.skipIf(!isHere).each(ours)('draws each letter of a name that is %s', async (_, typed) => {
    expect(await drawnBy(filler, typed)).toEqual(Array.from(typed, glyphOf))
  })
})

describe.each([pdfium, pdfjs, poppler, pdftk])('$name', (filler) => {
  test.skipIf(!filler.available()).each([...ours, ...others])(
    'draws no letter of another name for one that is %s',
    async (_, typed) => {
      const right = new Set([...typed, '\ufffd'].map(glyphOf))
      const drawn = await drawnBy(filler, typed)
      expect(drawn.filter((glyph) => !right.has(glyph))).toEqual([])
    },
  )
})

describe.each([pdfium, pdfjs])('filled by $name', (filler) => {
  test.each(ours)('a form still conforms with a name that is %s', async (_, typed) => {
    expect(await checkPdf(await fill(filler, typed))).toEqual([])
  })
})

function fill(filler: Filler, typed: string): Promise<Uint8Array> {
  return filler.fill(blank, [{ kind: 'text', name: FIELD, value: typed }])
}

/** The glyphs of the form font that are drawn; a program may have others of its own. */
async function drawnBy(filler: Filler, typed: string): Promise<number[]> {
  const glyphs = await drawnGlyphs(await fill(filler, typed), FIELD)
  return glyphs.flatMap(({ font: name, glyph }) => (name === font.postScriptName ? [glyph] : []))
}

function glyphOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  return font.glyphs.get(code) ?? font.glyphs.get(REPLACEMENT) ?? 0
}
