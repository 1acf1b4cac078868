import { expect, test } from 'vitest'
import { findFormMarks } from '../../src/contracts/foot-line.ts'
import { linesOf } from '../../src/pdf/page/index.ts'
import { contentWith, type PageOptions } from './support/page.ts'
import { streamObject } from './support/pdf-writer.ts'

test('a character stands where its text matrix and the page put it', () => {
  const { glyphs } = contentWith('2 0 0 2 10 5 cm BT /F 10 Tf 1 0 0 1 20 10 Tm (A) Tj ET')
  expect(glyphs).toMatchObject([{ text: 'A', x: 50, y: 25, size: 20, angle: 0 }])
  expect(glyphs[0]?.width).toBeCloseTo(13.34)
})

const positions: Record<string, [content: string, xs: number[]]> = {
  'the widths of the font': ['/F 10 Tf (ii) Tj', [0, 2.22]],
  'character spacing': ['/F 10 Tf 3 Tc (ii) Tj', [0, 5.22]],
  'word spacing': ['/F 10 Tf 4 Tw ( i) Tj', [0, 6.78]],
  'horizontal scaling': ['/F 10 Tf 50 Tz (ii) Tj', [0, 1.11]],
  'adjustments in an array': ['/F 10 Tf [(i) -500 (i)] TJ', [0, 7.22]],
  'moves of the line': ['/F 10 Tf 5 0 Td (i) Tj 7 0 Td (i) Tj', [5, 12]],
  'a new line': ['/F 10 Tf 12 TL (i) Tj T* (i) Tj', [0, 0]],
  'the quote operators': ['/F 10 Tf 12 TL (i) \' 1 2 (ii) "', [0, 0, 4.22]],
}

test.each(Object.entries(positions))('%s', (_, [content, xs]) => {
  const { glyphs } = contentWith(`BT ${content} ET`)
  expect(glyphs.map(({ x }) => Math.round(x * 100) / 100)).toEqual(xs)
})

const type0 = (map: string): PageOptions => ({
  fonts: '/T 10 0 R',
  objects: {
    10: '<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Test/Encoding/Identity-H/DescendantFonts[11 0 R]/ToUnicode 12 0 R>>',
    11: '<</Type/Font/Subtype/CIDFontType2/BaseFont/Test/DW 500/W[3[600 700]8 9 800]>>',
    12: streamObject('', map),
  },
})

