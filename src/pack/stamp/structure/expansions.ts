import { expansionIn } from '../../../contracts/expansion.ts'
import { name, text, textIn } from '../objects.ts'
import { elementsOf, type StructureElement, type StructureRoot } from './tree.ts'

/**
 * Makes of each abbreviation that the render stage has marked a span with what it stands for (ISO 32000-1, 14.9.5), which a
 * program can say instead of the letters. The text stays what it is for those who read, search and copy.
 */
export function expandAbbreviations(root: StructureRoot): void {
  for (const element of elementsOf(root)) {
    const meaning = expansionIn(alternativeOf(element))
    if (meaning === undefined) continue
    element.type = 'Span'
    for (const entry of ['A', 'Alt']) element.dict.delete(name(entry))
    element.dict.set(name('E'), text(meaning))
  }
}

/** The alternative text of what Chromium takes for a picture. */
function alternativeOf({ type, dict }: StructureElement): string | undefined {
  if (type !== 'Figure') return undefined
  return textIn(dict, 'Alt')
}
