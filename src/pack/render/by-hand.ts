import { wordsFor } from '../../language/words.ts'
import type { Organisation } from '../../model/organisation.ts'

/** How to fill in a form with a pen so that a program can read it. */
export function byHand({ locale }: Pick<Organisation, 'locale'>): string {
  return wordsFor(locale)(
    'On paper: black or blue ink, no pencil. Tick or cross a box; to correct, black it out and tick another.',
  )
}
