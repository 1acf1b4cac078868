import type { PDFDocument, PDFPage, PDFRef } from 'pdf-lib'
import { textIn } from '../objects.ts'
import type { Kid, StructureElement } from '../structure/tree.ts'
import { textsOf } from './text.ts'

export type ReadText = (element: StructureElement) => string

/** Types that stand among the words of a sentence, whose spaces are in the words. */
const inSentence: ReadonlySet<string> = new Set([
  'Code',
  'Em',
  'Link',
  'Reference',
  'Span',
  'Strong',
  'Sub',
])

/** Gives a reader of the text of structure elements, in reading order and with single spaces. */
export function elementTextReader(file: PDFDocument): ReadText {
  const pages = new Map(file.getPages().map((page) => [page.ref, page]))
  const known = new Map<PDFPage, Map<number, string>>()

  function contentText(pageRef: PDFRef, mcid: number): string {
    const page = pages.get(pageRef)
    if (!page) return ''
    const texts = known.get(page) ?? textsOf(page)
    known.set(page, texts)
    return texts.get(mcid) ?? ''
  }

  function textOf(kid: Kid): string {
    switch (kid.kind) {
      case 'content':
        return contentText(kid.page, kid.mcid)
      case 'element':
        // A picture is what its alternative text says, and not what is written in it.
        return (kid.type === 'Figure' && textIn(kid.dict, 'Alt')) || joined(kid.kids)
      case 'object':
        return ''
    }
  }

  function joined(kids: readonly Kid[]): string {
    const texts = kids.map((kid, index) => {
      const before = kids[index - 1]
      const isApart = before && !isInSentence(before) && !isInSentence(kid)
      return isApart ? ` ${textOf(kid)}` : textOf(kid)
    })
    return texts.join('')
  }

  return (element) => textOf(element).replace(/\s+/g, ' ').trim()
}

function isInSentence(kid: Kid): boolean {
  return kid.kind === 'element' && inSentence.has(kid.type)
}
