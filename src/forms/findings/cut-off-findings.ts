import { type Finding, finding } from '../../messages/finding.ts'
import type { CutOff, CutOffKind } from '../pages/index.ts'
import { questionOf } from './question-of.ts'

/** Tells of answers that are longer than their boxes. */
export function cutOffFindings(found: readonly CutOff[]): Finding[] {
  return found.map(({ slot, kind }) =>
    finding('value-cut-off', `The answer to “${questionOf(slot)}” ${sentences[kind]}`, slot.name),
  )
}

const sentences: Record<CutOffKind, string> = {
  hidden:
    'is longer than its box; the record has all of it, but the page shows only a part, also when it is printed',
  small:
    'is so long that its letters are too small to read on paper; the record has all of it, so read it there',
  ended: 'fills its box to the end, and the box took no more; ask whether there was more to say',
}
