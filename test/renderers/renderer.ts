import type { Picture } from './picture.ts'

/** Pixels an inch: the thinnest rule of the pages, 0.4 pt, is as wide as one. */
export const RESOLUTION = 200

/** A program that is not ours and shows the pages of a PDF, with what is filled in. */
export interface Renderer {
  readonly name: string
  /** False where the program is not installed. */
  available(): boolean
  /** All pages in order, `RESOLUTION` pixels an inch. Throws when the program cannot read the file. */
  pictures(pdf: Uint8Array): AsyncGenerator<Picture>
}
