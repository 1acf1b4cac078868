import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  decodePDFRawStream,
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  type PDFImage,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFString,
  rgb,
} from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  claimsOfForm,
  fileIdentifier,
  writeClaims,
  XMP_NAMESPACE,
  XMP_PREFIX,
} from '../../src/contracts/claims.ts'
import { isPrivate, sealDefinition } from '../../src/contracts/definition.ts'
import { type FormRead, readForm } from '../../src/forms/read-form.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { FORM_FONT } from '../../src/pack/stamp/font/form-font.ts'
import { pdfium as pdfiumFiller } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { poppler } from '../fillers/poppler.ts'
import { pdfLib, scaled, sideBySide, turned } from '../flatteners/pdf-lib.ts'
import { pdfium } from '../flatteners/pdfium.ts'
import { cairo, ghostscript, mupdf, qpdf } from '../flatteners/programs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const definitions = definitionsIn(pack)
/** Those of which something is kept; nothing is told of the others. */
const kept = definitions.filter((one) => !isPrivate(one))
const form = formOf('goal-setting-record')
const listed = new Set(definitions.map(({ hash }) => hash))

const LIE = 'I agree that my employment ends today'
/** A text that the form prints on its first page. */
const first = form.printed?.[0]?.texts.find(({ text }) => text.length > 40)
let completed: Uint8Array

beforeAll(async () => {
  completed = await pdfjs.fill(blankOf(form), printableAnswers(form))
})

test('a form that was only filled in is complete', async () => {
  expect((await reading(completed)).draft).toMatchObject({ status: 'complete', messages: [] })
})

/** Changes a file as somebody may who wants other words on it. */
type Edit = (page: PDFPage, pdf: PDFDocument) => void | Promise<void>

/** What is said of printed words that cannot be seen. */
const LACKS = /Page 1 (?:of the form does not show|shows “.+” where the form says) /

/** A blank place of the first page. */
const MARGIN = { x: 70, y: 824 }

const inOwnFont: Edit = (page) => append(page, `1 0 0 1 ${MARGIN.x} ${MARGIN.y}`, LIE)

const added: [string, Edit][] = [
  ['words in the font of the form', inOwnFont],
  ['words in another font', (page) => page.drawText(LIE, { ...MARGIN, size: 10 })],
  ['words in a box of the form', (page) => append(page, `1 0 0 1 ${boxOf()}`, LIE)],
]

test.each(added)('%s that the form does not print are told', async (_, edit) => {
  const told = await toldOf(edit)
  expect(told.join()).toContain(LIE)
})

test('words that run upwards are told', async () => {
  const told = await toldOf((page) => append(page, '0 1 -1 0 30 200', LIE))
  expect(told.join()).toContain('Iagree')
})

test('other words in place of those of the form are told with both', async () => {
  const [told] = await toldOf((page) => {
    const text = longestOf(page)
    setContent(page, contentOf(page).replace(text, reversed(text)))
  })
  expect(told).toMatch(/^Page 1 shows “.+” where the form says “.+”; compare/)
})

test('each piece of text that is taken away is told', async () => {
  const pdf = await PDFDocument.load(completed)
  const blocks = blocksOf(contentOf(pdf.getPage(0)))
  expect(blocks.length).toBeGreaterThan(30)
  for (const { text } of blocks) {
    const told = await toldOf((page) => setContent(page, contentOf(page).replace(text, '')))
    expect(told.join()).toMatch(LACKS)
  }
})

test('a letter less in any piece of text is told', async () => {
  const pdf = await PDFDocument.load(completed)
  for (const { text } of blocksOf(contentOf(pdf.getPage(0)))) {
    const fewer = text.replace(/(?<=<(?:0001)*)(?!0001)[0-9a-f]{4}(?=[0-9a-f]*>)/, '')
    await toldOf((page) => setContent(page, contentOf(page).replace(text, fewer)))
  }
})

