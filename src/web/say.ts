import { type Say, wordsFor } from '../language/words.ts'

/** The page's own words, in its language. */
export const say: Say = (word, values) => wordsFor(document.documentElement.lang)(word, values)
