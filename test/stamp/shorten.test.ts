import { PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { contentOf } from '../../src/pack/stamp/content/page-content.ts'
import { shorten } from '../../src/pack/stamp/content/shorten.ts'

test('shows a line of text with one instruction, with the gaps that were not the widths of the characters', async () => {
  // The characters are 5 and 6 wide at this size.
  expect(
    await shortened(
      'BT /F1 10 Tf 1 0 0 -1 9 9 Tm <0001> Tj 5 0 Td <0002> Tj 6.2 0 Td <0001> Tj ET',
    ),
  ).toBe('BT /F1 10 Tf 1 0 0 -1 9 9 Tm [<00010002>-20<0001>] TJ ET')
})

test('puts each character where it was, however long the line is', async () => {
  // Steps of 5.004 with gaps in whole thousandths of the size: what a gap leaves over goes into the next.
  const line = `<0001> Tj${' 5.004 0 Td <0001> Tj'.repeat(100)}`
  const content = await shortened(`BT /F1 10 Tf 1 0 0 -1 9 9 Tm ${line} ET`)
  const gaps = [...content.matchAll(/>(-?\d+)</g)].reduce((sum, [, gap]) => sum + Number(gap), 0)
  expect(gaps).toBe(-40)
})

test.each([
  ['of two lines', 'BT /F1 10 Tf 1 0 0 -1 9 9 Tm <0001> Tj 5 12 Td <0002> Tj ET'],
  ['in drawn letters', 'BT /Drawn 10 Tf 1 0 0 -1 9 9 Tm <01> Tj 5 0 Td <02> Tj ET'],
  [
    'with other instructions in it',
    'BT /F1 10 Tf 1 0 0 -1 9 9 Tm <0001> Tj /Span BMC <0002> Tj EMC ET',
  ],
  ['without a font of its own', 'BT 1 0 0 -1 9 9 Tm <0001> Tj 5 0 Td <0002> Tj ET'],
])('leaves text %s as it is', async (_, content) => {
  expect(await shortened(content)).toBe(content)
})

test('draws equal shapes in the same words, wherever they are', async () => {
  const shape = (x: number) =>
    `${x}.123456 7 m ${x + 1}.123456 7 ${x + 1}.623456 8 ${x + 2}.123456 9 c h f`
  const content = await shortened(`${shape(10)}\n${shape(80)}`)
  const drawn = '0 0 m\n1 0 1.5 1 2 2 c\nh\nf\nQ'
  expect(content).toBe(`q\n1 0 0 1 10.12 7 cm\n${drawn}\nq\n1 0 0 1 80.12 7 cm\n${drawn}`)
})

test.each([
  ['rules and boxes', '87 71 214 1 re f 1 2 m 3 4 l S'],
  ['clips', '0 0 m 1 0 1 1 0 1 c h W n'],
])('leaves %s as they are', async (_, content) => {
  expect(await shortened(content)).toBe(content)
})

async function shortened(content: string): Promise<string> {
  const file = await PDFDocument.create()
  const page = file.addPage()
  const { node } = page
  const descendant = { Type: 'Font', Subtype: 'CIDFontType2', DW: 600, W: [1, [500]] }
  const fonts = {
    F1: { Type: 'Font', Subtype: 'Type0', DescendantFonts: [descendant] },
    Drawn: { Type: 'Font', Subtype: 'Type3' },
  }
  node.set(PDFName.of('Resources'), file.context.obj({ Font: fonts }))
  node.set(PDFName.of('Contents'), file.context.register(file.context.stream(content)))
  shorten(page)
  return Buffer.from(contentOf(page)).toString('latin1').trim()
}
