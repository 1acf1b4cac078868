import { PDFDict } from 'pdf-lib'
import { name } from '../objects.ts'
import { attributesOf } from './attributes.ts'
import {
  createElement,
  elementsOf,
  type Kid,
  type StructureElement,
  type StructureRoot,
} from './tree.ts'

/**
 * Makes a table of contents (ISO 32000-1, 14.8.4.2) of each list without bullets or numbers that holds nothing but links
 * to places in the file, and of the lists in it.
 */
export function tagContents(root: StructureRoot): void {
  for (const list of [...elementsOf(root)]) if (isContents(list)) toContents(root, list)
}

/** A line of the list: a link, and the list below it if there is one. */
interface Line {
  readonly item: StructureElement
  readonly link: StructureElement
  readonly below: StructureElement | undefined
}

function isContents(list: Kid): list is StructureElement {
  if (list.kind !== 'element' || list.type !== 'L' || isNumbered(list)) return false
  return list.kids.every((item) => {
    const line = lineOf(item)
    return line && leadsInside(line.link) && (!line.below || isContents(line.below))
  })
}

function lineOf(item: Kid): Line | undefined {
  const [body, ...others] = item.kind === 'element' && item.type === 'LI' ? item.kids : []
  if (item.kind !== 'element' || body?.kind !== 'element' || others.length > 0) return undefined
  const [link, below, ...more] = body.kids
  if (link?.kind !== 'element' || link.type !== 'Link' || more.length > 0) return undefined
  return below?.kind === 'element' || below === undefined ? { item, link, below } : undefined
}

function toContents(root: StructureRoot, list: StructureElement): void {
  list.type = 'TOC'
  for (const line of list.kids.map(lineOf)) {
    if (!line) continue
    line.item.type = 'TOCI'
    const reference = createElement(root, 'Reference', [line.link])
    line.item.kids = line.below ? [reference, line.below] : [reference]
  }
}

function leadsInside({ dict, kids }: StructureElement): boolean {
  return kids.some(
    (kid) => kid.kind === 'object' && dict.context.lookup(kid.ref, PDFDict).has(name('Dest')),
  )
}

function isNumbered({ dict }: StructureElement): boolean {
  return attributesOf(dict).some((owner) => owner.has(name('ListNumbering')))
}
