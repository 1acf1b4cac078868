import type { Nodes } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { SearchData, SearchedDocument, SearchedPlace } from '../../contracts/search.ts'
import type { Document } from '../../model/document.ts'
import { plainText } from '../text/plain-text.ts'
import { groupsOf, kindName } from './groups.ts'

/** What the pages can be searched for: the documents in the order of the site, each with the places that results lead to. */
export function searchData(documents: readonly Document[], locale: string): SearchData {
  const inOrder = groupsOf(documents, locale).flatMap((group) => group.documents)
  return { locale, documents: inOrder.map((document) => searched(document, locale)) }
}

function searched({ id, kind, meta, tree }: Document, locale: string): SearchedDocument {
  const places: SearchedPlace[] = meta.summary
    ? [{ anchor: '', number: '', text: meta.summary }]
    : []
  let heading = ''
  visit(tree, (node) => {
    if (node.type === 'heading') heading = node.data?.id ?? heading
    const place = placeOf(node)
    if (place) places.push({ anchor: heading, ...place })
    if (node.type !== 'clause') return undefined
    visit(node, 'field', ({ field }) => {
      places.push({ anchor: node.id, number: node.number, text: field.label })
    })
    return SKIP
  })
  return {
    id,
    title: meta.title,
    kind: kindName(kind, locale),
    places: places.filter(({ text }) => text !== ''),
  }
}

function placeOf(
  node: Nodes,
): (Omit<SearchedPlace, 'anchor'> & Partial<SearchedPlace>) | undefined {
  switch (node.type) {
    case 'heading':
      return { number: node.data?.number ?? '', text: wordsOf(node) }
    case 'clause':
      return { anchor: node.id, number: node.number, text: wordsOf(node) }
    case 'field':
      return { number: '', text: node.field.label }
    case 'paragraph':
    case 'tableRow':
      return { number: '', text: wordsOf(node) }
    default:
      return undefined
  }
}

/** The words of a node; those of its blocks do not run together. */
function wordsOf(node: Nodes): string {
  const isBlock = 'children' in node && !['paragraph', 'heading', 'tableCell'].includes(node.type)
  const text = isBlock ? node.children.map(wordsOf).join(' ') : plainText(node)
  return text.replace(/\s+/g, ' ').trim()
}
