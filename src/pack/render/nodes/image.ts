import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Image } from 'mdast'
import type { State } from 'mdast-util-to-hast'

/** A picture, named by its path in `out/`; one that decorates has an empty alternative text. */
export function image(_: State, { url, alt, title, data }: Image): Element {
  const { width } = data?.picture ?? {}
  return h('img.picture', { src: url, alt: alt ?? '', title, width })
}
