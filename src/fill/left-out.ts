import type { Link } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Document } from '../model/document.ts'
import { report } from '../model/message.ts'
import { plainText } from '../model/plain-text.ts'
import { parseReference } from '../model/reference.ts'
import { replaceChild } from '../model/tree.ts'
import type { Draft } from './draft.ts'

/** Makes plain text of links to documents that the organisation has left out, and reports where it did. */
export function unlinkLeftOut(drafts: readonly Draft[], leftOut: readonly Document[]): void {
  const titles = new Map(leftOut.map(({ id, meta }) => [id, meta.title]))
  for (const { tree, file } of drafts) {
    visit(tree, 'link', (link, index, parent) => {
      const id = parseReference(link.url)?.document ?? ''
      const title = titles.get(id)
      if (title === undefined || !parent || index === undefined) return
      const reason = `Unexpected link to \`${id}.md\`, a document that the organisation has left out`
      report(file, 'document-left-out', reason, link, 'The text stays, without the link.')
      replaceChild(parent, index, textOf(link, title))
    })
  }
}

function textOf(link: Link, title: string): Link['children'] {
  if (plainText(link).trim() !== '') return link.children
  return [{ type: 'text', value: title }]
}
