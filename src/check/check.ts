import type { Document } from '../model/document.ts'
import type { Config } from '../model/organisation.ts'

/** What a document is looked at with: the others, and what the organisation says. */
export interface Pack {
  readonly documents: readonly Document[]
  readonly config: Config
}

/** Looks at a document by one rule and reports what it finds on the document's file. */
export type Check = (document: Document, pack: Pack) => void
