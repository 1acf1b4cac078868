import { PDFArray, type PDFDict, PDFHexString, type PDFObject, PDFString } from 'pdf-lib'
import { name } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import { elementsOf, type StructureRoot } from './tree.ts'

/**
 * Numbers the element identifiers anew, in reading order, with the references of table cells to their headers. Chromium
 * numbers them over all that its process has printed so far, so that the same page would have other bytes each time.
 */
export function renameIds(root: StructureRoot): void {
  const { context } = root.dict
  const names = new Map<string, string>()
  const entries: PDFObject[] = []
  for (const { dict, ref } of elementsOf(root)) {
    const id = textOf(dict.lookup(name('ID')))
    if (id === undefined) continue
    // Padded, since a name tree is sorted by bytes.
    const renamed = `e${String(names.size + 1).padStart(6, '0')}`
    names.set(id, renamed)
    dict.set(name('ID'), PDFString.of(renamed))
    entries.push(PDFString.of(renamed), ref)
  }
  for (const { dict } of elementsOf(root)) renameHeaders(dict, names)
  if (entries.length === 0) root.dict.delete(name('IDTree'))
  else root.dict.set(name('IDTree'), context.register(context.obj({ Names: entries })))
}

function renameHeaders(element: PDFDict, names: ReadonlyMap<string, string>): void {
  for (const attributes of attributesOf(element)) {
    const headers = attributes.lookup(name('Headers'))
    if (!(headers instanceof PDFArray)) continue
    const known = headers
      .asArray()
      .map((header) => names.get(textOf(element.context.lookup(header)) ?? ''))
      .filter((header) => header !== undefined)
    attributes.set(
      name('Headers'),
      element.context.obj(known.map((header) => PDFString.of(header))),
    )
  }
}

function textOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString
    ? object.decodeText()
    : undefined
}
