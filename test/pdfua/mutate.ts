import { PDFDict, PDFDocument, type PDFObject } from 'pdf-lib'
import { readPage, textOf } from './file/content.ts'
import { name, textIn } from './file/index.ts'
import { type Element, readStructure } from './file/structure.ts'

/** A file to break. */
export interface Patient {
  readonly pdf: PDFDocument
  readonly catalog: PDFDict
  /** The first element of a type. Throws when there is none. */
  readonly element: (type: string) => Element
  /** The first annotation with this subtype or field name. */
  readonly annotation: (match: string) => PDFDict
  readonly form: PDFDict
  /** The first font of the first page. */
  readonly font: () => PDFDict
  /** Changes the content of the first page, given with one character a byte. */
  readonly editContent: (change: (content: string) => string) => void
  /** Changes the metadata. */
  readonly editMetadata: (change: (packet: string) => string) => void
}

/** Loads a file, lets something be done to it and gives it back as bytes. */
export async function mutate(bytes: Uint8Array, change: (patient: Patient) => void) {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  change(patientOf(pdf))
  return pdf.save({ updateFieldAppearances: false, addDefaultPage: false })
}

/** Takes an entry out, which must be there. */
export function remove(dict: PDFDict, key: string): void {
  if (!dict.delete(name(key))) throw new Error(`There is no /${key} to remove`)
}

/** Sets an entry. */
export function put(dict: PDFDict, key: string, value: PDFObject | string | number | boolean) {
  dict.set(name(key), typeof value === 'object' ? value : dict.context.obj(value as string))
}

function patientOf(pdf: PDFDocument): Patient {
  const { context, catalog } = pdf
  const [page] = pdf.getPages()
  if (!page) throw new Error('The file has no page')
  return {
    pdf,
    catalog,
    element: (type) => must(readStructure(pdf).elements.find((element) => element.type === type)),
    annotation: (match) =>
      must(
        pdf
          .getPages()
          .flatMap(({ node }) => node.Annots()?.asArray() ?? [])
          .map((item) => context.lookup(item, PDFDict))
          .find((dict) => dict.get(name('Subtype')) === name(match) || textIn(dict, 'T') === match),
      ),
    get form() {
      return catalog.lookup(name('AcroForm'), PDFDict)
    },
    font: () => must([...readPage(page).fonts.keys()][0]),
    editContent(change) {
      const content = change(textOf(page.node.Contents()))
      page.node.set(
        name('Contents'),
        context.register(context.stream(Buffer.from(content, 'latin1'))),
      )
    },
    editMetadata(change) {
      const packet = Buffer.from(textOf(catalog.lookup(name('Metadata'))), 'latin1').toString()
      const stream = context.stream(Buffer.from(change(packet)), {
        Type: 'Metadata',
        Subtype: 'XML',
      })
      catalog.set(name('Metadata'), context.register(stream))
    },
  }
}

function must<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is nothing of this kind to break')
  return value
}
