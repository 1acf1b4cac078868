import type { Element } from 'xast'
import type { Note, Picture } from '../converted.ts'
import type { Numbering } from './numbering.ts'
import type { Relation, WordPackage } from './package.ts'
import type { Styles } from './styles.ts'

/** What is known while the parts of one file are read, and what is counted on the way. */
export interface Reading {
  readonly file: WordPackage
  readonly styles: Styles
  readonly numbering: Numbering
  /** Those of the part that is read. */
  readonly relations: ReadonlyMap<string, Relation>
  readonly notes: Note[]
  readonly pictures: Picture[]
  readonly picture: (relation: Relation) => string | undefined
  readonly noteFor: (kind: 'footnotes' | 'endnotes', id: string) => string
  readonly fields: { readonly open: OpenField[]; isCode: boolean }
  readonly changes: { inserted: number; deleted: number; moved: number }
  readonly merges: Set<string>
  /** Ids of comments that stand in the paragraph that is read. */
  readonly commentsHere: string[]
  /** What each comment says, with who wrote it. */
  readonly comments: ReadonlyMap<string, string>
  /** The mark at the end of the paragraph before was deleted. */
  isJoined: boolean
  controls: number
  hidden: number
  pageBreaks: number
}

interface OpenField {
  code: string
  isShown: boolean
  readonly data: Element | undefined
}
