import GithubSlugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { report } from '../../messages/message.ts'
import { plainText } from '../text/plain-text.ts'
import { parseReference } from '../text/reference.ts'
import { replaceChild } from '../text/tree.ts'
import type { Draft } from './draft.ts'

/** The headings under which nothing stands. */
export function emptyHeadings(tree: Root): ReadonlySet<Heading> {
  return new Set(
    tree.children.flatMap((node, index) =>
      node.type === 'heading' && isEmptyAt(tree, index) ? [node] : [],
    ),
  )
}

/**
 * Takes out the headings that have lost all that stood under them, or their text, with the links to them. Says so of those that lost it to
 * an answer that is none: not of those `before`, which never had any, nor of those `silently` emptied by a condition of the author's.
 */
export function removeEmptied(
  { tree, file, clauses }: Pick<Draft, 'tree' | 'file' | 'clauses'>,
  before: ReadonlySet<Heading> = new Set(),
  silently: ReadonlySet<Heading> = new Set(),
): void {
  // From the end, so that a heading goes whose subheadings have gone.
  for (let index = tree.children.length - 1; index >= 0; index--) {
    const node = tree.children[index]
    if (node?.type !== 'heading' || before.has(node)) continue
    const text = plainText(node).trim()
    if (!isEmptyAt(tree, index) && text !== '') continue
    tree.children.splice(index, 1)
    if (text === '' || silently.has(node)) continue
    const places = unlink(tree, node, text)
    const number = clauses.get(node)
    const what = number ? `clause ${number}, the heading ` : 'the heading '
    const reason = `Left out ${what}\`${text}\`, since nothing is left under it`
    report(file, 'text-left-out', reason, node, noteOn(places))
  }
}

/** Makes plain text of the links to a heading, and gives the lines of them. */
function unlink(tree: Root, heading: Heading, text: string): number[] {
  const anchor = heading.data?.id ?? new GithubSlugger().slug(text)
  const lines: number[] = []
  visit(tree, 'link', (link, index, parent) => {
    const reference = parseReference(link.url)
    if (reference?.document !== undefined || reference?.anchor !== anchor) return
    if (!parent || index === undefined) return
    replaceChild(parent, index, link.children)
    lines.push(link.position?.start.line ?? 1)
  })
  return lines
}

function noteOn(lines: readonly number[]): string | undefined {
  if (lines.length === 0) return undefined
  const where = lines.length === 1 ? `line ${lines[0]}` : `lines ${lines.join(', ')}`
  return `The link to it in ${where} is plain text now: see whether the sentence still makes sense.`
}

function isEmptyAt(tree: Root, index: number): boolean {
  const heading = tree.children[index]
  const next = tree.children[index + 1]
  if (heading?.type !== 'heading') return false
  return !next || (next.type === 'heading' && next.depth <= heading.depth)
}
