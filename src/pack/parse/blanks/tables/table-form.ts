import type { Parent } from 'unist'
import type { Grid } from '../grid.ts'
import type { Reader } from '../reader.ts'

/** What a table on a form looks like, and what becomes of it. */
export interface TableForm {
  readonly fits: (grid: Grid) => boolean
  readonly read: (grid: Grid, parent: Parent, reader: Reader) => void
  readonly takesQuestion?: true
}
