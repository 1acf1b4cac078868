export interface PrintJob {
  readonly id: string
  /** Whole page; its addresses are relative to `assets`. */
  readonly html: string
  /** The documents on it, by the ids of their elements, where it has several: each is set as it would be by itself. */
  readonly parts?: readonly string[]
}
