import { nameOf } from '../../objects.ts'
import type { Operator } from '../content-run.ts'
import { multiply } from '../matrix.ts'
import { withNumbers } from './operator.ts'

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
    },
  ],
]
