import type { Text } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { pointAfter } from '../text/place.ts'

/** Where words of a text stand in the file; where the text begins if they are written otherwise there. */
export function pointInText({ position }: Text, words: string, file: VFile): Point | undefined {
  if (!position) return undefined
  const source = String(file).slice(position.start.offset, position.end.offset)
  const index = source.indexOf(words)
  return index < 0 ? position.start : pointAfter(position.start, source.slice(0, index))
}
