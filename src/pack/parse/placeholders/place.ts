import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { pointAfter } from '../../text/place.ts'
import { PLACEHOLDER_OPENING } from '../../text/placeholder.ts'
import type { Leaf } from './flatten.ts'

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
  const before = leaf.text.slice(0, index - leaf.start).match(PLACEHOLDER_OPENING)?.length ?? 0
  const found = [...source.matchAll(PLACEHOLDER_OPENING)][before]
  if (!found) return position
  const start = pointAfter(position.start, source.slice(0, found.index))
  const same = source.startsWith(raw, found.index)
  return { start, end: same ? pointAfter(start, raw) : position.end }
}
