import {
  PDFArray,
  type PDFDict,
  PDFHexString,
  type PDFObject,
  type PDFRef,
  PDFString,
} from 'pdf-lib'
import { name } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import { elementsOf, type StructureRoot } from './tree.ts'

/**
 * Numbers the element identifiers anew, in reading order, with the references of table cells to their headers. Chromium
 * numbers them over all that its process has printed so far, so that the same page would have other bytes each time. Gives the last of
 * their numbers; `before` is the one before the first.
 */
export function renameIds(root: StructureRoot, before = 0): number {
  const names = new Map<string, string>()
  for (const { dict } of elementsOf(root)) {
    const id = textOf(dict.lookup(name('ID')))
    if (id === undefined) continue
    // Padded, since a name tree is sorted by bytes.
    const renamed = `e${String(before + names.size + 1).padStart(6, '0')}`
    names.set(id, renamed)
    dict.set(name('ID'), PDFString.of(renamed))
  }
  for (const { dict } of elementsOf(root)) renameHeaders(dict, names)
  return before + names.size
}

/** How many elements have an identifier. */
export function countIds(root: StructureRoot): number {
  return [...elementsOf(root)].filter(({ dict }) => dict.has(name('ID'))).length
}

/** Lists the elements with identifiers (ISO 32000-1, table 322), as {@link renameIds} gives them. */
export function listIds(root: StructureRoot): void {
  const { context } = root.dict
  const named = [...elementsOf(root)].flatMap(({ dict, ref }): [string, PDFRef][] => {
    const id = textOf(dict.lookup(name('ID')))
    return id === undefined ? [] : [[id, ref]]
  })
  const entries = named
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([id, ref]) => [PDFString.of(id), ref])
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
