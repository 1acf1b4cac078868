import { nameOf, type PdfDict, PdfName } from '../../objects.ts'
import type { ContentRun, Operator } from '../content-run.ts'
import { multiply } from '../matrix.ts'
import { withNumbers } from './operator.ts'

/** From this opacity on hardly anything shows through. */
const MOST_TRANSPARENT = 0.8

/** Graphics state (ISO 32000-1, 8.4.4). */
export const stateOperators: readonly (readonly [string, Operator])[] = [
  [
    'q',
    (run) => {
      if (run.saved.length < run.source.budget.limits.saved) run.saved.push({ ...run.state })
      else run.painted.complete = false
    },
  ],
  [
    'Q',
    (run) => {
      run.state = run.saved.pop() ?? run.state
    },
  ],
  [
    'cm',
    withNumbers(6, (run, ...matrix) => {
      run.state.ctm = multiply(matrix, run.state.ctm)
    }),
  ],
  [
    'w',
    withNumbers(1, (run, width) => {
      run.state.lineWidth = width
    }),
  ],
  [
    'gs',
    (run, operands) => {
      const { objects } = run.source
      const changes = objects.dict(run.resource('ExtGState', nameOf(operands.at(-1))))
      run.state.lineWidth = objects.number(changes?.get('LW')) ?? run.state.lineWidth
      if (changes) run.state.opaque = isOpaque(run, changes)
    },
  ],
]

/** What says nothing of transparency leaves it as it was. */
function isOpaque({ source: { objects }, state }: ContentRun, changes: PdfDict): boolean {
  const [alpha, blend, mask] = ['ca', 'BM', 'SMask'].map((key) => objects.resolve(changes.get(key)))
  if (alpha === null && blend === null && mask === null) return state.opaque
  const isPlain = (value: unknown) =>
    value === null || (value instanceof PdfName && plain.has(value.text))
  return (typeof alpha !== 'number' || alpha > MOST_TRANSPARENT) && isPlain(blend) && isPlain(mask)
}

const plain = new Set(['Normal', 'Compatible', 'None'])
