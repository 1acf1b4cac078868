import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRawStream,
  PDFString,
  rgb,
} from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import { pdfium } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { poppler } from '../fillers/poppler.ts'
import { definitionIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const form = definitionIn(pack, 'mentoring-contract')
const NAME = 'mentee.name'
const frequency = form.widgets.filter(({ name }) => name === 'meetings.frequency')
let completed: Uint8Array

beforeAll(async () => {
  const blank = new Uint8Array(readFileSync(join(pack, 'mentoring-contract.pdf')))
  completed = await pdfjs.fill(blank, [
    { name: NAME, kind: 'text', value: 'Zoe 60' },
    {
      name: 'meetings.frequency',
      kind: 'radio',
      state: frequency[0]?.state ?? '',
      rect: frequency[0]?.rect ?? [0, 0, 0, 0],
    },
  ])
})

describe('a page that does not show its questions is told', () => {
  const page = (pdf: PDFDocument) => pdf.getPage(0)
  test.each<[string, Edit]>([
    [
      'covered by a picture',
      (_, pdf) =>
        page(pdf).drawRectangle({ x: 0, y: 300, width: 600, height: 500, color: rgb(1, 1, 1) }),
    ],
    [
      'covered by a note',
      (_, pdf) => {
        const { context } = pdf
        const look = context.stream('1 g 0 0 600 500 re f', {
          ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 500] },
        })
        const rect = { Rect: [0, 300, 600, 800], AP: { N: context.register(look) } }
        const note = context.obj({ Type: 'Annot', Subtype: 'Square', ...rect })
        page(pdf).node.addAnnot(context.register(note))
      },
    ],
    ['taken away', (_, pdf) => page(pdf).node.delete(PDFName.of('Contents'))],
  ])('%s', async (_, edit) => {
    const told = await toldOf(edit, 'form-altered')
    expect(told.join()).toContain('Page 1 of the form does not show')
  })
})

test('an honest form shows what it holds', async () => {
  expect(await toldOf(() => {})).toEqual([])
})

/** Names that no font has whole, ligatures and signs that stand for several, and a text that is cut off at the box. */
const texts = [
  'Şükrü Ağaoğlu Nguyễn',
  'Żółć Ελένη Жанна',
  'محمد علي',
  '山田太郎',
  'Müller ﬁ ffi ß',
  'O’Hara – “Zoë”…',
  '½ of 5 €, ™ and Ⅳ',
  'Zoe\u0301 with an accent apart',
  'A name that is far too long for the box of the form, and goes on and on until nobody reads it',
]

describe.each([pdfium, pdfjs, pdftk, poppler])('a form that $name filled in', (filler) => {
  test.skipIf(!filler.available()).each(texts)('shows %s', async (text) => {
    const blank = new Uint8Array(readFileSync(join(pack, 'mentoring-contract.pdf')))
    const filled = await filler.fill(blank, [
      { name: NAME, kind: 'text', value: text },
      { name: 'actions.1.goal', kind: 'text', value: `${text}\nand ${text}` },
    ])
    expect(await toldIn(filled)).toEqual([])
  })
})

type Edit = (field: PDFDict, pdf: PDFDocument) => void

const shows =
  (text: string): Edit =>
  (field) =>
    redraw(field, (content) => content.replace(/BT.*ET/s, (drawn) => withText(drawn, text)))

const holds =
  (text: string): Edit =>
  (field) =>
    field.set(PDFName.of('V'), PDFHexString.fromText(text))

