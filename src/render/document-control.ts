import type { Element } from 'hast'
import { h } from 'hastscript'
import { longDate } from '../model/date.ts'
import type { Document } from '../model/document.ts'
import { withGaps } from './gaps.ts'

/** One line of the document-control box. */
interface Entry {
  readonly label: string
  readonly value: string | undefined
}

/** Who answers for a document, and since when and until when it holds, for the title block. */
export function controlBox({ meta, kind }: Document, locale: string, brief: boolean): Element {
  const entries: Entry[] = brief
    ? [version(meta), effective(meta, locale), number(meta, kind)]
    : [
        number(meta, kind),
        version(meta),
        effective(meta, locale),
        review(meta, locale),
        { label: 'Owner', value: meta.owner },
        { label: 'Approved by', value: meta.approver },
        { label: 'Kept in', value: meta.storage },
      ]
  return h(
    'ul.control',
    entries.flatMap(({ label, value }) =>
      value ? [h('li', h('span.term', label), ' ', h('span.value', withGaps(value)))] : [],
    ),
  )
}

/** The same in full, with the related documents, where the author puts `::document-control`. */
export function controlTable(
  { meta, kind }: Document,
  related: readonly Document[],
  locale: string,
): Element {
  const entries: Entry[] = [
    { label: 'Title', value: meta.title },
    number(meta, kind),
    version(meta),
    { label: 'Owner', value: meta.owner },
    { label: 'Approved by', value: meta.approver },
    {
      label: 'Related policies',
      value: titles(related.filter((other) => other.kind === 'policy')),
    },
    {
      label: 'Related procedures and guides',
      value: titles(related.filter((other) => other.kind !== 'policy')),
    },
    { label: 'Storage location', value: meta.storage },
    effective(meta, locale),
    review(meta, locale),
  ]
  return h('table.control-table', [
    h('caption', 'Document control'),
    h(
      'tbody',
      entries.flatMap(({ label, value }) =>
        value ? [h('tr', h('th', { scope: 'row' }, label), h('td', withGaps(value)))] : [],
      ),
    ),
  ])
}

function number({ number: value }: Document['meta'], kind: Document['kind']): Entry {
  return { label: kind === 'policy' ? 'Policy number' : 'Number', value }
}

function version({ version: value }: Document['meta']): Entry {
  return { label: 'Version', value }
}

function effective({ effective: day }: Document['meta'], locale: string): Entry {
  return { label: 'Effective', value: day && longDate(day, locale) }
}

function review({ review: day }: Document['meta'], locale: string): Entry {
  return { label: 'Next review', value: day && longDate(day, locale) }
}

function titles(documents: readonly Document[]): string | undefined {
  return documents.map(({ meta }) => meta.title).join('; ') || undefined
}
