import type { Nodes, Parents, Text } from 'mdast'
import { type Place, report } from '../../messages/message.ts'
import type { Placeholder } from '../../model/document.ts'
import { plainText } from '../text/plain-text.ts'
import { replaceIn } from '../text/tree.ts'
import type { Draft } from './draft.ts'
import type { NodeSpot } from './spots.ts'

/**
 * Takes out what asks for something that the organisation has none of, and says which: the sentence, where others stand beside it; or
 * the paragraph, with the point, list or quotation that it was all of and the line that leads to it; in a table the cell, or the row
 * that has nothing else; in a heading the words that ask.
 */
export function leaveOut(spot: NodeSpot, draft: Draft): void {
  if (removeSentence(spot, draft)) return
  const at = spot.ancestors.findLastIndex(({ type }) => type in ways)
  const way = ways[spot.ancestors[at]?.type ?? '']
  if (way) way(spot, at, draft)
}

type Way = (spot: NodeSpot, at: number, draft: Draft) => void

const ways: Readonly<Record<string, Way>> = {
  paragraph: removeParagraph,
  tableCell: removeCell,
  heading: removeWords,
}

function removeParagraph(spot: NodeSpot, at: number, draft: Draft): void {
  const { ancestors, node } = spot
  const paragraph = ancestors[at]!
  const gone: Nodes[] = plainText(paragraph).trim() === node.raw ? [] : [paragraph]
  const clause = draft.clauses.get(paragraph)
  let isMoved = false
  for (let index = at; index > 0; index--) {
    const [parent, child] = ancestors.slice(index - 1, index + 1)
    if (!parent || !child) break
    if (parent.type === 'list' && parent.ordered)
      isMoved ||= parent.children.some((one) => one === child) && parent.children.at(-1) !== child
    const lead = child.type === 'list' ? leadTo(child, parent) : undefined
    if (lead) {
      gone.unshift(lead)
      replaceIn(parent, lead, [])
    }
    replaceIn(parent, child, [])
    if (parent.children.length > 0) break
  }
  if (gone.length > 0 || clause)
    reportGone((gone.length > 0 ? gone : [paragraph]).map(plainText).join(' '), node, draft, {
      ...(clause && { what: `clause ${clause}, ` }),
      ...(isMoved && { note: 'The points after it have other numbers.' }),
    })
}

/** The paragraph that leads to a list, as in `These are kept:`, and to nothing where the list goes. */
function leadTo(list: Nodes, parent: Parents): Nodes | undefined {
  const children: readonly Nodes[] = parent.children
  const before = children[children.indexOf(list) - 1]
  return before?.type === 'paragraph' && /:\s*$/.test(plainText(before)) ? before : undefined
}

/** The cell stays, empty, so that the columns do; a row goes that says nothing beside what it is called. */
function removeCell(spot: NodeSpot, at: number, draft: Draft): void {
  const { ancestors, node } = spot
  const [table, row, cell] = ancestors.slice(at - 2, at + 1)
  if (table?.type !== 'table' || row?.type !== 'tableRow' || cell?.type !== 'tableCell') return
  const others = row.children.slice(1).filter((one) => one !== cell)
  const isSpent =
    row !== table.children[0] &&
    cell !== row.children[0] &&
    others.every((one) => plainText(one).trim() === '' && one.children.length === 0)
  const written = (isSpent ? row.children : [cell]).map(plainText).join(' | ')
  reportGone(written, node, draft, { what: isSpent ? 'the row ' : 'the cell ' })
  if (isSpent) replaceIn(table, row, [])
  cell.children = []
}

/** A heading keeps the rest of its words. */
function removeWords(spot: NodeSpot, at: number, draft: Draft): void {
  const { ancestors, node } = spot
  const heading = ancestors[at]!
  const before = plainText(heading)
  const [parent] = ancestors.slice(-1)
  if (parent) replaceIn(parent, node, [])
  const left = inOneLine(plainText(heading))
  if (left !== '') reportLess(before, left, node, draft, node)
}

/** Says that a text has lost the words that ask, and what is left of it. */
export function reportLess(
  before: string,
  left: string,
  { raw }: Pick<Placeholder, 'raw'>,
  { file }: Pick<Draft, 'file'>,
  place: Place,
): void {
  report(
    file,
    'text-left-out',
    `Took \`${raw}\` out of \`${inOneLine(before)}\`, since there is no answer for it; \`${left}\` is left`,
    place,
  )
}

/** How a sentence ends before the next. */
const END =
  /(?<!\b(?:e\.g|i\.e|etc|cf|vs|no|mr|ms|mrs|dr|st|ltd|inc|co|p|pp|approx))[.!?]["”’)]*\s+/gi

/** Takes out the sentence that asks, where others stand beside it in its paragraph, and says which; false where it is alone. */
function removeSentence({ node, ancestors }: NodeSpot, draft: Draft): boolean {
  const at = ancestors.findLastIndex(({ type }) => type === 'paragraph')
  const paragraph = ancestors[at]
  if (paragraph?.type !== 'paragraph') return false
  const siblings: readonly Nodes[] = paragraph.children
  const index = siblings.indexOf(ancestors[at + 1] ?? node)
  const before = paragraph.children.findLastIndex(
    (one, place) => place < index && one.type === 'text' && one.value.search(END) >= 0,
  )
  const after = paragraph.children.findIndex(
    (one, place) => place > index && one.type === 'text' && one.value.search(END) >= 0,
  )
  if (index < 0 || (before < 0 && after < 0)) return false
  const first = paragraph.children[before]
  const last = paragraph.children[after]
  const [kept, begun] = first?.type === 'text' ? cutText(first, 'last') : []
  const [ended, next] = last?.type === 'text' ? cutText(last, 'first') : []
  const inner = paragraph.children.slice(before + 1, after < 0 ? undefined : after)
  const gone = [begun, ...inner, ended].filter((one) => one !== undefined)
  paragraph.children = [
    ...paragraph.children.slice(0, Math.max(before, 0)),
    ...(kept ? [kept] : []),
    ...(next ? [next] : []),
    ...(after < 0 ? [] : paragraph.children.slice(after + 1)),
  ]
  reportGone(gone.map(plainText).join(''), node, draft)
  return true
}

function reportGone(
  written: string,
  node: NodeSpot['node'],
  { file }: Draft,
  { what = '', note }: { readonly what?: string; readonly note?: string } = {},
): void {
  const reason = `Left out ${what}\`${inOneLine(written)}\`, since there is no answer for \`${node.raw}\``
  report(file, 'text-left-out', reason, node, note)
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** A text up to the last end of a sentence in it, or to the first, and what comes after. */
function cutText(node: Text, which: 'first' | 'last'): readonly [Text, Text] {
  const { typeset = node.value } = node.data ?? {}
  const cut = (text: string) => {
    const ends = Array.from(text.matchAll(END), ({ index, 0: { length } }) => index + length)
    return (which === 'first' ? ends[0] : ends.at(-1)) ?? 0
  }
  const part = (from: 'start' | 'end'): Text => {
    const of = (text: string) =>
      from === 'start' ? text.slice(0, cut(text)) : text.slice(cut(text))
    return {
      ...node,
      value: of(node.value),
      ...(node.data && { data: { ...node.data, typeset: of(typeset) } }),
    }
  }
  return [part('start'), part('end')]
}
