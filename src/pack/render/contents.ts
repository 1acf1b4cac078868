import type { Element } from 'hast'
import { h } from 'hastscript'
import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { PAGE_OF } from '../../contracts/destinations.ts'
import { plainText } from '../text/plain-text.ts'
import type { Presentation } from './presentation.ts'

/** Most lines that fit under a title block; a longer list stands in two columns. */
const LONG = 26

/** A heading in the list of contents, with those below it. */
interface Entry {
  readonly heading: Heading
  readonly below: Entry[]
}

/**
 * The list of contents: sections and their parts, as links. On paper each line ends in an empty element with
 * {@link PAGE_OF}, where the print stage puts the number of the page.
 */
export function contentsList(tree: Root, presentation: Presentation): Element {
  const top = entries(tree)
  const lines = top.reduce((sum, { below }) => sum + 1 + below.length, 0)
  return h(lines > LONG ? 'div.long' : 'div', list(top, presentation))
}

function list(items: readonly Entry[], presentation: Presentation): Element {
  return h(
    'ol',
    items.map(({ heading, below }) =>
      h('li', [
        line(heading, presentation),
        ...(below.length > 0 ? [list(below, presentation)] : []),
      ]),
    ),
  )
}

function line(heading: Heading, { medium }: Presentation): Element {
  const { id = '', number } = heading.data ?? {}
  // Between boxes in a row no space is printed, so that it stands in them.
  const space = medium === 'print' ? ' ' : ''
  return h('a', { href: `#${id}` }, [
    ...(number ? [h('span.clause-number', `${number} `)] : []),
    h('span.text', plainText(heading) + space),
    ...(medium === 'print' ? [h('span.leader'), h('span.page', { [PAGE_OF]: id })] : []),
  ])
}

function entries(tree: Root): Entry[] {
  const top: Entry[] = []
  visit(tree, 'heading', (heading) => {
    if (!heading.data?.id || heading.depth > 3) return
    const entry: Entry = { heading, below: [] }
    const above = heading.depth === 3 ? top.at(-1)?.below : undefined
    ;(above ?? top).push(entry)
  })
  return top
}
