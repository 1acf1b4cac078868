import type { Heading, Nodes, Parents } from 'mdast'
import type { Point, Position } from 'unist'
import { visit } from 'unist-util-visit'
import { visitParents } from 'unist-util-visit-parents'
import type { VFile } from 'vfile'
import { fold } from '../../language/fold.ts'
import type { Document, Placeholder } from '../../model/document.ts'
import { reportBroken } from '../text/broken-placeholder.ts'
import { oncePer } from '../text/once.ts'
import { pointIn } from '../text/place.ts'
import {
  PLACEHOLDER_OPENING,
  PLACEHOLDER_PATTERN,
  type PlaceholderMatch,
  readPlaceholder,
} from '../text/placeholder.ts'
import { plainText } from '../text/plain-text.ts'
import { type TextSlot, textsOfMeta, textsOfNode } from './texts.ts'

/** One placeholder in one place. */
export interface Occurrence extends PlaceholderMatch {
  /** Keys of the headings that it stands under, innermost first. */
  readonly headings: readonly string[]
  readonly point: Point | undefined
  /** The sentence, heading, label or address that it stands in. */
  readonly sentence: string
}

/** A placeholder in running text. `ancestors` leads from the root of the tree to its parent. */
export interface NodeSpot {
  readonly kind: 'node'
  readonly node: Placeholder
  readonly ancestors: readonly Parents[]
  readonly occurrences: readonly [Occurrence]
}

/** A text outside the running text that holds placeholders. */
export interface TextSpot extends TextSlot {
  readonly occurrences: readonly Occurrence[]
}

export type Spot = NodeSpot | TextSpot

/** What the places are looked for in: a document, or the copy of it that is being filled. */
export type Subject = Pick<Document, 'tree' | 'meta' | 'typeset' | 'file' | 'locate'>

/**
 * All places that ask for an answer, in reading order; those of the front matter first. Keys of the front matter in
 * `without` are passed over.
 */
export function spotsOf(
  subject: Subject,
  without: ReadonlySet<string | number> = new Set(),
): Spot[] {
  const meta = textsOfMeta(subject).filter(({ path: [key = ''] }) => !without.has(key))
  return [
    ...meta.flatMap((slot) =>
      spotsOfText(
        slot,
        [],
        () => subject.locate(slot.path) ?? subject.locate(slot.path.slice(0, 1)),
      ),
    ),
    ...spotsOfTree(subject),
  ]
}

/** Reports what begins like a placeholder and is none in labels, addresses and front matter. */
export function reportUnclosedTexts(subject: Subject): void {
  const { tree, file, locate } = subject
  for (const slot of textsOfMeta(subject)) reportUnclosed(slot, locate(slot.path))
  visit(tree, (node) => {
    for (const slot of textsOfNode(node)) reportUnclosed(slot, node.position?.start)
  })

  function reportUnclosed({ text }: TextSlot, point: Point | undefined): void {
    const rest = text.replace(PLACEHOLDER_PATTERN, '')
    if (rest.search(PLACEHOLDER_OPENING) < 0) return
    const reason = `Unexpected \`${text}\`, expected a placeholder such as \`(insert organisation name)\``
    reportBroken(file, 'placeholder-unclosed', reason, point)
  }
}

function spotsOfTree({ tree, file }: Subject): Spot[] {
  const spots: Spot[] = []
  const sentencesOf = oncePer((block: Nodes) => sentencesIn(plainText(block)))
  let open: Heading[] = []
  let headings: string[] = []
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'heading') {
      open = [node, ...open.filter(({ depth }) => depth < node.depth)]
      headings = open.map((heading) => fold(plainText(heading)))
    }
    if (node.type === 'placeholder') {
      const { position } = node
      const sentence = sentencesOf(ancestors.findLast(isBlock) ?? node)(node.raw)
      const occurrence = { ...node, headings, point: position?.start, sentence }
      spots.push({ kind: 'node', node, ancestors, occurrences: [occurrence] })
    }
    for (const slot of textsOfNode(node)) {
      spots.push(...spotsOfText(slot, headings, (raw) => pointOf(raw, node.position, file)))
    }
  })
  return spots
}

function isBlock({ type }: Nodes): boolean {
  return type === 'paragraph' || type === 'heading' || type === 'tableCell'
}

function spotsOfText(
  slot: TextSlot,
  headings: readonly string[],
  pointOf: (raw: string) => Point | undefined,
): TextSpot[] {
  const sentenceWith = sentencesIn(slot.text)
  const occurrences = [...slot.text.matchAll(PLACEHOLDER_PATTERN)].map((match) => {
    const placeholder = readPlaceholder(match)
    return {
      ...placeholder,
      headings,
      point: pointOf(match[0]),
      sentence: sentenceWith(placeholder.raw),
    }
  })
  return occurrences.length > 0 ? [{ ...slot, occurrences }] : []
}

/** The place of a text inside the source of a node; that of the node where it is written otherwise there. */
function pointOf(raw: string, position: Position | undefined, file: VFile): Point | undefined {
  if (!position) return undefined
  const start = position.start.offset ?? 0
  const found = String(file).slice(start, position.end.offset).indexOf(raw)
  return found < 0 ? position.start : pointIn(file, start + found)
}

/** Longer sentences are shown in part. */
const LONGEST_SIDE = 300

/** Gives the sentence of a text that a placeholder stands in; they are asked for in their order. */
function sentencesIn(text: string): (raw: string) => string {
  const line = text.replace(/\s+/g, ' ')
  let next = 0
  return (raw) => {
    const found = line.indexOf(raw, next)
    const at = Math.max(0, found < 0 ? line.indexOf(raw) : found)
    next = at + raw.length
    const before = line.slice(Math.max(0, at - LONGEST_SIDE), at)
    const after = line.slice(next, next + LONGEST_SIDE)
    const begin = before.split(/(?<=[.!?]) /).at(-1) ?? ''
    const [end = ''] = after.split(/(?<=[.!?]) /)
    return `${begin}${raw}${end}`.trim()
  }
}
