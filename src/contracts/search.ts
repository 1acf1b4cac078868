/**
 * What the pages of a pack can be searched for. Render writes it as a script, `assets/search.js`, since pages that are opened
 * from a folder may load scripts but no data; the script of the pages loads it when somebody begins to search.
 */
export interface SearchData {
  /** BCP 47, for the parting of words. */
  readonly locale: string
  readonly documents: readonly SearchedDocument[]
}

/** A document and its places, in their order. */
export interface SearchedDocument {
  readonly id: string
  readonly title: string
  readonly kind: string
  readonly places: readonly SearchedPlace[]
}

/** A place that a result leads to: the document itself, a heading, a clause or a question. */
export interface SearchedPlace {
  /** Id in the page; empty for the document itself. */
  readonly anchor: string
  /** Number of the clause; empty where there is none. */
  readonly number: string
  readonly text: string
}

/** Path of the script, relative to the pages. */
export const SEARCH_SCRIPT = 'assets/search.js'

/** Name of the global variable that holds the data. */
const GLOBAL = 'policypackSearch'

export function searchScript(data: SearchData): string {
  return `var ${GLOBAL} = ${JSON.stringify(data)}\n`
}

/** The data that the script has left; undefined before it ran. */
export function searchDataIn(scope: object): SearchData | undefined {
  return (scope as Record<string, SearchData | undefined>)[GLOBAL]
}
