import type { PhrasingContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { oncePer } from '../../text/once.ts'
import { countUpTo, pointIn } from '../../text/place.ts'
import { PLACEHOLDER_PATTERN } from '../../text/placeholder.ts'
import { type Mark, marksIn } from './marks.ts'
import { rolesOf } from './roles.ts'

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
  let next = 0
  for (const { index, 0: found } of text.matchAll(/[^\n]+/g)) {
    const line = found.trim()
    if (line === '') continue
    const from = index + found.indexOf(line)
    const to = from + line.length
    const first = next
    while (next < marks.length && marks[next]!.from < to) next += 1
    const own = marks
      .slice(first, next)
      .filter((mark) => mark.from >= from && mark.to <= to)
      .map((mark) => ({ ...mark, from: mark.from - from, to: mark.to - from }))
    lines.push({ text: line, marks: rolesOf(line, own), from, to })
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
  const starts = startsOf(nodes)
  const first = indexAt(starts, from)
  const last = indexAt(starts, to)
  return nodes.slice(first, last + 1).flatMap((node, index): PhrasingContent[] => {
    const start = starts[first + index] ?? 0
    const end = starts[first + index + 1] ?? start
    const range = { from: Math.max(from - start, 0), to: Math.min(to, end) - start }
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
  const starts = startsOf(nodes)
  const at = indexAt(starts, index)
  const node = nodes[at]
  if (!node) return nodes.at(-1)?.position?.end
  const within = index - (starts[at] ?? 0)
  if (isFormatting(node)) return pointAt(node.children, within, file)
  return node.type === 'text' ? pointInText(node, within, file) : node.position?.start
}

/** Where each part of running text begins in its flat text, and where the last one ends. */
const startsOf = oncePer((nodes: readonly PhrasingContent[]): readonly number[] => {
  let end = 0
  return [
    0,
    ...nodes.map((node) => {
      end += piecesOf(node).reduce((length, { text }) => length + text.length, 0)
      return end
    }),
  ]
})

/** The part that a place in the flat text lies in. */
function indexAt(starts: readonly number[], place: number): number {
  return Math.max(0, countUpTo(starts, place, (start) => start) - 1)
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

function sliceText(node: Text, from: number, to: number, file: VFile): Text {
  const start = pointInText(node, from, file)
  const end = pointInText(node, to, file)
  const value = node.value.slice(from, to)
  return { type: 'text', value, ...(start && end && { position: { start, end } }) }
}

function pointInText(node: Text, index: number, file: VFile): Point | undefined {
  const { value, position } = node
  if (!position) return undefined
  const known = offsets.get(node)
  const within = known?.value === value ? known.within : offsetsIn(node, file)
  offsets.set(node, { value, within })
  const offset = within[index]
  return offset === undefined ? position.end : pointIn(file, (position.start.offset ?? 0) + offset)
}

/** Where the characters of texts stand in what they were read from, as long as the texts stay as they are. */
const offsets = new WeakMap<Text, { readonly value: string; readonly within: readonly number[] }>()

/** A text is not what stands in the file: escapes, entities and the indentation of its lines are gone from it. */
function offsetsIn({ value, position }: Text, file: VFile): number[] {
  const source = String(file).slice(position?.start.offset, position?.end.offset)
  let at = 0
  return Array.from({ length: value.length }, (_, index) => {
    const found = seek(source, at, value[index] ?? '')
    at = found + lengthInSource(source, found)
    return found
  })
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
