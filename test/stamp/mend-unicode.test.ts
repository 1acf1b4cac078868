import { PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { contentOf } from '../../src/pack/stamp/content/page-content.ts'
import { textsOfFont } from '../../src/pack/stamp/font/font-texts.ts'
import { mendUnicode } from '../../src/pack/stamp/font/mend-unicode.ts'
import { writeToUnicode } from '../../src/pack/stamp/font/to-unicode.ts'

/** What becomes of pages with these contents, and of the font that they show text in, whose glyphs are a, space and ʼ. */
async function mended(...contents: string[]) {
  const file = await PDFDocument.create()
  const { context } = file
  const cmap = writeToUnicode(
    new Map([
      [1, 'a'],
      [2, ' '],
      [3, 'ʼ'],
    ]),
  )
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    ToUnicode: context.register(context.flateStream(cmap)),
  })
  const resources = context.obj({ Font: { F1: context.register(font) } })
  for (const content of contents) {
    const page = file.addPage()
    page.node.set(PDFName.of('Resources'), resources)
    page.node.set(PDFName.of('Contents'), context.register(context.stream(`/F1 9 Tf ${content}`)))
  }
  mendUnicode(file)
  return {
    contents: file
      .getPages()
      .map((page) => Buffer.from(contentOf(page)).toString().replace('/F1 9 Tf', '').trim()),
    texts: [...(textsOfFont(font)?.values() ?? [])].join(''),
  }
}

const quote = '/Span<</ActualText <FEFF2019>>> BDC <0003> Tj EMC'

test('gives a glyph the meaning that each page says it has', async () => {
  expect(await mended(`<0001> Tj ${quote}`, quote)).toEqual({
    contents: ['<0001> Tj  <0003> Tj', '<0003> Tj'],
    texts: 'a ’',
  })
})

test.each([
  ['says nothing of it', '<0003> Tj'],
  ['gives it another', '/Span<</ActualText <FEFF02BB>>> BDC <0003> Tj EMC'],
])('leaves a glyph its meaning where another page %s', async (_, other) => {
  expect(await mended(quote, other)).toEqual({ contents: [quote, other], texts: 'a ʼ' })
})

test('takes a no-break space for a space', async () => {
  const space = '/Span<</ActualText <FEFF00A0>>> BDC <0002> Tj EMC'
  expect(await mended(`<0002> Tj ${space}`)).toEqual({
    contents: ['<0002> Tj  <0002> Tj'],
    texts: 'a ʼ',
  })
})

test('leaves what stands for several glyphs', async () => {
  const joined = '/Span<</ActualText <FEFF00E1>>> BDC <00010003> Tj EMC'
  expect(await mended(joined)).toEqual({ contents: [joined], texts: 'a ʼ' })
})