test('words that stand elsewhere are told', async () => {
  const told = await toldOf((page) => {
    const text = longestOf(page)
    const lower = text.replace(/1 0 0 -1 (\S+) (\S+) Tm/, '1 0 0 -1 $1 30 Tm')
    setContent(page, contentOf(page).replace(text, lower))
  })
  expect(told.join()).toMatch(LACKS)
  expect(told.join()).toContain('that the form does not print')
})

describe('what hides printed words is told', () => {
  const place = { x: first?.x ?? 0, y: (first?.y ?? 0) - 4, width: 200, height: 16 }
  const { x, y, width, height } = place
  const rect = [x, y, x + width, y + height]
  test.each<[string, Edit]>([
    ['a white box', (page) => page.drawRectangle({ ...place, color: rgb(1, 1, 1) })],
    ['a picture', async (page, pdf) => page.drawImage(await picture(pdf), place)],
    ['a line through them', (page) => page.drawRectangle({ ...place, y: y + 6, height: 2 })],
    ...['Square', 'Stamp', 'FreeText', 'Highlight', 'Redact'].map((subtype): [string, Edit] => [
      `a ${subtype}`,
      (page, { context }) => {
        const look = context.stream(`1 1 0.8 rg 0 0 ${width} ${height} re f`, {
          ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, width, height] },
        })
        const note = {
          Type: 'Annot',
          Subtype: subtype,
          Rect: rect,
          F: 4,
          Contents: PDFString.of('Hi'),
        }
        page.node.addAnnot(
          context.register(context.obj({ ...note, AP: { N: context.register(look) } })),
        )
      },
    ]),
  ])('%s', async (_, edit) => {
    expect((await toldOf(edit)).join()).toMatch(LACKS)
  })
})

describe('what is drawn on a page is told', () => {
  test.each<[string, Edit]>([
    [
      'a picture',
      async (page, pdf) => page.drawImage(await picture(pdf), { ...MARGIN, width: 90, height: 14 }),
    ],
    [
      'letters as outlines',
      (page) =>
        page.drawSvgPath('M 0 0 C 5 9 9 5 12 12 L 3 9 Z', { ...MARGIN, color: rgb(0, 0, 0) }),
    ],
    [
      'white letters on black',
      (page) => {
        page.drawRectangle({ ...MARGIN, width: 200, height: 14, color: rgb(0, 0, 0) })
        page.drawText(LIE, { ...MARGIN, size: 9, color: rgb(1, 1, 1) })
      },
    ],
  ])('%s', async (_, edit) => {
    expect((await toldOf(edit)).join()).toContain('has a picture or drawing that the form does not')
  })

  test('a tick in a box that is not ticked', async () => {
    const told = await toldOf((page) => {
      const { x, y } = unticked(page)
      draw(page, `1 w ${x + 2} ${y + 2} m ${x + 9} ${y + 9} l S`)
    })
    expect(told.join()).toContain('shows a tick that its field does not hold')
  })
})

test.each([pdfLib, cairo])(
  'other words are told once $name made pages of the form',
  async (flattener) => {
    if (!flattener.available()) return
    expect((await toldIn(await flattener.flatten(await edited(inOwnFont)))).join()).toContain(LIE)
    const less = await edited((page) =>
      setContent(page, contentOf(page).replace(longestOf(page), '')),
    )
    expect((await toldIn(await flattener.flatten(less))).join()).toContain(
      'of the form does not show',
    )
  },
)

test('of an anonymous form, nothing is quoted that somebody added', async () => {
  const anonymous = definitions.find(({ sensitive }) => sensitive)!
  const told = await toldIn(await edited(inOwnFont, blankOf(anonymous)))
  expect(told).toEqual([expect.stringMatching(/^Page 1 shows words that the form does not print;/)])
})

