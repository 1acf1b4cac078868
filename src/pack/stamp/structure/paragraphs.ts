import { name } from '../objects.ts'
import {
  createElement,
  elementsOf,
  type Kid,
  type StructureElement,
  type StructureRoot,
} from './tree.ts'

/** Types whose content may stand in them directly. */
const holdText = new Set(
  'BlockQuote Caption Code Em H1 H2 H3 H4 H5 H6 LBody Lbl Link P Span Strong TD TH'.split(' '),
)

/** Types that hold paragraphs and other blocks, and no text of their own. */
const holdBlocks = new Set('Art Aside Div Document DocumentFragment Part Sect'.split(' '))

/** Types that stand within a line. */
const inLine = new Set('Code Em Form Link NonStruct Span Strong Sub'.split(' '))

/**
 * Takes away the groups without a meaning (`NonStruct`) that Chromium puts around each text and each `div`, so that
 * programs which show or follow the tree come to the content directly.
 */
export function unwrapGroups(parent: StructureRoot | StructureElement): void {
  for (const kid of parent.kids) if (kid.kind === 'element') unwrapGroups(kid)
  const holdsText = parent.kind === 'element' && holdText.has(parent.type)
  parent.kids = parent.kids.flatMap((kid) => {
    if (!isGroup(kid)) return [kid]
    const isUnwrapped = holdsText || kid.kids.every(({ kind }) => kind === 'element')
    return isUnwrapped ? kid.kids : [kid]
  })
}

/**
 * Puts texts and form fields that stand between blocks into paragraphs (ISO 32000-1, 14.8.4.3.1). Chromium gives none to a
 * `p` with a layout of its own, such as an option beside its label. A field begins a paragraph, and the text after it is
 * its label; so it is in a cell with several fields.
 */
export function wrapTexts(root: StructureRoot): void {
  for (const element of [...elementsOf(root)]) {
    if (holdBlocks.has(element.type) || holdsFields(element))
      element.kids = inParagraphs(root, element.kids)
  }
}

/** True of the cell of a table with several fields, whose labels would be one text without paragraphs. */
function holdsFields({ type, kids }: StructureElement): boolean {
  return type === 'TD' && kids.filter(isForm).length > 1
}

function inParagraphs(root: StructureRoot, kids: readonly Kid[]): Kid[] {
  const blocks: Kid[] = []
  let paragraph: StructureElement | undefined
  for (const kid of kids) {
    if (!isInLine(kid)) {
      paragraph = undefined
      blocks.push(kid)
      continue
    }
    if (!paragraph || isForm(kid)) {
      paragraph = createElement(root, 'P', [])
      blocks.push(paragraph)
    }
    paragraph.kids.push(...(isGroup(kid) ? kid.kids : [kid]))
  }
  return blocks
}

function isInLine(kid: Kid): boolean {
  return kid.kind !== 'element' || inLine.has(kid.type)
}

function isForm(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'Form'
}

function isGroup(kid: Kid): kid is StructureElement {
  return kid.kind === 'element' && kid.type === 'NonStruct' && !says(kid)
}

/** True when an element has a text or a language of its own, or is referred to. */
function says({ dict }: StructureElement): boolean {
  return ['ActualText', 'Alt', 'E', 'ID', 'Lang'].some((entry) => dict.has(name(entry)))
}
