import type { Directives } from 'mdast-util-directive'
import type { Position } from 'unist'
import type { WritingType } from '../../../language/asked-type.ts'

/** A blank that was found, with what the words around it say. */
export interface Blank {
  /** Stands for it in the tree. It has no name and no attributes before all blanks are known. */
  readonly directive: Directives
  /** The question, as the author wrote it. */
  label: string
  /** The number of the item that it was, for example `3.`. */
  number?: string
  /** The heading that it stands under. */
  readonly section: string
  answer: Answer
  readonly position: Position | undefined
}

/** What is to be filled in. */
export type Answer =
  /** Something to write; `lines` counts the lines that are drawn for it, `room` those that are meant where one is. */
  | {
      readonly kind: 'writing'
      readonly type: Exclude<WritingType, 'signature'>
      lines: number
      readonly room?: number
      readonly hint?: string
      readonly width?: 'half'
    }
  /** A signature; `dated` when a date is asked for beside it. */
  | { readonly kind: 'signature'; dated: boolean }
  /** One box, for the statement that the label is. */
  | { readonly kind: 'tick' }
  | { readonly kind: 'options'; readonly labels: string[]; other: boolean; isOne?: boolean }
  | { readonly kind: 'rows'; readonly columns: readonly Column[]; readonly count: number }

/** A column of a table that is to be filled in. */
export interface Column {
  readonly label: string
  readonly type: 'text' | 'date' | 'email' | 'number' | 'checkbox' | 'select'
  /** What is chosen from, where it is a list. */
  readonly options?: readonly string[]
}