describe('a box that does not show its answer is told', () => {
  test.each<[string, Edit, string]>([
    ['another answer', (field) => field.set(PDFName.of('V'), PDFString.of('Zoe 6')), '“Zoe 60”'],
    ['nothing', (field) => redraw(field, () => ''), 'nothing'],
    ['a part', shows('Zoe 6'), '“Zoe 6”'],
    ['a figure less that fonts lack', holds('Zoe 60٠'), '“Zoe 60”'],
    ['a figure less of full width', holds('Zoe 60０'), '“Zoe 60”'],
    ['white letters', (field) => redraw(field, (c) => c.replace(/\(/, '1 g (')), 'nothing'],
    ['letters of no ink', (field) => redraw(field, (c) => c.replace(/BT/, 'BT 3 Tr')), 'nothing'],
    ['a white cover', (field) => redraw(field, (c) => `${c} 1 g 0 0 400 40 re f`), 'nothing'],
    ['letters outside', (field) => redraw(field, (c) => `q 1 0 0 1 900 0 cm ${c} Q`), 'nothing'],
    ['a hidden box', (field, { context }) => field.set(PDFName.of('F'), context.obj(2)), 'nothing'],
    [
      'a box for prints',
      (field, { context }) => field.set(PDFName.of('F'), context.obj(36)),
      'nothing',
    ],
    [
      'a box without size',
      (field, { context }) => field.set(PDFName.of('Rect'), context.obj([100, 700, 100, 700])),
      'nothing',
    ],
    [
      'a box off the page',
      (field, { context }) => field.set(PDFName.of('Rect'), context.obj([-300, 700, -100, 720])),
      'nothing',
    ],
    [
      'a box on no page',
      (field, pdf) => {
        for (const page of pdf.getPages()) {
          const annotations = page.node.Annots()
          const index = annotations?.asArray().findIndex((one) => pdf.context.lookup(one) === field)
          if (index !== undefined && index >= 0) annotations?.remove(index)
        }
      },
      'nothing',
    ],
  ])('%s', async (_, edit, shown) => {
    const [told, ...others] = await toldOf(edit)
    expect(told).toContain(`and its page shows ${shown}; ask`)
    expect(others).toEqual([])
  })
})

test('an option that is drawn as another is told', async () => {
  const told = await toldOf((_, pdf) => {
    const [first, second] = pdf.getForm().getRadioGroup('meetings.frequency').acroField.getWidgets()
    const looks = [first, second].map((widget) =>
      widget?.dict.lookup(PDFName.of('AP'), PDFDict).lookup(PDFName.of('N'), PDFDict),
    )
    const [on, off] = looks.map((look) => look?.keys().find((key) => key !== PDFName.of('Off')))
    const [dot] = looks.map((look) => look?.get(on!))
    looks[0]?.set(on!, looks[0].get(PDFName.of('Off'))!)
    looks[1]?.set(PDFName.of('Off'), dot!)
    expect(off).toBeDefined()
  })
  expect(told).toHaveLength(1)
})

/** What is said of looks once the file was changed; such a form is never complete. */
async function toldOf(edit: Edit, wanted = 'value-shown-otherwise'): Promise<string[]> {
  const pdf = await PDFDocument.load(completed, { updateMetadata: false })
  edit(pdf.getForm().getTextField(NAME).acroField.dict, pdf)
  return toldIn(await pdf.save({ updateFieldAppearances: false }), wanted)
}

async function toldIn(bytes: Uint8Array, wanted = 'value-shown-otherwise'): Promise<string[]> {
  const known = { definitions: [form], publishedHashes: new Set<string>() }
  const read = await readForm(bytes, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error(JSON.stringify(read))
  expect(read.draft.status).toBe('incomplete')
  return read.draft.messages.filter(({ rule }) => rule === wanted).map(({ message }) => message)
}

function redraw(field: PDFDict, edit: (content: string) => string): void {
  const looks = field.lookup(PDFName.of('AP'), PDFDict)
  const look = looks.lookup(PDFName.of('N'))
  if (!(look instanceof PDFRawStream)) throw new Error('The field has no appearance')
  const content = Buffer.from(look.contents).toString('latin1')
  const box = look.dict.lookup(PDFName.of('BBox'), PDFArray)
  expect(box.size()).toBe(4)
  const stream = PDFRawStream.of(look.dict, Buffer.from(edit(content), 'latin1'))
  looks.set(PDFName.of('N'), field.context.register(stream))
}

/** The same drawing with only the first characters of its text. */
function withText(drawn: string, text: string): string {
  return drawn.replace(
    /\(((?:\\.|[^\\)])*)\) Tj/s,
    (_, bytes: string) => `(${bytes.slice(0, -2 * (6 - text.length))}) Tj`,
  )
}
