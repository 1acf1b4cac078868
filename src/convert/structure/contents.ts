import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Blocks, Note } from '../converted.ts'

const TITLE = /^(?:table of )?contents:?$|^index$/i
/** `3. Scope ........ 4`, `Scope⇥4` */
const ENTRY = /(?:\.{3,}|…{1,}|(?:\. ){3,}|\t|\s{3,})\s*(?:\d{1,3}|[ivx]{1,5})$/i
const FEWEST = 2

/** Leaves out lists of contents, which the pack makes itself, with page numbers that are right. */
export function dropContents(blocks: Blocks, notes: Note[]): Blocks {
  const kept: Blocks = []
  let dropped = 0
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index]!
    const run = isMarked(block) ? 1 : typedAt(blocks, index)
    if (run === 0) kept.push(block)
    else {
      // The title of the list stands right before it.
      if (dropped === 0 && kept.length > 0 && TITLE.test(textOf(kept.at(-1)!).trim())) kept.pop()
      dropped += linesIn(blocks.slice(index, index + run))
      index += run - 1
    }
  }
  if (dropped > 0)
    notes.push({
      about: 'contents',
      text: `A list of contents of ${dropped} lines; the pack makes its own, as \`contents: true\` in the front matter says`,
    })
  return kept
}

function isMarked(block: RootContent): boolean {
  return block.type === 'paragraph' && block.data?.look?.isContents === true
}

/** How many blocks from here on are a list of contents that somebody typed, or that lost its marks. */
function typedAt(blocks: Blocks, index: number): number {
  const isTitled = TITLE.test(textOf(blocks[index]!).trim())
  let end = isTitled ? index + 1 : index
  while (end < blocks.length && isEntry(blocks[end]!)) end++
  const entries = blocks.slice(isTitled ? index + 1 : index, end)
  const count = linesIn(entries)
  return count >= FEWEST ? end - index : 0
}

function linesIn(blocks: Blocks): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'list' ? block.children.length : 1), 0)
}

function isEntry(block: RootContent): boolean {
  const text = textOf(block).trim()
  if (block.type === 'list')
    return block.children.length > 0 && block.children.every((item) => isLinkIn(item))
  return (
    block.type === 'paragraph' &&
    text.length <= 200 &&
    (text.split('\n').every((line) => ENTRY.test(line.trim())) || isLinkIn(block))
  )
}

/** An entry of a web page leads to a place in it, and is nothing else. */
function isLinkIn(node: { readonly children: readonly unknown[] }): boolean {
  const links = node.children as readonly (RootContent & { children?: readonly unknown[] })[]
  return (
    links.length > 0 &&
    links.every((child) =>
      child.type === 'link'
        ? child.url.startsWith('#')
        : (child.type === 'paragraph' || child.type === 'list' || child.type === 'listItem') &&
          isLinkIn(child),
    )
  )
}
