export interface PrintJob {
  readonly id: string
  /** Whole page; its addresses are relative to `assets`. */
  readonly html: string
  /**
   * The pages, from 0, on which the places of a page are going to be whose texts are set already; where it is absent, the page is set as
   * it fits, which tells them.
   */
  readonly places?: ReadonlyMap<string, number>
}
