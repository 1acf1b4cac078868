import type { Link, LinkReference, PhrasingContent } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../../model/message.ts'
import type { TextParent } from './flatten.ts'

/** Undoes what Markdown made of placeholders: links by their brackets, and addresses that end in the middle of one. */
export function loosen(parent: TextParent, file: VFile): void {
  parent.children = parent.children.flatMap((node) => {
    const nodes = loosenOne(node, file)
    for (const inner of nodes) if ('children' in inner) loosen(inner, file)
    return nodes
  })
}

function loosenOne(node: PhrasingContent, file: VFile): PhrasingContent[] {
  switch (node.type) {
    case 'linkReference':
      return loosenReference(node, file)
    case 'link':
      return loosenLink(node, file)
    case 'text':
      return [...linksIn(node.value)].map((part) => ({
        ...part,
        ...(node.position && { position: node.position }),
      }))
    default:
      return [node]
  }
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
    report(
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

/** `[text](insert address)` and `[text]((insert address))`, which are no links to Markdown because of the space. */
function* linksIn(text: string): Generator<PhrasingContent> {
  let from = 0
  for (const match of text.matchAll(linkToPlaceholder)) {
    const [whole, label = '', bracketed, bare] = match
    if (match.index > from) yield { type: 'text', value: text.slice(from, match.index) }
    const url = bracketed ?? `(${bare})`
    yield { type: 'link', url, children: [{ type: 'text', value: label }] }
    from = match.index + whole.length
  }
  if (from < text.length) yield { type: 'text', value: text.slice(from) }
}

const linkToPlaceholder =
  /\[([^[\]]*[^[\]\s][^[\]]*)\]\(\s*(?:(\([Ii]nsert\s[^()]+\)|\{\{[^{}]+\}\})|([Ii]nsert\s[^()]+))\s*\)/g

function sourceOf({ position }: PhrasingContent, file: VFile): string {
  return String(file).slice(position?.start.offset, position?.end.offset)
}