const texts: Record<string, [content: string, text: string, options?: PageOptions]> = {
  'WinAnsi text': ['/F 10 Tf (Zo\\353 \\226 \\223x\\224) Tj', 'Zoë – “x”'],
  'names of accented letters': [
    '/D 10 Tf (abcdefg) Tj',
    'ŻłỄΩжfiЁ',
    {
      fonts:
        '/D<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[97/Zdotaccent/lslash/Ecircumflextilde/Omega/afii10072/fi/afii10023]>>>>',
    },
  ],
  'names that are numbers': [
    '/D 10 Tf (ab) Tj',
    'Ж€',
    {
      fonts:
        '/D<</Type/Font/Subtype/TrueType/BaseFont/X/Encoding<</Differences[97/uni0416/u20AC.alt]>>>>',
    },
  ],
  'names that say nothing': [
    '/D 10 Tf (a) Tj',
    '\ufffd',
    { fonts: '/D<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[97/g17]>>>>' },
  ],
  'symbolic fonts without an encoding': [
    '/D 10 Tf (a) Tj',
    '\ufffd',
    { fonts: '/D<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Flags 4>>>>' },
  ],
  'check marks of ZapfDingbats': [
    '/D 10 Tf (4) Tj',
    '✔',
    { fonts: '/D<</Type/Font/Subtype/Type1/BaseFont/ZapfDingbats>>' },
  ],
  'single codes of a ToUnicode map': [
    '/T 10 Tf <00010002> Tj',
    'Łﬁ',
    type0('2 beginbfchar <0001> <0141> <0002> <FB01> endbfchar'),
  ],
  'ranges of a ToUnicode map': [
    '/T 10 Tf <000300090004> Tj',
    'AGB',
    type0('1 beginbfrange <0003> <0009> <0041> endbfrange'),
  ],
  'lists of a ToUnicode map': [
    '/T 10 Tf <00030004> Tj',
    'xfy',
    type0('1 beginbfrange <0003> <0004> [<0078> <00660079>] endbfrange'),
  ],
  'a predefined character set': [
    '/T 10 Tf <C0EE41> Tj',
    '李A',
    {
      fonts:
        '/T<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/GBK-EUC-H/DescendantFonts[<</Subtype/CIDFontType0>>]>>',
    },
  ],
  'form XObjects': [
    '/X Do',
    'inside',
    {
      xobjects: '/X 10 0 R',
      objects: { 10: streamObject('/Subtype/Form/BBox[0 0 99 99]', 'BT /F 9 Tf (inside) Tj ET') },
    },
  ],
  'text after an inline image': [
    'BI /W 2 /H 2 /BPC 8 /CS /G ID (EI[< EI /F 10 Tf (after) Tj',
    'after',
  ],
  'text after nonsense': ['] >> ) /F 10 Tf (after) Tj', 'after'],
  'words by their gaps': ['/F 10 Tf [(two)-300(words)] TJ', 'two words'],
  'words by their spaces': ['/F 10 Tf (two words) Tj', 'two words'],
  'nothing that is invisible': ['/F 10 Tf 3 Tr (hidden) Tj', ''],
}

test.each(Object.entries(texts))('%s', (_, [content, text, options]) => {
  const { glyphs } = contentWith(`BT ${content} ET`, options)
  expect(
    linesOf(glyphs)
      .map((line) => line.text)
      .join('\n'),
  ).toBe(text.normalize('NFC'))
})

test('widths of a Type 0 font', () => {
  const { glyphs } = contentWith('BT /T 10 Tf <00030004000800090001> Tj ET', type0(''))
  expect(glyphs.map(({ width }) => width)).toEqual([6, 7, 8, 8, 5])
})

const turns: Record<string, [page: string, x: number, y: number]> = {
  'a cropped page': ['/CropBox[10 20 150 90]', 40, 10],
  'a page turned by 90°': ['/Rotate 90', 30, 150],
  'a page turned by 180°': ['/Rotate 180', 150, 70],
  'a page turned by 270°': ['/Rotate 270', 70, 50],
}

test.each(Object.entries(turns))('the upright place on %s', (_, [page, x, y]) => {
  const turn = Number(/Rotate (\d+)/.exec(page)?.[1] ?? 0)
  const matrix = { 0: '1 0 0 1', 90: '0 1 -1 0', 180: '-1 0 0 -1', 270: '0 -1 1 0' }[turn]
  const { glyphs } = contentWith(`BT /F 10 Tf ${matrix} 50 30 Tm (A) Tj ET`, { page })
  expect(glyphs).toMatchObject([{ x, y, angle: 0 }])
})

test('a page whose text lies on its side comes upright', () => {
  const content = contentWith('BT /F 10 Tf 0 1 -1 0 50 30 Tm (side) Tj ET')
  expect(content).toMatchObject({ width: 100, height: 200 })
  expect(content.glyphs[0]).toMatchObject({ x: 30, y: 150, angle: 0 })
})

test('the name of the form at the foot of a page', () => {
  const { glyphs } = contentWith(
    'BT /F 6 Tf 10 10 Td (mentoring-contract 1.10.0 \\267 0123456789ab) Tj ET',
  )
  expect(findFormMarks([{ ...contentWith(''), glyphs }])).toEqual([
    { id: 'mentoring-contract', version: '1.10.0', hash: '0123456789ab', page: 0 },
  ])
})
