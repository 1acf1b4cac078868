import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import type { Leaf } from './flatten.ts'

/** How a placeholder begins, whether or not it ends. */
export const opening = /[([]\s*insert(?!\p{L})|\{\{/giu

/**
 * Where the placeholder that begins at `index` stands in the file. A piece of text is not what stands in the file, since
 * escapes, entities and indentation are resolved in it; so the openings in both are counted.
 */
export function placeIn(
  leaf: Leaf | undefined,
  index: number,
  raw: string,
  file: VFile,
): Position | undefined {
  const position = leaf?.node.position
  if (!leaf || !position) return undefined
  const source = String(file).slice(position.start.offset, position.end.offset)
  const before = leaf.text.slice(0, index - leaf.start).match(opening)?.length ?? 0
  const found = [...source.matchAll(opening)][before]
  if (!found) return position
  const start = after(position.start, source.slice(0, found.index))
  const same = source.startsWith(raw, found.index)
  return { start, end: same ? after(start, raw) : position.end }
}

function after(point: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/)
  const last = lines.at(-1) ?? ''
  return {
    line: point.line + lines.length - 1,
    column: lines.length === 1 ? point.column + last.length : last.length + 1,
    ...(point.offset !== undefined && { offset: point.offset + text.length }),
  }
}
