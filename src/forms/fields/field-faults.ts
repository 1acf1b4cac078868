import type { Slot } from '../../contracts/slot.ts'
import type { PdfField } from '../../pdf/index.ts'

/** Why the value of a field may not be what was filled in. */
export interface FieldFault {
  readonly slot: Slot
  readonly problem: FieldProblem
}

export type FieldProblem = PdfField['problems'][number]

/** What such a fault means for the answer; undefined where it is none, or is told when the answer is checked. */
export type FaultMeaning = 'contradictory' | 'damaged' | 'uncertain' | undefined

export const meanings: Record<FieldProblem['kind'], FaultMeaning> = {
  contradictory: 'contradictory',
  'damaged-text': 'damaged',
  'guessed-encoding': 'uncertain',
  'maybe-utf-8': 'uncertain',
  'counted-state': 'uncertain',
  'value-implied': 'uncertain',
  'mixed-types': 'uncertain',
  'type-missing': 'uncertain',
  'wrong-value-type': 'uncertain',
  'damaged-object': 'uncertain',
  'unknown-state': undefined,
  'not-listed': undefined,
}
