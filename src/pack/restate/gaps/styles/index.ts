import type { Style } from '../style.ts'
import { brackets } from './brackets.ts'
import { dummies } from './dummies.ts'
import { frames } from './frames.ts'
import { labels } from './labels.ts'
import { notes } from './notes.ts'
import { round } from './round.ts'
import { values } from './values.ts'
import { wordings } from './wordings.ts'

/** All ways in which people mark a gap; where two hold, the first does. */
export const styles: readonly Style[] = [
  ...brackets,
  ...round,
  ...frames,
  ...wordings,
  ...notes,
  ...labels,
  ...values,
  ...dummies,
]
