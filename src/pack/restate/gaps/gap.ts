import type { Verdict } from './words.ts'

/** A place that looks as if something were to be written there. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly raw: string
  /** What says what is missing; empty where nothing does. */
  readonly words: string
  readonly verdict: 'sure' | 'doubtful'
  /** In an address, where a name is written otherwise. */
  readonly isInAddress: boolean
  readonly isInCode: boolean
  /** It speaks to whoever writes the text, and is to be taken out. */
  readonly isNote: boolean
  /** On a form it would be a place to fill in or tick. */
  readonly isBlank: boolean
  /** The words before it on its line. */
  readonly before: string
  readonly after: string
}

/** What may be a gap, and whether it is depends on its place and on what else the text has. */
export type Candidate = Omit<Gap, 'verdict'> & {
  readonly verdict: Verdict
  readonly isQuoted: boolean
}
