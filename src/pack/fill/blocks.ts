import type { BlockContent, Link, List, ListItem, Nodes, Text } from 'mdast'
import type { Gap } from '../../model/document.ts'
import { linkedPieces } from '../text/address.ts'
import { plainText } from '../text/plain-text.ts'
import { replaceIn } from '../text/tree.ts'
import { leaveOut } from './leave-out.ts'
import type { Resolved } from './resolve.ts'
import type { Entry } from './scopes.ts'
import { shown } from './shown.ts'
import type { NodeSpot } from './spots.ts'

/** Stands for what is no text: the object replacement character. */
const NO_TEXT = '\uFFFC'

/** Puts what was found for a placeholder in running text in its place. */
export function putInTree(
  spot: NodeSpot,
  { resolution, occurrence, entry, draft }: Resolved,
  locale: string,
): void {
  const { raw, position } = spot.node
  const place = position && { position }
  switch (resolution.kind) {
    case 'text': {
      const before = textBeside(spot, -1)
      const after = textBeside(spot, 1)
      const surroundings = { before: before.text, after: after.text, locale }
      const wording = shown(resolution.text, occurrence, entry, surroundings)
      const { text, drop, instead = '', dropAfter } = wording
      shorten(before.nearest, (text) => text.slice(0, text.length - drop) + instead)
      shorten(after.nearest, (text) => text.slice(dropAfter ?? 0))
      const begun = cutEnd(before.nearest, ADDRESS_BEGUN)
      const ended = begun ? cutEnd(after.nearest, ADDRESS_GOES_ON) : ''
      replaceNode(spot, ...linked(begun + text + ended, spot, entry))
      break
    }
    case 'list':
      putList(spot, resolution.items, entry)
      break
    case 'definitions':
      replaceParagraph(spot, { type: 'definitions', entries: resolution.entries, ...place })
      break
    case 'nothing':
      leaveOut(spot, draft)
      break
    default: {
      const gap: Gap = { type: 'gap', raw, ...place }
      replaceNode(spot, gap)
    }
  }
}

/**
 * What stands beside a placeholder in its block, outside its formatting where it begins or ends with it: the node that is
 * nearest, and the text up to where there are words. What is no text, such as a field, counts as a character.
 */
function textBeside(
  { node, ancestors }: NodeSpot,
  step: -1 | 1,
): { readonly nearest: Nodes | undefined; readonly text: string } {
  let nearest: Nodes | undefined
  let text = ''
  let child: Nodes = node
  for (const parent of ancestors.toReversed()) {
    const siblings: readonly Nodes[] = parent.children
    for (let index = siblings.indexOf(child) + step; siblings[index]; index += step) {
      const beside = siblings[index]!
      nearest ??= beside
      const own = plainText(beside) || NO_TEXT
      text = step < 0 ? own + text : text + own
      if (text.trim() !== '') return { nearest, text }
    }
    if (blocks.has(parent.type)) break
    child = parent
  }
  return { nearest, text }
}

const blocks: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell'])

/** Takes away an end of a text, as it was written and as it is set in type. */
function shorten(node: Nodes | undefined, cut: (text: string) => string): void {
  if (node?.type !== 'text') return
  node.value = cut(node.value)
  if (node.data?.typeset) node.data.typeset = cut(node.data.typeset)
}

/** An address of the author's that an answer goes on with, as in `people@(insert domain)`, and its end after that. */
const ADDRESS_BEGUN = /(?:(?:https?:\/\/|\bwww\.)[^\s<>]*|[\w.+-]+@[\w.-]*)$/
const ADDRESS_GOES_ON = /^[\w@/?#%&=~+.-]*[\w/]/

/** Takes an end off a text and gives it. */
function cutEnd(node: Nodes | undefined, pattern: RegExp): string {
  const [found = ''] = node?.type === 'text' ? (pattern.exec(node.value) ?? []) : []
  if (found !== '') shorten(node, (text) => text.replace(pattern, ''))
  return found
}

function replaceNode({ node, ancestors }: NodeSpot, ...nodes: Nodes[]): void {
  const parent = ancestors.at(-1)
  if (parent) replaceIn(parent, node, nodes)
}

function replaceParagraph({ ancestors }: NodeSpot, block: BlockContent): void {
  const [parent, paragraph] = ancestors.slice(-2)
  if (parent && paragraph) replaceIn(parent, paragraph, [block])
}

/** A list of points; where the placeholder was the whole of a point, its points come among the others. */
function putList(spot: NodeSpot, items: readonly string[], entry: Entry | undefined): void {
  const points = items.map(
    (item): ListItem => ({
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: linked(item, spot, entry) }],
    }),
  )
  const [list, item] = spot.ancestors.slice(-3)
  if (list?.type === 'list' && item?.type === 'listItem' && item.children.length === 1) {
    replaceIn(list, item, points)
  } else {
    replaceParagraph(spot, {
      type: 'list',
      ordered: false,
      spread: false,
      children: points,
    } satisfies List)
  }
}

/** The text of an answer, in which addresses are links where a link can stand. */
function linked(
  answer: string,
  { ancestors }: NodeSpot,
  entry: Entry | undefined,
): (Text | Link)[] {
  if (ancestors.some(({ type }) => linkless.has(type))) return [text(answer)]
  const isNumber = entry?.info?.type === 'telephone' || entry?.info?.type === 'contact'
  return linkedPieces(answer, isNumber).map((piece) =>
    piece.url === undefined
      ? text(piece.text)
      : { type: 'link', url: piece.url, children: [text(piece.text)] },
  )
}

/** What can have no link inside. */
const linkless: ReadonlySet<string> = new Set(['link', 'heading', 'abbreviation'])

function text(value: string): Text {
  return { type: 'text', value, data: { answer: true } }
}
