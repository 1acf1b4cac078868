import { PDFArray, PDFDict, PDFDocument, type PDFPage, PDFRawStream, type PDFRef } from 'pdf-lib'
import { asciiBytes, concat } from '../../../pdf/bytes.ts'
import { marginsIn } from '../content/margins.ts'
import { contentOf, setContent } from '../content/page-content.ts'
import { annotationsOf } from '../markers.ts'
import { name, numbers, streamBytes } from '../objects.ts'
import { pruneEmpty } from '../structure/repairs.ts'
import { elementsOf, type Kid, readStructure, type StructureRoot } from '../structure/tree.ts'

/** A stamped document as it becomes part of another file. */
export interface Part {
  readonly file: PDFDocument
  readonly structure: StructureRoot
}

/** Opens a stamped document to be read and printed, and no more: without head and foot, and with the lines of its boxes but no fields. */
export async function openPart(pdf: Uint8Array): Promise<Part> {
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  const structure = readStructure(file)
  const fields = new Set(file.getPages().flatMap(toPaper))
  for (const element of elementsOf(structure))
    element.kids = element.kids.filter(
      (kid) => kid.kind !== 'element' || !kid.kids.some(isIn(fields)),
    )
  pruneEmpty(structure)
  return { file, structure }
}

function isIn(fields: ReadonlySet<PDFRef>): (kid: Kid) => boolean {
  return (kid) => kid.kind === 'object' && fields.has(kid.ref)
}

/** Leaves on a page what is seen on paper; gives its fields, which are there no more. */
function toPaper(page: PDFPage): PDFRef[] {
  const content = contentOf(page)
  const margins = marginsIn(content) ?? { start: 0, end: 0 }
  const { fields = [], links = [] } = Object.groupBy(annotationsOf(page), ({ annotation }) =>
    annotation.get(name('Subtype')) === name('Widget') ? 'fields' : 'links',
  )
  setContent(
    page,
    concat([
      content.subarray(0, margins.start),
      content.subarray(margins.end),
      ...fields.map(({ annotation }) => asciiBytes(drawingOf(annotation))),
    ]),
  )
  page.node.set(name('Annots'), page.node.context.obj(links.map(({ ref }) => ref)))
  return fields.map(({ ref }) => ref)
}

/** What an empty box shows, such as the lines to write on, as an artifact of the page. */
function drawingOf(field: PDFDict): string {
  const look = field.lookup(name('AP'), PDFDict).lookup(name('N'))
  const content = look instanceof PDFRawStream ? Buffer.from(streamBytes(look)).toString() : ''
  if (!/\bS\b/.test(content)) return ''
  const [left, bottom] = numbers(field.lookup(name('Rect'), PDFArray))
  return `q 1 0 0 1 ${left} ${bottom} cm\n${content.replace('/Tx BMC', '/Artifact BMC')}\nQ\n`
}
