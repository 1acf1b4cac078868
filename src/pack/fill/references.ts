import type { Link, Parents, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { capital } from '../../language/capital.ts'
import { asTypeset } from '../text/as-typeset.ts'
import { line } from '../text/line.ts'
import { plainText } from '../text/plain-text.ts'
import { parseReference } from '../text/reference.ts'
import type { Draft } from './draft.ts'

/** What links to a document and its places can be called, as set in type. */
interface Names {
  readonly title: string
  readonly anchors: ReadonlyMap<string, string>
}

/** Gives links without a text one: `clause 3`, `clause 3.2 of the Mentoring policy`, or the title of a document. */
export function nameReferences(drafts: readonly Draft[]): void {
  const names = new Map(
    drafts.map(({ id, meta, typeset = meta, tree }) => [
      id,
      { title: line(typeset.title), anchors: anchorsOf(tree) },
    ]),
  )
  for (const { id, tree } of drafts) {
    visit(tree, 'link', (link, index, parent) => {
      if (plainText(link).trim() !== '' || link.children.some(({ type }) => type === 'image'))
        return
      const name = nameOf(link, id, names)
      if (!name) return
      const value = beginsSentence(parent, index) ? capital(name) : name
      link.children = [{ type: 'text', value, data: { answer: true } }]
    })
  }
}

function nameOf(link: Link, from: string, names: ReadonlyMap<string, Names>): string | undefined {
  const reference = parseReference(link.url)
  const target = reference && names.get(reference.document ?? from)
  if (!target) return undefined
  if (reference.anchor === undefined) return target.title
  const anchor = target.anchors.get(reference.anchor)
  if (!anchor || (reference.document ?? from) === from) return anchor
  return `${anchor} ${anchor.startsWith('clause') ? 'of' : 'in'} the ${target.title}`
}

function anchorsOf(tree: Root): Map<string, string> {
  const anchors = new Map<string, string>()
  visit(tree, (node) => {
    if (node.type === 'clause') anchors.set(node.id, `clause ${node.number}`)
    if (node.type !== 'heading' || !node.data?.id) return
    const { id, number } = node.data
    anchors.set(id, number ? `clause ${number}` : `‘${plainText(asTypeset(node)).trim()}’`)
  })
  return anchors
}

function beginsSentence(parent: Parents | undefined, index = 0): boolean {
  if (parent?.type !== 'paragraph') return false
  for (let before = index - 1; before >= 0; before--) {
    const text = plainText(parent.children[before]!).trim()
    if (text !== '') return /[.!?]$/.test(text)
  }
  return true
}
