import type { BlockContent, Link, List, ListItem, Nodes, Parents, Text } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../messages/message.ts'
import type { Gap } from '../../model/document.ts'
import { linkedPieces } from '../text/address.ts'
import { plainText } from '../text/plain-text.ts'
import { replaceChild } from '../text/tree.ts'
import type { Resolved } from './resolve.ts'
import type { Entry } from './scopes.ts'
import { shown } from './shown.ts'
import type { NodeSpot } from './spots.ts'

/** Stands for what is no text: the object replacement character. */
const NO_TEXT = '\uFFFC'

/** Puts what was found for a placeholder in running text in its place. */
export function putInTree(
  spot: NodeSpot,
  { resolution, occurrence, entry, draft: { file } }: Resolved,
  locale: string,
): void {
  const { raw, position } = spot.node
  const place = position && { position }
  switch (resolution.kind) {
    case 'text': {
      const before = textBeside(spot, -1)
      const after = textBeside(spot, 1)
      const surroundings = { before: before.text, after: after.text, locale }
      const { text, drop, dropAfter } = shown(resolution.text, occurrence, entry, surroundings)
      shorten(before.nearest, (text) => text.slice(0, text.length - drop))
      shorten(after.nearest, (text) => text.slice(dropAfter ?? 0))
      replaceNode(spot, ...linked(text, spot, entry))
      break
    }
    case 'list':
      putList(spot, resolution.items, entry)
      break
    case 'definitions':
      replaceParagraph(spot, { type: 'definitions', entries: resolution.entries, ...place })
      break
    case 'nothing':
      if (!removeSentence(spot, file)) removeBlock(spot, file)
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

/** How a sentence ends before the next. */
const END =
  /(?<!\b(?:e\.g|i\.e|etc|cf|vs|no|mr|ms|mrs|dr|st|ltd|inc|co|p|pp|approx))[.!?]["”’)]*\s+/gi

/** Takes out the sentence that asks, where others stand beside it in its paragraph, and says which; false where it is alone. */
function removeSentence({ node, ancestors }: NodeSpot, file: VFile): boolean {
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
  reportGone(gone, node, file)
  return true
}

function reportGone(gone: readonly Nodes[], node: NodeSpot['node'], file: VFile): void {
  const written = gone.map(plainText).join('').replace(/\s+/g, ' ').trim()
  report(
    file,
    'text-left-out',
    `Left out \`${written}\`, since there is no answer for \`${node.raw}\``,
    node,
  )
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

/** Takes out the paragraph that asks, and the point, list or quotation that it was all of; says so where it had words of its own. */
function removeBlock(spot: NodeSpot, file: VFile): void {
  const block = spot.ancestors.findLastIndex(({ type }) => type === 'paragraph')
  const paragraph = spot.ancestors[block]
  if (paragraph && plainText(paragraph).trim() !== spot.node.raw)
    reportGone([paragraph], spot.node, file)
  if (block < 0) replaceNode(spot)
  for (let index = block; index > 0; index--) {
    const [parent, child] = spot.ancestors.slice(index - 1, index + 1)
    if (!parent || !child) return
    replaceIn(parent, child, [])
    if (parent.children.length > 0) return
  }
}

function replaceIn(parent: Parents, child: Nodes, nodes: readonly Nodes[]): void {
  const children: readonly Nodes[] = parent.children
  const index = children.indexOf(child)
  // It may have been taken out with the paragraph that it was in.
  if (index >= 0) replaceChild(parent, index, nodes)
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
