import type { Document, Kind } from '../../model/document.ts'

/** What a reader calls a document of each kind. */
export const kindNames: { readonly [K in Kind]: string } = {
  policy: 'Policy',
  procedure: 'Procedure',
  guide: 'Guide',
  guideline: 'Practice guidelines',
  contract: 'Form',
  evaluation: 'Form',
  record: 'Form',
  form: 'Form',
}

/** Documents that stand under one heading of the index page. */
export interface Group {
  readonly title: string
  /** Its title as the id of a place. */
  readonly anchor: string
  readonly documents: readonly Document[]
}

const titles: Readonly<Record<string, string>> = {
  Policy: 'Policies',
  Procedure: 'Procedures',
  Guide: 'Guides',
  'Practice guidelines': 'Practice guidelines',
  Form: 'Forms',
}

/** The documents by what they are, in the order of the kinds, and by title within. */
export function groupsOf(documents: readonly Document[], locale: string): Group[] {
  const sorted = documents.toSorted((a, b) => a.meta.title.localeCompare(b.meta.title, locale))
  return Object.entries(titles)
    .map(([name, title]) => ({
      title,
      anchor: title.toLowerCase().replaceAll(' ', '-'),
      documents: sorted.filter(({ kind }) => kindNames[kind] === name),
    }))
    .filter((group) => group.documents.length > 0)
}
