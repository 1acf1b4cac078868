import type { Element, Parents, Root } from 'hast'
import { visitParents } from 'unist-util-visit-parents'
import { wordsIn } from './words.ts'

/** A note of a web page, and the words of it. */
export interface PageNote {
  readonly identifier: string
  readonly element: Element
}

/** Name of the element that stands where a note is referred to. */
export const NOTE_REFERENCE = 'note-reference'

/** `1`, `[1]`, `*`, `i` */
const MARK = /^[[(]?(?:\d{1,3}|[*†‡]|[ivx]{1,4})[\])]?$/i

/**
 * Takes the notes out of a page: words that a small mark in the text leads to, and from which another mark leads back, as Word,
 * LibreOffice, Google Docs and Pandoc write them. At the mark stands an element that names the note.
 */
export function takeNotes(tree: Root): PageNote[] {
  const places = new Map<string, { element: Element; above: Parents[] }>()
  const links: { element: Element; target: string; above: Parents[] }[] = []
  visitParents(tree, 'element', (element, above) => {
    const { id, name, href } = element.properties
    for (const anchor of [id, name])
      if (typeof anchor === 'string' && !places.has(anchor))
        places.set(anchor, { element, above: [...above] })
    if (element.tagName === 'a' && typeof href === 'string' && href.startsWith('#'))
      links.push({ element, target: href.slice(1), above: [...above] })
  })
  const notes: PageNote[] = []
  const taken = new Set<Element>()
  for (const { element, target, above } of links) {
    const place = places.get(target)
    if (taken.has(element) || !place || !MARK.test(wordsIn(element))) continue
    const block = blockOf([...place.above, place.element])
    const back =
      block && links.find((link) => isIn(link.element, block) && link.element !== element)
    if (!back || isIn(element, block) || !leadsBack(back.target, places, above, element)) continue
    const identifier = String(notes.length + 1)
    taken.add(back.element)
    remove(back.element, back.above)
    // Without words in it the spaces around would be taken for one.
    const children = [{ type: 'text', value: identifier }]
    Object.assign(element, { tagName: NOTE_REFERENCE, properties: { identifier }, children })
    notes.push({ identifier, element: { ...block, tagName: 'div' } })
    Object.assign(block, { children: [], tagName: 'span' })
  }
  return notes
}

/** Whether a link leads to the mark, or to what stands around it. */
function leadsBack(
  target: string,
  places: ReadonlyMap<string, { element: Element }>,
  above: readonly Parents[],
  mark: Element,
): boolean {
  const place = places.get(target)?.element
  return place !== undefined && (place === mark || isIn(place, mark) || above.includes(place))
}

function blockOf(path: readonly Parents[]): Element | undefined {
  const isBlock = (one: Parents): one is Element =>
    one.type === 'element' && ['li', 'p', 'div', 'dd', 'aside'].includes(one.tagName)
  const inner = path.findLast(isBlock)
  const outer = path.findLast((one) => isBlock(one) && one !== inner) as Element | undefined
  // Several paragraphs of one note have an item or a division around them.
  const isOnly = outer?.tagName === 'li' || (outer?.tagName === 'div' && outer.children.length <= 3)
  return inner?.tagName === 'p' && isOnly ? outer : inner
}

function isIn(element: Element, container: Element): boolean {
  return (
    element === container ||
    container.children.some((child) => child.type === 'element' && isIn(element, child))
  )
}

function remove(element: Element, above: readonly Parents[]): void {
  const parent = above.at(-1)
  const index = parent?.children.indexOf(element as never) ?? -1
  if (index >= 0) parent?.children.splice(index, 1)
}
