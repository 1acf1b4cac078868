import type { Heading, List, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Blocks, Found } from '../converted.ts'
import { settleNumbers } from './clauses.ts'
import { dropContents } from './contents.ts'
import { makeHeadings } from './headings.ts'
import { readLabels } from './labels.ts'
import { makeLists } from './lists.ts'
import { takeTitle } from './title.ts'

/** A document whose blocks are what they were meant to be. */
export interface Structured {
  readonly tree: Root
  readonly title?: string
  /** The pack numbers headings and clauses just as the file does. */
  readonly isNumbered: boolean
}

/** Makes of the looks of paragraphs what they mean; what is decided is noted. */
export function structure(found: Found, { isPlain }: { isPlain: boolean }): Structured {
  const { notes } = found
  const blocks = dropContents(found.tree.children, notes).map(asParagraph)
  readLabels(blocks)
  const headed = makeHeadings(
    blocks.filter((block) => !isEmpty(block)),
    notes,
    { isPlain },
  )
  const { title, blocks: untitled } = takeTitle(headed, found.title)
  const { blocks: numbered, isNumbered } = settleNumbers(untitled, notes)
  const listed = makeLists(
    numbered.filter((block) => !isEmpty(block)),
    notes,
  )
  while (listed.at(-1)?.type === 'thematicBreak') listed.pop()
  settleLevels(listed)
  for (const block of listed) visit(block, 'list', tighten)
  return { tree: { type: 'root', children: listed }, isNumbered, ...(title && { title }) }
}

/** Headings of web pages and Markdown are read as those of word processors, by their look. */
function asParagraph(block: Blocks[number]): Blocks[number] {
  if (block.type !== 'heading') return block
  const { children, depth } = block
  return { type: 'paragraph', children, data: { look: { heading: depth } } }
}

/** What holds nothing, or no more once what stood in it went elsewhere. */
function isEmpty(block: Blocks[number]): boolean {
  return (
    ['paragraph', 'heading', 'list', 'blockquote'].includes(block.type) &&
    'children' in block &&
    block.children.length === 0
  )
}

/** Items of one paragraph each stand close together, whatever the page had around their words. */
function tighten(list: List): void {
  const isTight = list.children.every(
    ({ children }) => children.filter(({ type }) => type === 'paragraph').length <= 1,
  )
  if (!isTight) return
  list.spread = false
  for (const item of list.children) item.spread = false
}

/** Headings begin at `##`, since the title is the first, and go down by one level at a time. */
function settleLevels(blocks: Blocks): void {
  const above: number[] = []
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    while ((above.at(-1) ?? 0) >= block.depth) above.pop()
    above.push(block.depth)
    block.depth = Math.min(6, above.length + 1) as Heading['depth']
  }
}
