import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Blocks, Note } from '../converted.ts'

const TITLE = /^(?:table of )?contents:?$|^index$/i
/** `3. Scope ........ 4`, `Scope⇥4` */
const ENTRY = /(?:\.{3,}|…{1,}|(?:\. ){3,}|\t|\s{3,})\s*(?:\d{1,3}|[ivx]{1,5})$/i
const LABEL = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\p{L}[.)]|[•·▪–*-])\s+/u
const FEWEST = 2
const LONGEST = 120

/** Leaves out lists of contents, which the pack makes itself, with page numbers that are right. */
export function dropContents(blocks: Blocks, notes: Note[]): Blocks {
  const kept: Blocks = []
  const isNamedLater = namesLater(blocks)
  let dropped = 0
  for (let index = 0; index < blocks.length; ) {
    const run = runAt(blocks, index, isNamedLater)
    const [first] = run.blocks
    if (!run.isContents) kept.push(...run.blocks)
    else {
      // The title of the list stands right before it.
      if (dropped === 0 && kept.length > 0 && isTitle(kept.at(-1)!)) kept.pop()
      dropped += linesIn(run.blocks) - (first && isTitle(first) ? 1 : 0)
    }
    index += run.blocks.length
  }
  if (dropped > 0)
    notes.push({
      about: 'contents',
      text: `A list of contents of ${dropped} lines; the pack makes its own, as \`contents: true\` in the front matter says`,
    })
  return kept
}

function isTitle(block: RootContent): boolean {
  return TITLE.test(textOf(block).trim())
}

function isMarked(block: RootContent): boolean {
  return block.type === 'paragraph' && block.data?.look?.isContents === true
}

type IsNamed = (block: RootContent, index: number) => boolean

/** The blocks from here on that are a list of contents or, as one at least, are none. */
function runAt(
  blocks: Blocks,
  index: number,
  isNamed: IsNamed,
): { readonly blocks: Blocks; readonly isContents: boolean } {
  const block = blocks[index]!
  if (isMarked(block)) return { blocks: [block], isContents: true }
  const isTitled = isTitle(block)
  const start = isTitled ? index + 1 : index
  const entries = runOf(blocks, start, isEntry)
  // Figures behind words are contents where the words stand over later parts, or are called so.
  const named = entries.filter(
    (entry, at) => isNamed(entry, start + at) || ('children' in entry && isLinkIn(entry)),
  )
  const isSure = isTitled || named.length * 2 >= entries.length
  if (linesIn(entries) >= FEWEST && isSure)
    return { blocks: blocks.slice(index, start + entries.length), isContents: true }
  const titles = isTitled ? runOf(blocks, start, isNamed) : []
  if (linesIn(titles) >= FEWEST) return { blocks: [block, ...titles], isContents: true }
  return { blocks: [block, ...entries.slice(isTitled ? 0 : 1)], isContents: false }
}

function runOf(blocks: Blocks, start: number, isOne: IsNamed): Blocks {
  let end = start
  while (end < blocks.length && isOne(blocks[end]!, end)) end++
  return blocks.slice(start, end)
}

/** Whether a line of contents says what stands over a later part. */
function namesLater(blocks: Blocks): IsNamed {
  const last = new Map(
    blocks.map((block, index) => [block.type === 'list' ? '' : nameOf(textOf(block)), index]),
  )
  return (block, index) => {
    const names = (block.type === 'list' ? block.children : [block]).map((one) => textOf(one))
    return names.every(
      (name) => /\S/.test(name) && name.length <= LONGEST && (last.get(nameOf(name)) ?? 0) > index,
    )
  }
}

/** Words without their number and page, in small letters, by which two places are compared. */
function nameOf(text: string): string {
  const words = text.trim().replace(ENTRY, '').replace(LABEL, '')
  return words.replace(/\s+/g, ' ').trim().toLowerCase()
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
