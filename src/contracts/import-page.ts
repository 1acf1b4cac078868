import type { KnownForms } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'

/** Name of the page with which HR reads completed forms in a browser. */
export const IMPORT_PAGE = 'import.html'

/**
 * Ids of the elements of that page that hold what its script works with: the forms that are known, and the scripts of the workers that
 * read files. All of it is JSON in the page itself, since pages also run from the disk.
 */
export const KNOWN_ID = 'policypack-known'
export const READER_ID = 'policypack-reader'
export const CRYPTOGRAPHY_ID = 'policypack-cryptography'

export interface KnownFormsData {
  readonly definitions: readonly FormDefinition[]
  /** Sorted. */
  readonly publishedHashes: readonly string[]
  readonly organisation: string
  readonly holidays: readonly string[]
}

/** The same as those who read forms take it. */
export function knownFormsOf({ publishedHashes, ...known }: KnownFormsData): KnownForms {
  return { ...known, publishedHashes: new Set(publishedHashes) }
}
