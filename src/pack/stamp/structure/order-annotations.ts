import { PDFArray, type PDFDocument, type PDFObject, type PDFRef } from 'pdf-lib'
import { name } from '../objects.ts'
import type { StructureElement, StructureRoot } from './tree.ts'

/**
 * Puts the annotations of each page in the order of the structure tree. Chromium lists them as it paints them, where boxes
 * that are placed come last, and many programs go from field to field by this list.
 */
export function orderAnnotations(file: PDFDocument, structure: StructureRoot): void {
  const places = new Map<PDFObject, number>()
  for (const ref of referencesIn(structure)) places.set(ref, places.size)
  const placeOf = (item: PDFObject) => places.get(item) ?? places.size
  for (const { node } of file.getPages()) {
    const annotations = node.lookupMaybe(name('Annots'), PDFArray)?.asArray()
    if (!annotations) continue
    const ordered = annotations.toSorted((a, b) => placeOf(a) - placeOf(b))
    node.set(name('Annots'), file.context.obj(ordered))
  }
}

/** The annotations in the tree, in its order. */
function* referencesIn(parent: StructureRoot | StructureElement): Generator<PDFRef> {
  for (const kid of parent.kids) {
    if (kid.kind === 'object') yield kid.ref
    else if (kid.kind === 'element') yield* referencesIn(kid)
  }
}
