import { BLANK } from '../blank.ts'
import type { Piece } from '../phrasing.ts'

/** A list of contents that somebody typed is known by the wide space before its numbers. */
const PAGE_AT_END = /\p{L}[^\t]*\t\s*(?:\d{1,3}|[ivx]{1,5})\s*$/u

/** Nobody has labels and places to write in a longer paragraph. */
const LONGEST_LINE = 1000

/** Tabs behind labels lead to places to write; others part words. */
export function withoutTabs(pieces: readonly Piece[]): Piece[] {
  const whole = pieces.map(({ node }) => (node.type === 'text' ? node.value : '\uFFFC')).join('')
  if (!whole.includes('\t') || whole.length > LONGEST_LINE) return [...pieces]
  // What follows the last of them is a value, where it is neither a label nor a remark.
  const isForm =
    /^(?:[^\t:]{1,60}:[ ]*\t[\t ]*)+(?:[^\t:]{1,60}:\s*|\([^()\t]{1,60}\)\s*)?$/.test(whole) ||
    /^(?:[^\t:]{1,60}:[ ]*\t[\t ]*)+(?:date|time|signed|signature|print name|name|position|job title)\s*$/i.test(
      whole,
    )
  const isCaption =
    /^[^\t]{0,39}[^\t:](?:\t+[^\t]{1,40}){1,3}$/.test(whole) && /\bsign|\bdate\b/i.test(whole)
  const isDrawn = /^[_.…\s]+$/.test(whole)
  const isWide = isCaption || isDrawn || PAGE_AT_END.test(whole)
  const gap = isForm ? ` ${BLANK}    ` : isWide ? '    ' : ' '
  let isInTabs = false
  const made = pieces.map((piece): Piece => {
    if (piece.node.type !== 'text') return piece
    let value = ''
    for (const part of piece.node.value.split(/(\t)/)) {
      if (part === '\t') value += isInTabs ? '' : gap
      else value += isInTabs ? part.trimStart() : part
      if (part !== '') isInTabs = part === '\t' || (isInTabs && part.trim() === '')
    }
    return { ...piece, node: { type: 'text', value } }
  })
  // The last of several labels has its room at the end of the line.
  return isForm && /:[ ]*$/.test(whole)
    ? [...made, { node: { type: 'text', value: ` ${BLANK}` } }]
    : made
}
