import type { Nodes, RootContent } from 'mdast'
import { report } from '../../messages/message.ts'
import type { Clause, Document } from '../../model/document.ts'
import { clausesNamedIn } from '../text/clause-reference.ts'
import { plainText } from '../text/plain-text.ts'

/** What is numbered, and as what: main headings that are no appendix, and the paragraphs under them. */
export type ClauseNumbers = ReadonlyMap<Nodes, string>

/** The numbers of the main headings and of the paragraphs under them; none in a document that is not numbered. */
export function clauseNumbers({ tree, meta }: Pick<Document, 'tree' | 'meta'>): ClauseNumbers {
  const numbers = new Map<Nodes, string>()
  if (!meta.numbered) return numbers
  let headings = 0
  let heading: string | undefined
  let count = 0
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      heading = isAppendix(node) ? undefined : String(++headings)
      count = 0
      if (heading) numbers.set(node, heading)
    }
    if (node.type === 'paragraph' && heading) numbers.set(node, `${heading}.${++count}`)
  }
  return numbers
}

function isAppendix(heading: Nodes): boolean {
  return /^appendi(x|ces)\b/i.test(plainText(heading).trim())
}

/** Makes a clause of each paragraph under a numbered heading, with the lists that follow it. */
export function wrapClauses(
  { tree, meta }: Pick<Document, 'tree' | 'meta'>,
  numbers: ClauseNumbers,
): void {
  if (!meta.numbered) return
  const children: RootContent[] = []
  for (const node of tree.children) {
    const last = children.at(-1)
    const number = numbers.get(node)
    if (node.type === 'paragraph' && number) {
      const id = `clause-${number.replace('.', '-')}`
      const clause: Clause = { type: 'clause', number, id, children: [node] }
      children.push({ ...clause, ...(node.position && { position: node.position }) })
    } else if (node.type === 'list' && last?.type === 'clause') {
      last.children.push(node)
    } else {
      children.push(node)
    }
  }
  tree.children = children
}

/**
 * Reports the references in words to clauses of this document that have another number now, or have gone and left theirs to another, since
 * something before them was left out.
 */
export function reportMoved(
  { tree, file }: Pick<Document, 'tree' | 'file'>,
  before: ClauseNumbers,
  after: ClauseNumbers,
): void {
  const nodes = new Map([...before].map(([node, number]) => [number, node]))
  const numbers = new Set(after.values())
  for (const { number, elsewhere, point } of clausesNamedIn(tree, file)) {
    if (elsewhere !== undefined) continue
    const meant = nodes.get(number)
    const now = meant && after.get(meant)
    // What no clause has is told by the check of references.
    if (!meant || now === number || !numbers.has(number)) continue
    const reason = now
      ? `Unexpected \`clause ${number}\`, which is clause ${now} since something before it is left out`
      : `Unexpected \`clause ${number}\`, which is left out; another has its number`
    report(file, 'clause-reference', reason, point, LINK_NAMES)
  }
}

/** What is always right. */
const LINK_NAMES = 'A link without text, such as `[](#purpose)`, always names the right clause.'
