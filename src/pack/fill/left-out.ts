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
 * Makes plain text of links to documents that are left out, and reports each that the organisation does not want once, with the
 * places of the links.
 */
export function unlinkLeftOut(
  drafts: readonly Draft[],
  leftOut: readonly Document[],
  { configFile, locate, faulty }: FillProject,
): void {
  const known = new Set(leftOut.map(({ id }) => id))
  const unread = [...(faulty?.keys() ?? [])].filter((id) => !known.has(id))
  for (const document of [...leftOut, ...unread.map((id) => ({ id, meta: { title: id } }))]) {
    const { id } = document
    const places = new Set(drafts.flatMap((draft) => unlink(draft, document)))
    if (places.size === 0 || faulty?.has(id)) continue
    report(
      configFile,
      'document-left-out',
      `Left out \`${id}\`, to which there are links; their words stay, without the link`,
      locate(['documents', id, 'include']),
      `See whether the sentences still make sense: ${[...places].join(', ')}`,
    )
  }
}

/** What is needed of a document to name it; of one that cannot be read, its id. */
interface Named {
  readonly id: string
  readonly meta: { readonly title: string }
  readonly typeset?: { readonly title: string }
}

/** Makes plain text of the links to a document and gives their places, `file:line`. */
function unlink({ tree, file }: Draft, document: Named): string[] {
  const places: string[] = []
  visit(tree, 'link', (link, index, parent) => {
    if (parseReference(link.url)?.document !== document.id || !parent || index === undefined) return
    places.push([file.path, link.position?.start.line].join(':'))
    replaceChild(parent, index, textOf(link, document))
  })
  return places
}

function textOf(link: Link, { meta, typeset = meta }: Named): Link['children'] {
  if (plainText(link).trim() !== '') return link.children
  return [{ type: 'text', value: meta.title, data: { typeset: typeset.title } }]
}
