import type { Setting } from './surroundings.ts'
import type { Verdict } from './words.ts'

/** One way in which people mark what is still to be written. */
export interface Style {
  /** Its group `words` says what is missing; without it nothing does. */
  readonly pattern: RegExp
  readonly judge: (
    words: string,
    setting: Setting & { readonly isForm: boolean },
    found: string,
  ) => Verdict
  /** It speaks to whoever writes the text, and is to be taken out; where this is not said, its words tell. */
  readonly isNote?: boolean
  /** On a form this is a blank to fill in or tick. */
  readonly isBlank?: true
}

export function sure(): Verdict {
  return 'sure'
}

export function doubtful(): Verdict {
  return 'doubtful'
}
