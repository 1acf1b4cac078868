import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PDFArray, PDFDocument, PDFName, PDFString } from 'pdf-lib'

/** A completed form that grows in one thing. */
export interface GrowingForm {
  readonly grow: (form: PDFDocument, count: number) => void
  /** How many of them; half and a quarter are measured as well. */
  readonly most: number
}

const completed = join(
  import.meta.dirname,
  '../earlier-forms/completed/mentoring-contract-pdfjs.pdf',
)

/** A completed mentoring contract with so many more of something. */
export async function grownForm({ grow }: GrowingForm, count: number): Promise<Uint8Array> {
  const form = await PDFDocument.load(await readFile(completed), { updateMetadata: false })
  grow(form, count)
  return form.save({ useObjectStreams: false, updateFieldAppearances: false })
}

/** Forms that grow in one thing each. */
export const growingForms: Readonly<Record<string, GrowingForm>> = {
  objects: {
    most: 40_000,
    grow: ({ context }, count) => {
      for (let index = 0; index < count; index += 1) context.register(context.obj({ A: index }))
    },
  },
  'fields that nothing asks for': {
    most: 4000,
    grow: (form, count) => {
      const page = form.getPage(0)
      for (let index = 0; index < count; index += 1) {
        const field = form.context.register(fieldOf(form, `more${index}`, 'Words'))
        form.getForm().acroForm.addField(field)
        page.node.addAnnot(field)
      }
    },
  },
  'a field of many lines': {
    most: 400_000,
    grow: (form, count) => {
      const fields = form.getForm().getFields()
      const text = fields.find(
        ({ acroField }) => acroField.dict.get(PDFName.of('FT')) === PDFName.of('Tx'),
      )
      text?.acroField.dict.set(PDFName.of('V'), PDFString.of('Words \\n'.repeat(count / 8)))
    },
  },
  pages: {
    most: 800,
    grow: (form, count) => {
      for (let index = 0; index < count; index += 1) form.addPage().drawText(`Page ${index}`)
    },
  },
  annotations: {
    most: 8000,
    grow: (form, count) => {
      const page = form.getPage(0)
      for (let index = 0; index < count; index += 1)
        page.node.addAnnot(
          form.context.register(
            form.context.obj({
              Type: 'Annot',
              Subtype: 'Text',
              Rect: [index % 500, 10, (index % 500) + 10, 20],
              Contents: PDFString.of(`Note ${index}`),
            }),
          ),
        )
    },
  },
  'words on a page': {
    most: 8000,
    grow: (form, count) =>
      write(
        form,
        count,
        (index) => `1 0 0 1 ${index % 500} ${index % 700} Tm (word ${index}) Tj\n`,
      ),
  },
  'lines on a page': {
    most: 20_000,
    grow: (form, count) => {
      const lines = Array.from(
        { length: count },
        (_, index) => `${index % 500} 5 m ${index % 300} 9 l S\n`,
      )
      addContents(form, lines.join(''))
    },
  },
  'rectangles on a page': {
    most: 20_000,
    grow: (form, count) => {
      const boxes = Array.from(
        { length: count },
        (_, index) => `${index % 500} ${index % 700} 9 9 re f\n`,
      )
      addContents(form, boxes.join(''))
    },
  },
  'a long content': {
    most: 2_000_000,
    grow: (form, count) => addContents(form, 'q Q\n'.repeat(count / 4)),
  },
  'signs in one word': {
    most: 200_000,
    grow: (form, count) => write(form, 1, () => `(${'a'.repeat(count)}) Tj\n`),
  },
  attachments: {
    most: 800,
    grow: (form, count) => {
      const names = PDFArray.withContext(form.context)
      for (let index = 0; index < count; index += 1) {
        const stream = form.context.register(
          form.context.flateStream('words', { Type: 'EmbeddedFile' }),
        )
        const file = form.context.obj({
          Type: 'Filespec',
          F: PDFString.of(`${index}.txt`),
          EF: { F: stream },
        })
        names.push(PDFString.of(`${String(index).padStart(6, '0')}`))
        names.push(form.context.register(file))
      }
      form.catalog.set(PDFName.of('Names'), form.context.obj({ EmbeddedFiles: { Names: names } }))
    },
  },
}

function fieldOf({ context }: PDFDocument, name: string, value: string) {
  return context.obj({
    Type: 'Annot',
    Subtype: 'Widget',
    Rect: [50, 50, 150, 70],
    FT: 'Tx',
    T: PDFString.of(name),
    V: PDFString.of(value),
  })
}

function write(form: PDFDocument, count: number, line: (index: number) => string): void {
  const page = form.getPage(0)
  const font = form.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica' })
  page.node.setFontDictionary(PDFName.of('More'), form.context.register(font))
  const lines = Array.from({ length: count }, (_, index) => line(index))
  addContents(form, `q BT /More 8 Tf\n${lines.join('')}ET Q`)
}

function addContents(form: PDFDocument, text: string): void {
  form.getPage(0).node.addContentStream(form.context.register(form.context.flateStream(text)))
}