describe('boxes that were moved are never taken for what they were', () => {
  test.each<[string, (boxes: readonly PDFDict[]) => void]>([
    ['one box', ([box]) => box?.set(RECT, box.context.obj([60, 60, 160, 80]))],
    [
      'two boxes that changed places',
      ([one, other]) => {
        const place = one?.get(RECT)
        one?.set(RECT, other!.get(RECT)!)
        other?.set(RECT, place!)
      },
    ],
  ])('%s', async (_, move) => {
    const told = await toldOf((_page, pdf) =>
      move(twoBoxes().map((name) => pdf.getForm().getTextField(name).acroField.dict)),
    )
    expect(told.join()).toContain('moved in this file')
  })
})

describe('a layout that nobody published is not trusted without a word', () => {
  const { questions: _, hash: __, ...content } = form
  const [one, other] = twoBoxes()
  const swapped = form.widgets.map((widget) => {
    const name = widget.name === one ? other : widget.name === other ? one : undefined
    return name === undefined
      ? widget
      : { ...form.widgets.find((box) => box.name === name)!, name: widget.name }
  })
  const swap: Edit = (_page, pdf) => {
    const [a, b] = [one, other].map((name) => pdf.getForm().getTextField(name!).acroField.dict)
    const place = a?.get(RECT)
    a?.set(RECT, b!.get(RECT)!)
    b?.set(RECT, place!)
  }

  test('boxes that changed places in the definition as well', async () => {
    const forged = sealDefinition({ ...content, widgets: swapped })
    const { rules, told } = await forgedBy(swap, forged)
    expect(rules).toContain('form-other-layout')
    expect(told.join()).toContain('stand beside other words')
  })

  test('without the words that are printed', async () => {
    const { printed: _printed, ...unworded } = content
    const { told } = await forgedBy(swap, sealDefinition({ ...unworded, widgets: swapped }))
    expect(told.join()).toContain('stand beside other words')
  })

  test('without a definition, by the name of its questions', async () => {
    const { rules, told } = await forgedBy(swap, undefined)
    expect(rules).toContain('form-other-layout')
    expect(told.join()).toContain('stand beside other words')
  })

  test('words that the definition has as well', async () => {
    const printed = form.printed!.map(({ texts, ...page }, index) => ({
      ...page,
      texts: index === 0 ? [...texts, { text: LIE, ...MARGIN, width: 160 }] : texts,
    }))
    const { told } = await forgedBy(inOwnFont, sealDefinition({ ...content, printed }))
    expect(told.join()).toContain(`“${LIE}”, which the form that you published does not`)
  })

  test('a layout with nothing to compare it with', async () => {
    const moved = sealDefinition({ ...content, widgets: content.widgets.toReversed() })
    const known = { definitions: [], publishedHashes: new Set([form.questions]) }
    const { draft } = await reading(await withDefinition(moved), known)
    expect(draft.status).toBe('incomplete')
    expect(rulesOf(draft)).toEqual(expect.arrayContaining(['form-other-layout', 'form-altered']))
  })

  async function forgedBy(edit: Edit, definition: FormDefinition | undefined) {
    const bytes = await withDefinition(definition, edit)
    const { draft } = await reading(bytes)
    expect(draft.status).toBe('incomplete')
    return { rules: rulesOf(draft), told: messagesOf(draft) }
  }
})

/** Every program that fills in, saves anew, prints or flattens forms leaves their words as they are. */
describe.each([pdfiumFiller, pdfjs, pdftk, poppler])('a form that $name filled in', (filler) => {
  test.skipIf(!filler.available()).each(kept)('$id is as it was published', async (one) => {
    expect(await alterationsIn(await filler.fill(blankOf(one), printableAnswers(one)))).toEqual([])
  })
})

describe.each([pdfium, pdfLib, scaled, turned, sideBySide, cairo, ghostscript, qpdf, mupdf])(
  'a form that became pages by $name',
  (flattener) => {
    test.skipIf(!flattener.available()).each([form, formOf('mentoring-contract')])(
      '$id is as it was published',
      async (one) => {
        const filled = await pdfjs.fill(blankOf(one), printableAnswers(one))
        expect(await alterationsIn(await flattener.flatten(filled))).toEqual([])
      },
    )
  },
)

