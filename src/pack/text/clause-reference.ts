import type { Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { pointInText } from './point-in-text.ts'

/** A clause that the author's text names by its number, as in `clause 14.2`. */
export interface NamedClause {
  readonly number: string
  /** The beginning of the title after *of* or *in*, empty where a link follows; undefined for a clause of the document itself. */
  readonly elsewhere?: string | undefined
  readonly point: Point | undefined
}

/** Groups: 1 the number, 2 what comes after "of" or "in": the beginning of a title, or nothing where a link follows. */
const REFERENCE =
  /\bclauses?\s+(\d+(?:\.\d+)*)(?:\s*\([a-z]\))?(?=(?:\s+(?:of|in)\b\s*(?:the\s+)?([^.,;]*))?)/gi

/** The clauses that a text names in plain words, in their order. */
export function clausesNamedIn(tree: Root, file: VFile): NamedClause[] {
  const named: NamedClause[] = []
  visit(tree, 'text', (text) => {
    if (text.data?.answer) return
    for (const [words, number = '', other] of text.value.matchAll(REFERENCE)) {
      const elsewhere = other === undefined || /^this\b/i.test(other) ? undefined : other
      named.push({ number, elsewhere, point: pointInText(text, words, file) })
    }
  })
  return named
}
