import type { Word } from '../../language/words/english.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document, Kind } from '../../model/document.ts'

const names = {
  policy: 'Policy',
  procedure: 'Procedure',
  guide: 'Guide',
  guideline: 'Practice guidelines',
  contract: 'Form',
  evaluation: 'Form',
  record: 'Form',
  form: 'Form',
} as const satisfies { readonly [K in Kind]: Word }

/** What a reader calls a document of a kind. */
export function kindName(kind: Kind, locale: string): string {
  return wordsFor(locale)(names[kind])
}

/** Documents that stand under one heading of the index page. */
export interface Group {
  readonly title: string
  /** Its title as the id of a place. */
  readonly anchor: string
  readonly documents: readonly Document[]
}

const titles = {
  Policy: 'Policies',
  Procedure: 'Procedures',
  Guide: 'Guides',
  'Practice guidelines': 'Practice guidelines',
  Form: 'Forms',
} as const satisfies Record<(typeof names)[Kind], Word>

/** The documents by what they are, in the order of the kinds, and by title within. */
export function groupsOf(documents: readonly Document[], locale: string): Group[] {
  const sorted = documents.toSorted((a, b) => a.meta.title.localeCompare(b.meta.title, locale))
  const say = wordsFor(locale)
  return Object.entries(titles)
    .map(([name, title]) => ({
      title: say(title),
      anchor: title.toLowerCase().replaceAll(' ', '-'),
      documents: sorted.filter(({ kind }) => names[kind] === name),
    }))
    .filter((group) => group.documents.length > 0)
}
