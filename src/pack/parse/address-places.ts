import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Plugin } from 'unified'
import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import { pointIn } from '../text/place.ts'

/** Gives the pieces of a text their places where an address parts it that is written as it is: the parser leaves them out. */
export const addressPlaces: Plugin<[], Root> = () => (tree, file) => {
  const source = String(file)
  visit(tree, (parent) => {
    if (!('children' in parent) || !parent.position) return
    let at = parent.position.start.offset ?? 0
    parent.children.forEach((child, index) => {
      if (child.position) {
        at = child.position.end.offset ?? at
        return
      }
      const next = parent.children[index + 1]
      if (child.type === 'link') {
        const { length } = textOf(child)
        child.position = between(at, at + length)
      } else if (next?.type === 'link' && !next.position) {
        const end = source.indexOf(textOf(next), at)
        child.position = between(at, end < 0 ? at : end)
      } else {
        child.position = between(
          at,
          next?.position?.start.offset ?? parent.position?.end.offset ?? at,
        )
      }
      at = child.position.end.offset ?? at
    })
  })

  function between(from: number, to: number): Position {
    return { start: pointIn(file, from), end: pointIn(file, to) }
  }
}