describe('what people do in good faith is no alteration', () => {
  test.each<[string, Edit]>([
    ['a turned page', (page) => page.setRotation(degrees(90))],
    ['a page that is cut', (page) => page.setCropBox(20, 10, 560, 820)],
    ['a cover page', (_, pdf) => void pdf.insertPage(0).drawText('Please find my form')],
    ['content in several streams', (page) => page.node.normalizedEntries()],
    ...['Text', 'FreeText', 'Highlight', 'Ink', 'StrikeOut', 'Underline'].map(
      (subtype): [string, Edit] => [
        `a remark (${subtype})`,
        (page, { context }) => {
          const { x, y } = first!
          const look = context.stream('/G gs 1 1 0 rg 0 0 90 12 re f', {
            ...{ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 90, 12] },
            Resources: { ExtGState: { G: { BM: 'Multiply' } } },
          })
          const note = { Type: 'Annot', Subtype: subtype, F: 4, Contents: PDFString.of('Friday?') }
          const place = { Rect: [x, y - 2, x + 90, y + 10], AP: { N: context.register(look) } }
          page.node.addAnnot(context.register(context.obj({ ...note, ...place })))
        },
      ],
    ),
  ])('%s', async (_, edit) => {
    expect(await alterationsIn(await edited(edit))).toEqual([])
  })
})

const SPACE = '0001'
const TYPE = PDFName.of('Type')
const RECT = PDFName.of('Rect')
const CONTENTS = PDFName.of('Contents')

function formOf(id: string): FormDefinition {
  return definitions.find((one) => one.id === id)!
}

function blankOf({ id }: FormDefinition): Uint8Array {
  return new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
}

/** Two boxes for texts that are as large as each other, and under other questions. */
function twoBoxes(): string[] {
  const texts = form.widgets.filter(({ name, state }) => state === undefined && !/\.\d/.test(name))
  const sizeOf = ({ rect }: (typeof texts)[number]) => Math.round(rect[2] - rect[0])
  const alike = [...Map.groupBy(texts, sizeOf).values()].find(({ length }) => length > 1)
  return alike!.slice(0, 2).map(({ name }) => name)
}

/** A place in a box for a text. */
function boxOf(): string {
  const [x, y] = form.widgets.find(({ page, state }) => page === 0 && state === undefined)!.rect
  return `${x + 4} ${y + 4}`
}

/** A box on the page that is not ticked. */
function unticked(page: PDFPage): { x: number; y: number } {
  const off = page.node
    .Annots()!
    .asArray()
    .map((ref) => page.node.context.lookup(ref, PDFDict))
    .find((dict) => dict.get(PDFName.of('AS')) === PDFName.of('Off'))
  return off!.lookup(RECT, PDFArray).asRectangle()
}

async function edited(edit: Edit, bytes = completed): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  await edit(pdf.getPage(0), pdf)
  return pdf.save({ updateFieldAppearances: false })
}

/** What is said of an altered form; such a form is never complete. */
async function toldOf(edit: Edit): Promise<string[]> {
  return toldIn(await edited(edit))
}

async function toldIn(bytes: Uint8Array): Promise<string[]> {
  const { draft } = await reading(bytes)
  expect(draft.status).toBe('incomplete')
  expect(messagesOf(draft)).not.toEqual([])
  return messagesOf(draft)
}

async function alterationsIn(bytes: Uint8Array): Promise<string[]> {
  return messagesOf((await reading(bytes)).draft)
}

async function reading(
  bytes: Uint8Array,
  known = { definitions, publishedHashes: listed },
): Promise<FormRead> {
  const read = await readForm(bytes, { file: 'form.pdf', known })
  if (read.status === 'unreadable') throw new Error(JSON.stringify(read))
  return read
}

