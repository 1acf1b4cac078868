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

/** The address of what leads nowhere, since the organisation has none of what it asks for; the placeholder comes after it. */
export const NOWHERE = 'policypack:nowhere?'

/** Makes plain text of the links whose address is answered by nothing, takes out such pictures, and says so of each. */
export function unlinkUnanswered({ tree, file }: Pick<Draft, 'tree' | 'file'>): void {
  const references = new Set<string>()
  visit(tree, (node, index, parent) => {
    if (!('url' in node) || !node.url.startsWith(NOWHERE) || !parent || index === undefined) return
    const raw = decodeURIComponent(node.url.slice(NOWHERE.length))
    const why = `since there is no answer for \`${raw}\``
    if (node.type === 'image') {
      report(file, 'text-left-out', `Left out the picture, ${why}`, node)
      replaceChild(parent, index, [])
      return index
    }
    const words = node.type === 'link' ? plainText(node).trim() : node.identifier
    const reason = `Left out the link of \`${words}\`, ${why}; the words stay`
    report(file, 'text-left-out', reason, node, 'See whether the sentence still makes sense.')
    if (node.type === 'definition') references.add(node.identifier)
    replaceChild(parent, index, node.type === 'link' ? node.children : [])
    return index
  })
  visit(tree, ['linkReference', 'imageReference'], (node, index, parent) => {
    if (!('identifier' in node) || !references.has(node.identifier) || index === undefined) return
    if (parent) replaceChild(parent, index, 'children' in node ? node.children : [])
  })
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
