import type { PhrasingContent } from 'mdast'
import type { Element } from 'xast'
import { safeAddress } from '../address.ts'
import type { Piece } from '../phrasing.ts'
import type { Reading } from './reading.ts'
import type { Style } from './styles.ts'

/** The words of a paragraph, and what was seen of their looks. */
export interface Words {
  readonly pieces: Piece[]
  /** How many characters there are of each size. */
  readonly sizes: Map<number, number>
  /** How many tabs there were. */
  tabs: number
  /** Elements that hold blocks, such as text boxes; they follow the paragraph. */
  readonly boxes: Element[]
}

/** Where words stand that are read. */
export interface Around {
  readonly reading: Reading
  readonly style: Style
  readonly words: Words
  readonly url?: string | undefined
  /** Which tabs of the paragraph draw a line to write on, in the order of their places. */
  readonly leaders: readonly boolean[]
}

/** Lines that are drawn under one another stand in lines of their own. */
export function addPlace(drawn: string, around: Around): void {
  around.reading.controls++
  drawn.split('\n').forEach((line, index) => {
    if (index > 0) add({ type: 'break' }, around)
    addText(line, around, {})
  })
}

/** Adds what stands there, unless it is the code of a field. */
export function add(node: PhrasingContent, { words, url, reading }: Around): void {
  if (reading.fields.isCode) return
  words.pieces.push({ node, url: url ?? linkOf(reading) })
}

/** Adds words, unless they are the code of a field. */
export function addText(value: string, around: Around, marks: Omit<Piece, 'node' | 'url'>): void {
  if (around.reading.fields.isCode) return
  const url = around.url ?? linkOf(around.reading)
  around.words.pieces.push({ node: { type: 'text', value: clean(value) }, ...marks, url })
}

/** Where the field leads that the words stand in. */
function linkOf({ fields }: Reading): string | undefined {
  for (const { code } of fields.open) {
    const [, address] = /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code) ?? []
    if (address) return safeAddress(address)
  }
  return undefined
}

/** Without soft hyphens and other signs that no page shows. */
function clean(text: string): string {
  return text.replace(/[\u00ad\u200b\u2028\u2029\ufeff]/g, '')
}
