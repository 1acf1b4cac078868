import type { Link, LinkReference, PhrasingContent, Text } from 'mdast'
import type { VFile } from 'vfile'
import { reportBroken } from '../../text/broken-placeholder.ts'
import { pointIn } from '../../text/place.ts'
import { PLACEHOLDER_PATTERN } from '../../text/placeholder.ts'
import type { TextParent } from './flatten.ts'

/** Groups: 1 the text, 2 an address with placeholders in brackets, 3 a placeholder without its own brackets. */
const LINK_TO_PLACEHOLDER =
  /\[(?=[^[\]]*[^[\]\s])([^[\]]*)\]\((?:((?:\(\s*insert\s[^()]+\)|\[\s*insert\s[^[\]]+\]|\{\{[^{}]+\}\}|[^\s()[\]{}])+)|\s*(insert\s[^()]+))\)/gi

/** Undoes what Markdown made of placeholders: links by their brackets, and addresses that end in the middle of one. */
export function loosen(parent: TextParent, file: VFile): void {
  const loose = parent.children.flatMap((node) => loosenOne(node, file))
  parent.children = joinTexts(loose).flatMap((node) => linksIn(node, file))
  for (const child of parent.children) if ('children' in child) loosen(child, file)
}

function loosenOne(node: PhrasingContent, file: VFile): PhrasingContent[] {
  if (node.type === 'linkReference') return loosenReference(node, file)
  return node.type === 'link' ? loosenLink(node, file) : [node]
}

/** `[insert x]` is a link when a definition `[insert x]: …` stands somewhere. */
function loosenReference(node: LinkReference, file: VFile): PhrasingContent[] {
  if (node.referenceType !== 'shortcut' || !/^\[\s*insert\s/i.test(sourceOf(node, file))) {
    return [node]
  }
  const bracket = { type: 'text' as const, ...(node.position && { position: node.position }) }
  return [{ ...bracket, value: '[' }, ...node.children, { ...bracket, value: ']' }]
}

function loosenLink(node: Link, file: VFile): PhrasingContent[] {
  const source = sourceOf(node, file)
  if (/^\[\s*insert\s/i.test(source)) {
    reportBroken(
      file,
      'placeholder-spans-formatting',
      `Unexpected link \`${source}\`, expected the placeholder in round brackets inside the square ones`,
      node,
    )
  }
  // An address written out in the text ends at the first space, which may be inside a placeholder.
  const isBare = !/^[[<]/.test(source)
  return isBare && /[([]insert$|[([]insert\s|\{\{/i.test(node.url) ? node.children : [node]
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (last?.type === 'text' && node.type === 'text') {
      last.value += node.value
      if (last.position && node.position) {
        last.position = { start: last.position.start, end: node.position.end }
      }
    } else {
      joined.push(node)
    }
  }
  return joined
}

/** `[text](insert address)` and `[text](https://…/(insert page))`, which are no links to Markdown for their spaces. */
function linksIn(node: PhrasingContent, file: VFile): PhrasingContent[] {
  if (node.type !== 'text') return [node]
  const placed = (from: number, to: number) => partOf(node, from, to, file)
  const nodes: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(LINK_TO_PLACEHOLDER)) {
    const [whole, label = '', address, phrase] = match
    const url = address ?? `(${phrase})`
    if (url.search(PLACEHOLDER_PATTERN) < 0) continue
    const to = match.index + whole.length
    nodes.push({
      ...node,
      value: node.value.slice(from, match.index),
      ...placed(from, match.index),
    })
    nodes.push({
      type: 'link',
      url,
      children: [{ type: 'text', value: label }],
      ...placed(match.index, to),
    })
    from = to
  }
  nodes.push({ ...node, value: node.value.slice(from), ...placed(from, node.value.length) })
  return nodes.filter((part) => part.type !== 'text' || part.value !== '')
}

/** Where a part of a text stands; where the text is not written letter by letter, all of it. */
function partOf(
  node: Text,
  from: number,
  to: number,
  file: VFile,
): Pick<Text, 'position'> | undefined {
  const { position } = node
  const start = position?.start.offset
  if (start === undefined || sourceOf(node, file) !== node.value) return position && { position }
  return { position: { start: pointIn(file, start + from), end: pointIn(file, start + to) } }
}

function sourceOf({ position }: PhrasingContent, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset)
}
