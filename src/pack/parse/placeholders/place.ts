import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { oncePer } from '../../text/once.ts'
import { countUpTo, pointIn } from '../../text/place.ts'
import { PLACEHOLDER_OPENING } from '../../text/placeholder.ts'
import type { Leaf } from './flatten.ts'

/** Where the placeholder `raw` that begins at `index` of the text, in a piece of it, stands in the file. */
export type PlaceIn = (leaf: Leaf | undefined, index: number, raw: string) => Position | undefined

/**
 * Tells where placeholders of a block stand in a file. A piece of text is not what stands in the file, since escapes,
 * entities and indentation are resolved in it; so the openings in both are counted.
 */
export function placesOf(file: VFile): PlaceIn {
  const openingsOf = oncePer(({ node: { position }, text }: Leaf) => {
    const source = String(file).slice(position?.start.offset, position?.end.offset)
    return {
      endsInText: [...text.matchAll(PLACEHOLDER_OPENING)].map(
        ({ index, 0: { length } }) => index + length,
      ),
      inSource: [...source.matchAll(PLACEHOLDER_OPENING)].map(({ index }) => index),
    }
  })
  return (leaf, index, raw) => {
    const position = leaf?.node.position
    if (!leaf || !position) return undefined
    const { endsInText, inSource } = openingsOf(leaf)
    const found = inSource[countUpTo(endsInText, index - leaf.start, (end) => end)]
    if (found === undefined) return position
    const offset = (position.start.offset ?? 0) + found
    const isSame = String(file).startsWith(raw, offset)
    return {
      start: pointIn(file, offset),
      end: isSame ? pointIn(file, offset + raw.length) : position.end,
    }
  }
}
