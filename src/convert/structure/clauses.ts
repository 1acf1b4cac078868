import type { Blocks, Note } from '../converted.ts'

/**
 * Whether the pack would number headings and paragraphs just as the file does: `1`, `1.1`, `1.2`, `2`, … Then their numbers go, and
 * the front matter says `numbered: true`; otherwise they stay as words, since other texts may refer to them.
 */
export function settleNumbers(
  blocks: Blocks,
  notes: Note[],
): { blocks: Blocks; isNumbered: boolean } {
  const isNumbered = isRegular(blocks)
  if (isNumbered)
    notes.push({
      about: 'clause',
      text: 'Headings and paragraphs are numbered 1, 1.1, 1.2, 2, …; the pack numbers them itself, and each can be linked to',
    })
  return {
    isNumbered,
    blocks: isNumbered ? blocks.map(withoutLabel) : blocks.map(withHeadingLabel),
  }
}

function isRegular(blocks: Blocks): boolean {
  let heading = 0
  let paragraph = 0
  let clauses = 0
  const top = Math.min(
    ...blocks.flatMap((block) => (block.type === 'heading' ? [block.depth] : [])),
  )
  for (const block of blocks) {
    if (block.type === 'heading') {
      if (block.depth !== top || bare(block.data?.label) !== String(heading + 1)) return false
      heading++
      paragraph = 0
    } else if (block.type === 'paragraph' && heading > 0) {
      const list = block.data?.look?.list
      // Bullets belong to the clause before them.
      if (list?.label === '') continue
      if (bare(list?.label) !== `${heading}.${paragraph + 1}`) return false
      paragraph++
      clauses++
    }
  }
  return heading > 1 && clauses > 1
}

function bare(label: string | undefined): string | undefined {
  return label?.replace(/[.)]$/, '')
}

function withoutLabel<Block extends Blocks[number]>(block: Block): Block {
  if (block.type !== 'paragraph' || !block.data?.look?.list?.label) return block
  const { list: _, ...look } = block.data.look
  return { ...block, data: { ...block.data, look } }
}

function withHeadingLabel(block: Blocks[number]): Blocks[number] {
  // The same heading, so that what is told of it finds its line.
  if (block.type === 'heading' && block.data?.label)
    block.children.unshift({ type: 'text', value: `${block.data.label} ` })
  return block
}
