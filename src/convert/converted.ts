import type { Root, RootContent } from 'mdast'
import type { Node } from 'unist'

/** What a person is told of one thing that was found in the file: of which kind, where, and what became of it. */
export interface Note {
  readonly about: NoteKind
  readonly text: string
  /** What it became; its line is known once the document is written. */
  readonly node?: Node | undefined
}

/** The kinds of things that are told, in the order in which they are told. */
export const noteKinds = {
  heading: 'Headings',
  clause: 'Numbered clauses',
  list: 'Lists',
  table: 'Tables',
  contents: 'Lists of contents, left out',
  header: 'Headers and footers, left out',
  footnote: 'Footnotes',
  change: 'Tracked changes',
  comment: 'Comments, left out',
  picture: 'Pictures',
  box: 'Text boxes and content controls',
  merge: 'Merge fields',
  paragraph: 'Paragraphs',
  other: 'Other things',
} as const
export type NoteKind = keyof typeof noteKinds

/** A picture of the file; `name` is what the document calls it, in the folder of its pictures. */
export interface Picture {
  readonly name: string
  readonly bytes: Uint8Array
  /** It stands in a header or footer, where organisations have their logo. */
  readonly isLogo?: true
}

/** What a reader of one kind of file gives: blocks with what was seen of their looks, before anything is made of them. */
export interface Found {
  readonly tree: Root
  /** The title as the file has it, for example in its properties. */
  readonly title?: string | undefined
  readonly notes: Note[]
  readonly pictures: Picture[]
}

/** How a paragraph looked in the file; structure is made of it. */
export interface Look {
  /** The level of a heading by its style, from 1; 0 is the title. */
  readonly heading?: number | undefined
  readonly isContents?: boolean
  readonly isBold?: boolean
  readonly isCentred?: boolean
  /** Half-points; absent where nothing says it. */
  readonly size?: number | undefined
  /** Characters of space before it, in a plain text. */
  readonly indent?: number | undefined
  readonly list?: ListLook | undefined
}

/** The place of a paragraph in a list. */
export interface ListLook {
  /** Which list it belongs to. */
  readonly id: string
  /** From 0. */
  readonly level: number
  /** `1.`, `(a)`, `2.3`; empty for a bullet. */
  readonly label: string
  /** The number, where the label is one with a point or bracket after it. */
  readonly number?: number | undefined
}

declare module 'mdast' {
  interface ParagraphData {
    look?: Look
  }
  interface TableData {
    /** The first row is no header, as all rows are alike. */
    isHeadless?: boolean
  }
}

/** The blocks of a tree, where they may be replaced by others. */
export type Blocks = RootContent[]
