/** How dates and gaps are shown. */
export interface Notation {
  readonly locale: string
  readonly draft: boolean
  /** ISO 8601; absent where nothing is said of reviews that are overdue. */
  readonly today?: string
}
