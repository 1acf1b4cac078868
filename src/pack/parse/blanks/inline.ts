import type { PhrasingContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { pointAfter } from '../../text/place.ts'
import { PLACEHOLDER_PATTERN } from '../../text/placeholder.ts'
import { type Mark, marksIn } from './marks.ts'

/** Running text without its formatting. */
export interface Flat {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** A line of a paragraph; its marks count in `text`, which begins at `from` in the paragraph and has no space around it. */
export interface Line extends Flat {
  readonly from: number
  readonly to: number
}

/** Reads running text. What stands in a link, in code, in a directive or in a placeholder is no blank. */
export function flatten(nodes: readonly PhrasingContent[]): Flat {
  const pieces = nodes.flatMap(piecesOf)
  const text = pieces.map(({ text }) => text).join('')
  const closed = pieces
    .map(({ text, open }) => (open ? text : '\uFFFC'.repeat(text.length)))
    .join('')
  const masked = closed.replace(PLACEHOLDER_PATTERN, (found) => '\uFFFC'.repeat(found.length))
  return { text, marks: marksIn(masked) }
}

/** The lines of a text that are not empty. */
export function linesOf({ text, marks }: Flat): Line[] {
  const lines: Line[] = []
  for (const { index, 0: found } of text.matchAll(/[^\n]+/g)) {
    const line = found.trim()
    if (line === '') continue
    const from = index + found.indexOf(line)
    const to = from + line.length
    const own = marks
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from }))
    lines.push({ text: line, marks: own, from, to })
  }
  return lines
}

/** The part of running text from one place in its flat text up to another, with its formatting. */
export function slice(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
  file: VFile,
): PhrasingContent[] {
  let start = 0
  return nodes.flatMap((node): PhrasingContent[] => {
    const length = lengthOf(node)
    const range = { from: Math.max(from - start, 0), to: Math.min(to - start, length) }
    start += length
    if (range.from >= range.to) return []
    if (node.type === 'text') return [sliceText(node, range.from, range.to, file)]
    if (!isFormatting(node)) return [node]
    return [{ ...node, children: slice(node.children, range.from, range.to, file) }]
  })
}

/** Where a place in the flat text stands in the file. */
export function pointAt(
  nodes: readonly PhrasingContent[],
  index: number,
  file: VFile,
): Point | undefined {
  let start = 0
  for (const node of nodes) {
    const length = lengthOf(node)
    if (index < start + length) {
      if (isFormatting(node)) return pointAt(node.children, index - start, file)
      return node.type === 'text' ? pointIn(node, index - start, file) : node.position?.start
    }
    start += length
  }
  return nodes.at(-1)?.position?.end
}

interface Piece {
  readonly text: string
  /** True where blanks can be. */
  readonly open: boolean
}

function piecesOf(node: PhrasingContent): Piece[] {
  if (node.type === 'text') return [{ text: node.value, open: true }]
  if (node.type === 'break') return [{ text: '\n', open: true }]
  if (isFormatting(node)) return node.children.flatMap(piecesOf)
  return [{ text: closedText(node), open: false }]
}

/** Directives whose label is text that a reader sees. */
const hasWords = new Set(['abbr', 'lang'])

/** What a reader sees of a link, an abbreviation, code or the like; a field and a note have nothing to see. */
function closedText(node: PhrasingContent): string {
  const isProse = node.type === 'textDirective' && node.children.length === 0
  if (isProse) return `:${node.name}`
  if (node.type === 'textDirective' && !hasWords.has(node.name)) return '\uFFFC'
  return textOf(node).replaceAll('\n', ' ') || '\uFFFC'
}

type Formatting = Extract<PhrasingContent, { readonly type: 'emphasis' | 'strong' | 'delete' }>

function isFormatting(node: PhrasingContent): node is Formatting {
  return node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete'
}

function lengthOf(node: PhrasingContent): number {
  return piecesOf(node).reduce((length, { text }) => length + text.length, 0)
}

function sliceText(node: Text, from: number, to: number, file: VFile): Text {
  const start = pointIn(node, from, file)
  const end = pointIn(node, to, file)
  const value = node.value.slice(from, to)
  return { type: 'text', value, ...(start && end && { position: { start, end } }) }
}

/** A text is not what stands in the file: escapes, entities and the indentation of its lines are gone from it. */
function pointIn({ value, position }: Text, index: number, file: VFile): Point | undefined {
  if (!position) return undefined
  const source = String(file).slice(position.start.offset, position.end.offset)
  let at = 0
  for (let done = 0; done < value.length; done++) {
    at = seek(source, at, value[done] ?? '')
    if (done === index) return pointAfter(position.start, source.slice(0, at))
    at += lengthInSource(source, at)
  }
  return position.end
}

/** Where the next character that stands for `character` begins. */
function seek(source: string, from: number, character: string): number {
  for (let at = from; at < source.length; at += 1) {
    const length = lengthInSource(source, at)
    if (
      length > 1 ? source[at + 1] === character || source[at] === '&' : source[at] === character
    ) {
      return at
    }
  }
  return from
}

function lengthInSource(source: string, at: number): number {
  if (source[at] === '\\' && /[!-/:-@[-`{-~]/.test(source[at + 1] ?? '')) return 2
  if (source[at] !== '&') return 1
  return /^&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);/i.exec(source.slice(at, at + 32))?.[0].length ?? 1
}
