import type { Element, ElementContent, Text } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../../language/date.ts'
import type { Word } from '../../language/words/english.ts'
import { wordsFor } from '../../language/words.ts'
import type { Document, FrontMatter } from '../../model/document.ts'
import { linkedWithGaps, withGaps } from './gaps.ts'
import { nextReview } from './next-review.ts'
import type { Notation } from './notation.ts'
import type { Presentation } from './presentation.ts'

/** One line of the document control; no line without a value. */
interface Entry {
  readonly label: string
  readonly value: ElementContent[]
}

/** What the full table needs beside the document. */
export interface ControlTableOptions extends Notation {
  readonly related: readonly Document[]
  readonly presentation: Presentation
}

/** Who answers for a document, and since when and until when it holds, for the title block. */
export function controlBox({ meta }: Document, notation: Notation, brief: boolean): Element {
  const { number, version, effective, review, owner, approver, storage } = entriesOf(meta, notation)
  const entries = brief
    ? [number, version, effective]
    : [number, version, effective, review, owner, approver, storage]
  return h(
    'ul.control',
    filled(entries).map(({ label, value }) =>
      // The space stands in the term: between blocks it would not be printed, and both be read as one word.
      h('li', [h('span.term', `${label} `), h('span.value', value)]),
    ),
  )
}

/** The same in full, with the related documents, where the author puts `::document-control`. */
export function controlTable(
  { meta }: Document,
  { related, presentation, ...notation }: ControlTableOptions,
): Element {
  const { number, version, effective, review, owner, approver, storage } = entriesOf(meta, notation)
  const say = wordsFor(notation.locale)
  const policies = related.filter(({ kind }) => kind === 'policy')
  const others = related.filter(({ kind }) => kind !== 'policy')
  const entries = [
    { label: say('Title'), value: withGaps(meta.title, notation.draft) },
    number,
    version,
    owner,
    approver,
    { label: say('Related policies'), value: links(policies, presentation) },
    { label: say('Related procedures, guides and forms'), value: links(others, presentation) },
    storage,
    effective,
    review,
  ]
  return h('table.control-table', [
    h('caption', say('Document control')),
    h(
      'tbody',
      filled(entries).map(({ label, value }) =>
        h('tr', [h('th', { scope: 'row' }, label), h('td', value)]),
      ),
    ),
  ])
}

function entriesOf(meta: FrontMatter, notation: Notation) {
  const { locale, draft } = notation
  const say = wordsFor(locale)
  const entry = (label: Word, value: string | undefined): Entry => ({
    label: say(label),
    value: value ? linkedWithGaps(longDate(value, locale), draft) : [],
  })
  return {
    number: entry(meta.kind === 'policy' ? 'Policy number' : 'Number', meta.number),
    version: entry('Version', meta.version),
    effective: entry('Effective', meta.effective),
    review: { label: say('Next review'), value: nextReview(meta, notation) },
    owner: entry('Owner', meta.owner),
    approver: entry('Approved by', meta.approver),
    storage: entry('Kept in', meta.storage),
  }
}

function links(documents: readonly Document[], { addressOf }: Presentation): ElementContent[] {
  return documents.flatMap(({ id, meta }, index) => [
    ...(index > 0 ? [text('; ')] : []),
    h('a', { href: addressOf(id) }, meta.title),
  ])
}

function filled(entries: readonly Entry[]): Entry[] {
  return entries.filter(({ value }) => value.length > 0)
}

function text(value: string): Text {
  return { type: 'text', value }
}
