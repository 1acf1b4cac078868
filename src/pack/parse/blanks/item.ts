import type { Entry } from './entries.ts'
import type { Mark } from './marks.ts'
import type { Options } from './options.ts'

/** What a line asks for, one after the other: labels with places to write, and answers to choose from. */
export type Item = Entry | Options

export function isEntry(item: Item): item is Entry {
  return 'from' in item
}

/** Where in a line the reading is. */
export interface At {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly index: number
  /** Where what was read so far ends. */
  readonly from: number
  readonly items: readonly Item[]
}

/** What was read from there, and where it ended. */
export type Found = Pick<At, 'index' | 'from'> & { readonly items: readonly Item[] }

/** What a place that is drawn as a date asks for. */
export function dateOf(mark: Mark): { isDate?: true } {
  return mark.isDate ? { isDate: true } : {}
}
