import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Definitions } from '../../../model/document.ts'
import { linked } from '../linked.ts'

/** Terms with their meanings, as a table: Chromium has no tags for a list of definitions. */
export function definitions(_: State, { entries }: Definitions): Element {
  return h('table.definitions', [
    h('caption', 'Further definitions'),
    h('thead', h('tr', [h('th', { scope: 'col' }, 'Term'), h('th', { scope: 'col' }, 'Meaning')])),
    h(
      'tbody',
      entries.map(({ term, meaning }) =>
        h('tr', [h('th', { scope: 'row' }, term), h('td', linked(meaning))]),
      ),
    ),
  ])
}