function messagesOf({ messages }: FormRead['draft']): string[] {
  return messages.filter(({ rule }) => rule === 'form-altered').map(({ message }) => message)
}

function rulesOf({ messages }: FormRead['draft']): string[] {
  return messages.map(({ rule }) => rule)
}

/** The completed form with another definition inside, or none, that names itself by its hashes. */
function withDefinition(
  definition: FormDefinition | undefined,
  edit: Edit = () => {},
): Promise<Uint8Array> {
  return edited(async (page, pdf) => {
    const { context, catalog } = pdf
    const inside = Buffer.from(JSON.stringify(definition ?? {}))
    await edit(page, pdf)
    for (const [ref, object] of context.enumerateIndirectObjects())
      if (object instanceof PDFRawStream && object.dict.get(TYPE) === PDFName.of('EmbeddedFile'))
        context.assign(ref, context.flateStream(inside, { Type: 'EmbeddedFile' }))
    if (!definition) for (const key of ['AF', 'Names']) catalog.delete(PDFName.of(key))
    const named = definition ?? { ...form, hash: '0'.repeat(64) }
    const claims = writeClaims(claimsOfForm(named))
    const xmp = `<x xmlns:${XMP_PREFIX}="${XMP_NAMESPACE}">${claims}</x>`
    const metadata = context.stream(xmp, { Type: 'Metadata', Subtype: 'XML' })
    catalog.set(PDFName.of('Metadata'), context.register(metadata))
    const identifier = PDFHexString.of(fileIdentifier(named))
    context.trailerInfo.ID = context.obj([identifier, identifier])
  })
}

function contentOf({ node }: PDFPage): string {
  const content = node.context.lookup(node.get(CONTENTS))
  const streams = content instanceof PDFArray ? content.asArray() : [content!]
  return streams
    .map((stream) => decodePDFRawStream(node.context.lookup(stream) as PDFRawStream).decode())
    .map((bytes) => Buffer.from(bytes).toString('latin1'))
    .join('\n')
}

/** Gives a page one stream with this content, as one that nobody added anything to has. */
function setContent({ node }: PDFPage, content: string): void {
  const stream = node.context.flateStream(Buffer.from(content, 'latin1'))
  node.set(CONTENTS, node.context.register(stream))
}

/** Writes at the end of a page in the font in which the form names itself at its foot. */
function append(page: PDFPage, matrix: string, text: string): void {
  const hex = [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
  draw(page, `BT 0 g /${FORM_FONT} 10 Tf ${matrix} Tm <${hex}> Tj ET`)
}

function draw(page: PDFPage, drawing: string): void {
  setContent(page, `q ${contentOf(page)}\nQ q ${drawing} Q`)
}

/** The pieces of text in a content that Chromium wrote: those that show more than spaces. */
function blocksOf(content: string): { text: string; codes: readonly string[] }[] {
  return [...content.matchAll(/BT\n\/F.*?\nET/gs)]
    .map(([text]) => ({ text, codes: codesIn(text) }))
    .filter(({ codes }) => codes.some((code) => code !== SPACE))
}

/** The piece of text with the most letters on a page. */
function longestOf(page: PDFPage): string {
  const [longest] = blocksOf(contentOf(page)).sort((a, b) => b.codes.length - a.codes.length)
  return longest!.text
}

/** The same letters the other way round. */
function reversed(text: string): string {
  const codes = codesIn(text)
  return text.replace(/[0-9a-f]{4}(?=[0-9a-f]*>)/g, () => codes.pop()!)
}

/** The codes of the letters that a piece of text shows. */
function codesIn(text: string): string[] {
  return text.match(/[0-9a-f]{4}(?=[0-9a-f]*>)/g) ?? []
}

/** A picture of one black dot. */
function picture(pdf: PDFDocument): Promise<PDFImage> {
  return pdf.embedPng(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  )
}
