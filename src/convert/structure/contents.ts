import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Blocks, Note } from '../converted.ts'

const TITLE = /^(?:table of )?contents:?$|^index$/i
/** `3. Scope ........ 4`, `Scope⇥4` */
const ENTRY = /(?<leader>\.{3,}|…{1,}|(?:\. ){3,}|\t|\s{3,})\s*(?<page>\d{1,3}|[ivx]{1,5})$/i
const LABEL = /^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\p{L}[.)]|[•·▪–*-])\s+/u
const FEWEST = 2
/** Without a title and dots between words and numbers, as many lines could be figures. */
const FEWEST_BARE = 3
const LONGEST = 120

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
      if (dropped === 0 && kept.length > 0 && isTitle(kept.at(-1)!)) kept.pop()
      dropped += linesIn(blocks.slice(index, index + run)) - (isTitle(block) ? 1 : 0)
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

function isTitle(block: RootContent): boolean {
  return TITLE.test(textOf(block).trim())
}

function isMarked(block: RootContent): boolean {
  return block.type === 'paragraph' && block.data?.look?.isContents === true
}

/** How many blocks from here on are a list of contents that somebody typed, or that lost its marks. */
function typedAt(blocks: Blocks, index: number): number {
  const isTitled = isTitle(blocks[index]!)
  const start = isTitled ? index + 1 : index
  const end = endOf(blocks, start, isEntry)
  const entries = blocks.slice(start, end)
  const isSure = isTitled || !entries.some(isBare)
  if (linesIn(entries) >= (isSure ? FEWEST : FEWEST_BARE) && (isSure || countUp(entries)))
    return end - index
  if (!isTitled) return 0
  const named = endOf(blocks, start, namesLater(blocks))
  return linesIn(blocks.slice(start, named)) >= FEWEST ? named - index : 0
}

function endOf(
  blocks: Blocks,
  start: number,
  isOne: (block: RootContent, index: number) => boolean,
): number {
  const length = blocks.slice(start).findIndex((block, at) => !isOne(block, start + at))
  return length < 0 ? blocks.length : start + length
}

/** A number behind nothing but space. */
function isBare(block: RootContent): boolean {
  return matchesIn(block).some((found) => found.groups?.leader?.trim() === '')
}

function countUp(entries: readonly RootContent[]): boolean {
  const pages = entries.flatMap(matchesIn).map(({ groups }) => Number(groups?.page))
  return (
    pages.every((page, at) => at === 0 || !(page < pages[at - 1]!)) && pages[0] !== pages.at(-1)
  )
}

function matchesIn(block: RootContent): RegExpExecArray[] {
  return textOf(block)
    .split('\n')
    .map((line) => ENTRY.exec(line.trim()))
    .filter((found) => found !== null)
}

/** Whether a line of contents without numbers says what stands over a later part. */
function namesLater(blocks: Blocks): (block: RootContent, index: number) => boolean {
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

/** Words without their number and in small letters, by which two places are compared. */
function nameOf(text: string): string {
  return text.trim().replace(LABEL, '').replace(/\s+/g, ' ').toLowerCase()
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
