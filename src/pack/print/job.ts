/** A page to print. */
export interface PrintJob {
  /** Id of the document. */
  readonly id: string
  /** Whole page; its addresses are relative to `assets`. */
  readonly html: string
}
