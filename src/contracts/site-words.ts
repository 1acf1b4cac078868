import type { Word } from '../language/words/english.ts'
import type { Say, Table } from '../language/words.ts'

/** All that the script of the pages says. It gets the words of one language only, for it is loaded by every page. */
type SiteWord = (typeof said)[number]

const said = [
  'Copy the link to this clause. The arrow keys lead to other clauses',
  'Link to {clause} copied',
  'Nothing was found for ‘{query}’',
  '{count} places',
] as const satisfies readonly Word[]

/** Name of the global variable that holds them. */
const GLOBAL = 'policypackWords'

export function siteWordsScript(table: Table): string {
  const words = Object.fromEntries(said.map((word) => [word, table[word]]))
  return `var ${GLOBAL} = ${JSON.stringify(words)}\n`
}

/** The words that the script has left; none where it did not run. */
export function siteWordsIn(scope: object): Table {
  return (scope as Record<string, Table | undefined>)[GLOBAL] ?? {}
}

/** What the script of the pages says a word with. */
export type SaySite = (word: SiteWord, values?: Parameters<Say>[1]) => string
