/** A text as points that are ink or not. */
export interface LetterPicture {
  /** In points of the picture. */
  readonly width: number
  readonly height: number
  /** Rows from the top, each from a byte of its own on; a bit is set where there is ink, the first is the highest. */
  readonly bits: Uint8Array
  /** How many points of the picture are as much as the type size. */
  readonly perSize: number
  /** How far the base line lies below the top, in points of the picture. */
  readonly ascent: number
}

/** Draws a text in whatever fonts are at hand; undefined where nothing of it is to be seen. */
export type DrawLetters = (text: string) => LetterPicture | undefined
