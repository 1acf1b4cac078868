import { PDFDict, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import { backLabel, noteBefore, noteLabel, noteOf } from '../../../contracts/notes.ts'
import type { Say } from '../../../language/words.ts'
import { name, text } from '../objects.ts'
import { createElement, elementsOf, type StructureElement, type StructureRoot } from './tree.ts'

/**
 * Makes notes (ISO 14289-1, 7.9) of the lists in which Chromium prints footnotes, and references of the links to them. Each
 * link says in words where it leads.
 */
export function tagNotes(root: StructureRoot, say: Say): void {
  const numbers = new Map<string, number>()
  for (const list of [...elementsOf(root)]) {
    if (list.type !== 'L') continue
    const ids = list.kids.map((item) => (item.kind === 'element' ? idOfNote(item) : undefined))
    if (ids.length === 0 || ids.includes(undefined)) continue
    list.type = 'Div'
    list.dict.delete(name('A'))
    list.kids.forEach((item, index) => {
      if (item.kind !== 'element') return
      toNote(item, index + 1, ids[index] ?? '', say)
      numbers.set(ids[index] ?? '', index + 1)
    })
  }
  if (numbers.size > 0) tagReferences(root, root, numbers, say)
}

/** The id of the footnote that is all of a list item or note, as its link back tells. */
export function idOfNote(item: StructureElement): string | undefined {
  for (const element of elementsOf(item)) {
    const id = noteBefore(targetOf(element) ?? '')
    if (id !== undefined) return id
  }
  return undefined
}

function toNote(item: StructureElement, number: number, id: string, say: Say): void {
  item.type = 'Note'
  // Numbered anew with the identifiers of table cells.
  item.dict.set(name('ID'), text(id))
  item.kids = item.kids.flatMap((kid) =>
    kid.kind === 'element' && kid.type === 'LBody' ? kid.kids : [kid],
  )
  let again = 0
  for (const element of elementsOf(item))
    if (noteBefore(targetOf(element) ?? '') !== undefined)
      element.dict.set(name('Alt'), text(backLabel(number, again++, say)))
}

function tagReferences(
  root: StructureRoot,
  parent: StructureRoot | StructureElement,
  numbers: ReadonlyMap<string, number>,
  say: Say,
): void {
  parent.kids = parent.kids.map((kid) => {
    if (kid.kind !== 'element') return kid
    const number = numbers.get(noteOf(targetOf(kid) ?? '') ?? '')
    if (number === undefined) {
      tagReferences(root, kid, numbers, say)
      return kid
    }
    kid.dict.set(name('Alt'), text(noteLabel(number, say)))
    return createElement(root, 'Reference', [kid])
  })
}

/** The named destination that a link leads to. */
export function targetOf({ type, dict, kids }: StructureElement): string | undefined {
  if (type !== 'Link') return undefined
  const [link] = kids.filter((kid) => kid.kind === 'object')
  const target = link && dict.context.lookup(link.ref, PDFDict).lookup(name('Dest'))
  return target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString
    ? target.decodeText()
    : undefined
}
