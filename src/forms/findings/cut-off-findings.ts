import { fieldLabel } from '../../contracts/slot.ts'
import { FEW, named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quotedWhole } from '../../messages/quoted.ts'
import type { CutOff, CutOffKind } from '../pages/index.ts'

/** Tells of answers that are longer than their boxes, of many of a kind in one sentence. */
export function cutOffFindings(found: readonly CutOff[]): Finding[] {
  return [...Map.groupBy(found, ({ kind }) => kind)].flatMap(([kind, alike]) =>
    alike.length <= FEW
      ? alike.map((one) =>
          finding('value-cut-off', `The answer to ${asked(one)} ${oneThat[kind]}`, one.slot.name),
        )
      : [
          finding(
            'value-cut-off',
            `${alike.length} answers, ${named(alike.map(asked))}, ${manyThat[kind]}`,
          ),
        ],
  )
}

function asked({ slot }: CutOff): string {
  return quotedWhole(fieldLabel(slot))
}

const oneThat: Record<CutOffKind, string> = {
  hidden: 'is longer than its box; the record has all of it, but a print shows only a part',
  small:
    'is so long that its letters are too small to read on paper; the record has all of it, so read it there',
  ended: 'fills its box to the end, and the box took no more; ask whether there was more to say',
  cut: 'does not fit into its box, so that this printed copy shows only a part; ask for the file that was filled in, or for the whole answer',
  filled:
    'fills its box to the end, where this printed copy would not show more; ask whether the answer goes on',
}

const manyThat: Record<CutOffKind, string> = {
  hidden: 'are longer than their boxes; the record has all of them, but a print shows only a part',
  small:
    'are so long that their letters are too small to read on paper; the record has all of them, so read them there',
  ended:
    'fill their boxes to the end, and the boxes took no more; ask whether there was more to say',
  cut: 'do not fit into their boxes, so that this printed copy shows only parts; ask for the file that was filled in, or for the whole answers',
  filled:
    'fill their boxes to the end, where this printed copy would not show more; ask whether the answers go on',
}
