import type { Definition, Link } from 'mdast'
import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { didYouMean } from '../../messages/suggest.ts'
import type { Document } from '../../model/document.ts'
import { oncePer } from '../text/once.ts'
import { parseReference, type Reference } from '../text/reference.ts'
import type { Check, Pack } from './check.ts'

/** Links inside the pack lead to documents, headings and clauses that are there. */
export const linkBroken: Check = (document, pack) => {
  visit(document.tree, (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const reason = faultOf(node, document, pack)
    if (reason) report(document.file, 'link-broken', reason, node, wayOn(node, document, pack))
  })
}

function faultOf(link: Link | Definition, document: Document, pack: Pack): string | undefined {
  const reference = parseReference(link.url)
  if (reference) return faultOfReference(reference, document, pack)
  if (URL.canParse(link.url) || link.url === '#') return undefined
  return `Unexpected link to \`${link.url}\`, expected an address such as \`https://…\`, a document such as \`mentoring-policy.md\` or a heading such as \`#purpose\``
}

function faultOfReference(
  { document: id, anchor }: Reference,
  document: Document,
  { documents, config, unread }: Pack,
): string | undefined {
  const target = id === undefined ? document : documents.find((other) => other.id === id)
  if (!target) {
    if (id !== undefined && unread?.has(id)) return undefined
    const ids = [...documents.map((other) => other.id), ...(unread ?? [])]
    const why =
      config.documents[id ?? '']?.include === false
        ? 'a document that the organisation has left out'
        : `a document that is not there${didYouMean(id ?? '', ids)}`
    return `Unexpected link to \`${id}.md\`, ${why}`
  }
  const anchors = anchorsOf(target)
  if (anchor === undefined || anchors.has(anchor)) return undefined
  const where = target === document ? 'this document' : `\`${target.id}\``
  return `Unexpected link to \`#${anchor}\`, which ${where} does not have${didYouMean(anchor, anchors)}`
}

/** How a link into a document of another folder, as one of the package is, can be mended: its file is not to be edited. */
function wayOn(link: Link | Definition, document: Document, { documents }: Pack) {
  const reference = parseReference(link.url)
  const target = documents.find(({ id }) => id === reference?.document)
  if (!target || target.file.dirname === document.file.dirname) return undefined
  return `Add the heading to \`${target.file.path}\`, or run \`policypack eject ${document.id}\` and change the link.`
}

/** A document is the target of many links. */
const anchorsOf = oncePer(({ tree }: Document): ReadonlySet<string> => {
  const anchors = new Set<string>()
  visit(tree, (node) => {
    if (node.type === 'clause') anchors.add(node.id)
    if (node.type === 'heading' && node.data?.id) anchors.add(node.data.id)
  })
  return anchors
})
