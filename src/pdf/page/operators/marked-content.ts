import { isDict } from '../../objects.ts'
import type { ContentRun, Operator } from '../content-run.ts'

/** Deeper, nothing is kept. */
const DEEPEST = 100
/** Characters that one picture may stand for. */
const LONGEST = 1000

/** Marked content (ISO 32000-1, 14.6), of which counts what a picture in it says (14.9.4). */
export const markedContentOperators: readonly (readonly [string, Operator])[] = [
  ['BMC', (run) => open(run, undefined)],
  [
    'BDC',
    (run, operands) => {
      const properties = operands.at(-1)
      const text = isDict(properties) ? properties.get('ActualText') : undefined
      open(run, run.source.objects.text(text)?.text.slice(0, LONGEST))
    },
  ],
  ['EMC', (run) => run.said.pop()],
]

function open(run: ContentRun, text: string | undefined): void {
  if (run.said.length < DEEPEST) run.said.push(text ?? run.said.at(-1))
}
