import type { Document } from '../../model/document.ts'
import type { Project } from '../../model/project.ts'

/** What a document is looked at with: the others, and what the organisation says. */
export interface Pack extends Pick<Project, 'config' | 'configFile' | 'locate' | 'unread'> {
  readonly documents: readonly Document[]
  /** ISO 8601. */
  readonly today: string
}

/** Looks at a document by one rule and reports what it finds on the document's file. */
export type Check = (document: Document, pack: Pack) => void
