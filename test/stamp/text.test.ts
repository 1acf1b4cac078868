import { PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { shownTextOf } from '../../src/pack/stamp/content/shown-text.ts'
import { textsOf } from '../../src/pack/stamp/content/text.ts'
import { writeToUnicode } from '../../src/pack/stamp/font/to-unicode.ts'

const twoBytes = writeToUnicode(
  new Map([
    [0x0028, 'a'],
    [0x0029, 'b'],
    [0x5c0a, 'c'],
  ]),
)
const oneByte = '2 beginbfchar <28> <0078> <0A> <0079> endbfchar'

/** A page with a font of two bytes a code (`F2`) and one of a single byte (`F1`). */
async function pageWith(content: string) {
  const file = await PDFDocument.create()
  const { context } = file
  const font = (subtype: string, cmap: string) =>
    context.obj({
      Type: 'Font',
      Subtype: subtype,
      ToUnicode: context.register(context.flateStream(cmap)),
    })
  const page = file.addPage()
  page.node.set(
    PDFName.of('Resources'),
    context.obj({ Font: { F1: font('Type3', oneByte), F2: font('Type0', twoBytes) } }),
  )
  page.node.set(PDFName.of('Contents'), context.register(context.stream(content)))
  return page
}

test.each([
  ['hexadecimal strings', '/F2 9 Tf <0028 0029> Tj', 'ab'],
  ['escapes and parentheses', '/F2 9 Tf (\\000\\(\\0\\)) Tj (\\\\\\n) Tj', 'abc'],
  ['strings with adjustments between', '/F2 9 Tf [<0028> -12 (\\000\\051)] TJ', 'ab'],
  ['codes of one byte', '/F1 9 Tf (\\(\\n) Tj', 'xy'],
  ['the font that was chosen last', '/F1 9 Tf (\\() Tj /F2 9 Tf <0029> Tj', 'xb'],
  // A space at the end of a line is in the PDF, so that what has none is one word, such as an address.
  ['a word over two lines', '/F2 9 Tf 1 0 0 1 0 9 Tm <0028> Tj 1 0 0 1 0 5 Tm <0029> Tj', 'ab'],
  ['the same line', '/F2 9 Tf 1 0 0 1 0 9 Tm <0028> Tj 1 0 0 1 7 9.0 Tm <0029> Tj', 'ab'],
  ['a sequence without an id inside', '/F2 9 Tf /Span <</Lang (/MCID 7)>> BDC <0028> Tj EMC', 'a'],
  ['nothing in a font that is not there', '/F9 9 Tf <0028> Tj', undefined],
])('reads %s', async (_, content, expected) => {
  const page = await pageWith(`/P <</MCID 3>> BDC BT ${content} ET EMC BT <0029> Tj ET`)
  expect(textsOf(page).get(3) || undefined).toBe(expected)
})

test('sees each code, also where a text stands for several', async () => {
  const content = '/F2 9 Tf /Span <</ActualText <FEFF0061>>> BDC <00280000> Tj EMC <5C0A> Tj'
  const { codes, corrections, plain } = shownTextOf(await pageWith(content))
  expect([...codes]).toEqual([0x28, 0, 0x5c0a])
  expect(corrections).toEqual([])
  expect([...plain.values()].map((own) => [...own])).toEqual([[0x5c0a]])
})

test('reads what a single code means, however its text is written', async () => {
  const content =
    '/F2 9 Tf /Span <</ActualText (\\376\\377\\040\\031)>> BDC <0028> Tj EMC ' +
    '/Span <</ActualText (e)>> BDC <0029> Tj EMC'
  const { corrections } = shownTextOf(await pageWith(content))
  expect(corrections.map(({ code, text }) => [code, text])).toEqual([
    [0x28, '\u2019'],
    [0x29, 'e'],
  ])
})
