import type { Point } from 'unist'

/** The point in a file that comes after `text`, when `text` begins at `point`. */
export function pointAfter(point: Point, text: string): Point {
  const lines = text.split(/\r\n|\r|\n/)
  const last = lines.at(-1) ?? ''
  return {
    line: point.line + lines.length - 1,
    column: lines.length === 1 ? point.column + last.length : last.length + 1,
    ...(point.offset !== undefined && { offset: point.offset + text.length }),
  }
}
