import type { List, ListItem, Paragraph, RootContent } from 'mdast'
import type { Blocks, Note } from '../converted.ts'
import { withLabel } from './labels.ts'

interface Open {
  readonly list: List
  readonly level: number
  readonly id: string
  last: number
}

/** Puts paragraphs with bullets and numbers into lists, those with other labels as paragraphs where they belong. */
export function makeLists(blocks: Blocks, notes: Note[]): Blocks {
  const made: Blocks = []
  const open: Open[] = []
  const clauses: Paragraph[] = []
  for (const block of blocks) {
    const look = block.type === 'paragraph' ? block.data?.look?.list : undefined
    if (block.type !== 'paragraph' || !look) {
      open.length = 0
      made.push(block)
    } else if (look.label !== '' && look.number === undefined) {
      while ((open.at(-1)?.level ?? -1) >= look.level) open.pop()
      const clause: Paragraph = { ...block, children: withLabel(block) }
      place(clause, open, made)
      clauses.push(clause)
    } else addItem(block, { ...look, isOrdered: look.number !== undefined }, open, made)
  }
  sayLists(made, clauses, notes)
  return made
}

function addItem(
  paragraph: Paragraph,
  {
    id,
    level,
    number = 1,
    isOrdered,
  }: { id: string; level: number; number?: number | undefined; isOrdered: boolean },
  open: Open[],
  made: Blocks,
): void {
  const item: ListItem = { type: 'listItem', spread: false, children: [paragraph] }
  while ((open.at(-1)?.level ?? -1) > level) open.pop()
  const top = open.at(-1)
  const goesOn =
    top?.level === level &&
    top.list.ordered === isOrdered &&
    (!isOrdered || number === top.last + 1)
  if (top && goesOn) {
    top.list.children.push(item)
    top.last = number
    return
  }
  if (top?.level === level) open.pop()
  const list: List = {
    type: 'list',
    ordered: isOrdered,
    spread: false,
    children: [item],
    ...(isOrdered && { start: number }),
  }
  place(list, open, made)
  open.push({ list, level, id, last: number })
}

/** In the item that is open, or in the document. */
function place(block: Paragraph | List, open: readonly Open[], made: Blocks): void {
  const item = open.at(-1)?.list.children.at(-1)
  if (item) {
    item.children.push(block)
    if (block.type === 'paragraph') item.spread = true
  } else made.push(block)
}

function sayLists(
  made: readonly RootContent[],
  clauses: readonly Paragraph[],
  notes: Note[],
): void {
  for (const list of made) {
    if (list.type !== 'list') continue
    const kind = list.ordered ? `numbered from ${list.start ?? 1}` : 'with bullets'
    notes.push({
      about: 'list',
      text: `${list.children.length} ${list.children.length === 1 ? 'item' : 'items'} ${kind}`,
      node: list,
    })
  }
  const [first] = clauses
  if (first)
    notes.push({
      about: 'clause',
      text: `${clauses.length} paragraphs with numbers or letters such as “${first.data?.look?.list?.label}”, kept as they are`,
      node: first,
    })
}
