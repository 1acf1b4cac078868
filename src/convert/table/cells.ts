import type { RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'

export interface CellFound {
  readonly blocks: readonly RootContent[]
  /** How many columns it takes. */
  readonly span: number
  /** It goes on from the cell above. */
  readonly isContinued?: boolean
  readonly isShaded?: boolean
  /** How many lines there are to write on, where the cell is as high as several. */
  readonly lines?: number
}

export interface RowFound {
  readonly isHeader: boolean
  readonly cells: readonly CellFound[]
}

/** The words of a cell in one line. */
export function textIn(cell: CellFound | undefined): string {
  return saidIn(cell)
    .map((block) => textOf(block).replace(/\s+/g, ' ').trim())
    .join(' ')
}

/** Whether all words of a cell stand out. */
export function isAllBold(cell: CellFound | undefined): boolean {
  const said = saidIn(cell)
  return (
    said.length > 0 &&
    said.every(
      (block) => block.type === 'paragraph' && (block.data?.look?.isBold || isStrong(block)),
    )
  )
}

/** The blocks of a cell in which something stands. */
export function saidIn(cell: CellFound | undefined): RootContent[] {
  return cell?.blocks.filter((block) => textOf(block).trim() !== '') ?? []
}

function isStrong({
  children,
}: {
  readonly children: readonly { readonly type: string }[]
}): boolean {
  return children.length === 1 && children[0]?.type === 'strong'
}
