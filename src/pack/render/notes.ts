import type { ElementContent, Root } from 'hast'
import { h } from 'hastscript'
import type { Options } from 'remark-rehype'
import { visit } from 'unist-util-visit'
import { backLabel, NOTE_IDS, noteLabel } from '../../contracts/notes.ts'
import type { Say } from '../../language/words.ts'

/** How footnotes are drawn: as a section at the end, with links there and back that say where they lead. */
export const noteOptions = (say: Say) =>
  ({
    clobberPrefix: NOTE_IDS,
    footnoteLabel: say('Notes'),
    footnoteLabelProperties: {},
    footnoteBackLabel: (index: number, again: number) => backLabel(index + 1, again - 1, say),
    // The usual arrow, which turns, is in no font that comes along.
    footnoteBackContent: (_: number, again: number): ElementContent[] => [
      { type: 'text', value: '↑' },
      ...(again > 1 ? [h('sup', String(again))] : []),
    ],
  }) satisfies Options

/** Says of each reference to a footnote where it leads, since its text is a number. */
export function labelNotes(say: Say) {
  return (tree: Root): void => {
    visit(tree, 'element', ({ properties, children: [text] }) => {
      if (properties.dataFootnoteRef === undefined || text?.type !== 'text') return
      properties.ariaLabel = noteLabel(Number(text.value), say)
      delete properties.ariaDescribedBy
    })
  }
}
