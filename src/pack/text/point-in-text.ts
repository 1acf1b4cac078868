import type { Text } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { pointIn } from './place.ts'

/** Where words of a text stand in the file; where the text begins if they are written otherwise there. */
export function pointInText({ position }: Text, words: string, file: VFile): Point | undefined {
  if (!position) return undefined
  const start = position.start.offset ?? 0
  const index = String(file).slice(start, position.end.offset).indexOf(words)
  return index < 0 ? position.start : pointIn(file, start + index)
}
