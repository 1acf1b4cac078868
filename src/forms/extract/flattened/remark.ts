/** Something that somebody wrote or drew on a page and that is in none of the boxes. */
export interface Remark {
  /** Page of the file, counted from 0. */
  readonly page: number
  /** The subtype of an annotation (ISO 32000-1, table 169); `FreeText` and `Ink` also for what became part of the page. */
  readonly subtype: string
  /** What it says; empty for a drawing. */
  readonly text: string
}
