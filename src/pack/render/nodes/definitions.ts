import type { Element } from 'hast'
import { h } from 'hastscript'
import type { State } from 'mdast-util-to-hast'
import type { Say } from '../../../language/words.ts'
import type { Definitions } from '../../../model/document.ts'
import { linked } from '../linked.ts'

/** Terms with their meanings, as a table: Chromium has no tags for a list of definitions. */
export function definitionsIn(say: Say) {
  return (_: State, { entries }: Definitions): Element =>
    h('table.definitions', [
      h('caption', say('Further definitions')),
      h(
        'thead',
        h('tr', [
          h('th', { scope: 'col' }, say('Term')),
          h('th', { scope: 'col' }, say('Meaning')),
        ]),
      ),
      h(
        'tbody',
        entries.map(({ term, meaning }) =>
          h('tr', [h('th', { scope: 'row' }, term), h('td', linked(meaning))]),
        ),
      ),
    ])
}
