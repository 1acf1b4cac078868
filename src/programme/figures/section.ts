/** What a cell says; `null` where it is of too few people to be shown. */
export type FigureCell = string | number | null

/** How the numbers of a table are drawn: the first column names the bars or the points of a line. */
export interface Chart {
  readonly kind: 'bars' | 'line'
  /** The columns that are drawn, from 1: bars beside each other in another pattern, lines below each other. */
  readonly columns: readonly number[]
  readonly label: string
  /** The end of the scale; the greatest number when absent. */
  readonly most?: number
}

export interface FigureTable {
  readonly caption: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FigureCell[])[]
  readonly chart?: Chart
  /** What must be known to read it. */
  readonly note?: string
}

/** Figures about one matter. */
export interface Section {
  /** An anchor, and the name of a sheet. */
  readonly id: string
  readonly title: string
  readonly text: readonly string[]
  readonly tables: readonly FigureTable[]
}
