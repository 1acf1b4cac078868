import { type SaySite, siteWordsIn } from '../../contracts/site-words.ts'
import { worded } from '../../language/worded.ts'

/** The words of the page, in its language. */
export const say: SaySite = (word, values) =>
  worded(siteWordsIn(globalThis)[word] ?? word, document.documentElement.lang, values)
