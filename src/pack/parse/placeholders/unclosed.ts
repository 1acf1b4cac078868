import type { VFile } from 'vfile'
import { reportBroken } from '../../text/broken-placeholder.ts'
import { PLACEHOLDER_OPENING } from '../../text/placeholder.ts'
import { type Leaf, leavesBetween, NO_TEXT } from './flatten.ts'
import type { PlaceIn } from './place.ts'

/** Reports what begins like a placeholder and is none, so that nothing of the kind stays in the text unseen. */
export function reportUnclosed(
  text: string,
  found: readonly RegExpExecArray[],
  leaves: readonly Leaf[],
  placeIn: PlaceIn,
  file: VFile,
): void {
  const known = found.values()
  let match = known.next().value
  for (const { index } of text.matchAll(PLACEHOLDER_OPENING)) {
    while (match && index >= match.index + match[0].length) match = known.next().value
    if (match && index >= match.index) continue
    const [leaf] = leavesBetween(leaves, index, index + 1)
    const [written = ''] = text.slice(index, index + 30).split(NO_TEXT)
    reportBroken(
      file,
      'placeholder-unclosed',
      `Unexpected \`${written.replace(/\s+/g, ' ')}\`, expected a placeholder such as \`(insert organisation name)\``,
      placeIn(leaf, index, ''),
      'A placeholder ends with the bracket that belongs to its first one, and has no bracket inside.',
    )
  }
}
