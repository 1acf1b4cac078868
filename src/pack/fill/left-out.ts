import type { Link } from 'mdast'
import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import { plainText } from '../text/plain-text.ts'
import { parseReference } from '../text/reference.ts'
import { replaceChild } from '../text/tree.ts'
import type { Draft } from './draft.ts'
import type { FillProject } from './project.ts'

/**
 * Makes plain text of links to documents that the organisation has left out, and reports each of these documents once,
 * with the places of the links.
 */
export function unlinkLeftOut(
  drafts: readonly Draft[],
  leftOut: readonly Document[],
  { configFile, locate }: FillProject,
): void {
  for (const document of leftOut) {
    const { id } = document
    const places = new Set(drafts.flatMap((draft) => unlink(draft, document)))
    if (places.size === 0) continue
    report(
      configFile,
      'document-left-out',
      `Left out \`${id}\`, to which there are links; their words stay, without the link`,
      locate(['documents', id, 'include']),
      `See whether the sentences still make sense: ${[...places].join(', ')}`,
    )
  }
}

/** Makes plain text of the links to a document and gives their places, `file:line`. */
function unlink({ tree, file }: Draft, document: Document): string[] {
  const places: string[] = []
  visit(tree, 'link', (link, index, parent) => {
    if (parseReference(link.url)?.document !== document.id || !parent || index === undefined) return
    places.push([file.path, link.position?.start.line].join(':'))
    replaceChild(parent, index, textOf(link, document))
  })
  return places
}

function textOf(link: Link, { meta, typeset = meta }: Document): Link['children'] {
  if (plainText(link).trim() !== '') return link.children
  return [{ type: 'text', value: meta.title, data: { typeset: typeset.title } }]
}
