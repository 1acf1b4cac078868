import type { Nodes, Root } from 'mdast'
import type { Point, Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Locate } from '../../messages/message.ts'
import { pointIn } from '../text/place.ts'
import { keepIds } from './attributes.ts'
import type { Edited } from './edits.ts'
import { keepMarks } from './lists/kept.ts'

/** Turns places in an edited text into those in the author's file. */
export interface AuthorPlaces {
  readonly point: (point: Point, side?: 'start' | 'end') => Point & { offset: number }
  readonly locate: (locate: Locate) => Locate
  /** Gives every node its place in the author's file, and placeholders the author's words. */
  readonly tree: (tree: Root) => void
  /** Hands what was said of the edited text to the author's file. */
  readonly messages: (edited: VFile) => void
}

export function authorPlaces(
  file: VFile,
  shadow: VFile,
  { back, writtenAt }: Edited,
): AuthorPlaces {
  const starts = [
    0,
    ...Array.from(
      String(shadow).matchAll(/\r\n|\r|\n/g),
      ({ index, 0: end }) => index + end.length,
    ),
  ]

  function offsetOf({ line, column }: Point): number {
    return (starts[line - 1] ?? 0) + column - 1
  }

  function point(place: Point, side: 'start' | 'end' = 'start') {
    const offset = back(offsetOf(place), side)
    return { ...pointIn(file, offset), offset }
  }

  function position({ start, end }: Position): Position {
    return { start: point(start), end: point(end, 'end') }
  }

  function own(node: Nodes): void {
    if (!node.position) return
    const written =
      node.type === 'placeholder' ? writtenAt(offsetOf(node.position.start)) : undefined
    node.position = position(node.position)
    if (written && node.type === 'placeholder')
      node.raw = String(file).slice(written.from, written.to).replace(/\s+/g, ' ')
  }

  return {
    point,
    locate: (locate) => (path) => {
      const place = locate(path)
      return place && point(place)
    },
    tree(tree) {
      visit(tree, own)
      keepIds(tree, file)
      keepMarks(tree, file)
    },
    messages(edited) {
      for (const message of edited.messages) {
        const { place } = message
        if (place) {
          const moved = 'start' in place ? position(place) : point(place)
          const { line, column } = 'start' in moved ? moved.start : moved
          Object.assign(message, { place: moved, line, column })
        }
        file.messages.push(message)
      }
      Object.assign(file.data, edited.data)
    },
  }
}
