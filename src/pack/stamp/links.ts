import { PDFDict, type PDFDocument, type PDFRef } from 'pdf-lib'
import { addressInPack } from '../../contracts/print-site.ts'
import type { ReadText } from './content/element-text.ts'
import { annotationsOf, uriOf } from './markers.ts'
import { name, text } from './objects.ts'
import { elementsOf, type StructureRoot } from './structure/tree.ts'

/** Makes links within the pack relative and describes each link by its text (ISO 14289-1, 7.18.5). */
export function mendLinks(file: PDFDocument, structure: StructureRoot, textOf: ReadText): void {
  const texts = linkTexts(structure, textOf)
  for (const { ref, annotation } of file.getPages().flatMap(annotationsOf)) {
    if (annotation.get(name('Subtype')) !== name('Link')) continue
    const uri = uriOf(annotation)
    const target = uri === undefined ? undefined : addressInPack(uri)
    if (target !== undefined) annotation.lookup(name('A'), PDFDict).set(name('URI'), text(target))
    annotation.set(name('Contents'), text(texts.get(ref) || target || 'Link'))
  }
}

/** The text of the link element that each annotation belongs to. */
function linkTexts(structure: StructureRoot, textOf: ReadText): Map<PDFRef, string> {
  const found = new Map<PDFRef, string>()
  for (const element of elementsOf(structure)) {
    if (element.type !== 'Link') continue
    for (const kid of element.kids) if (kid.kind === 'object') found.set(kid.ref, textOf(element))
  }
  return found
}
