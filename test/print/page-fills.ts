import { openPdf } from '../../src/pdf/index.ts'
import { type PageContent, readContents } from '../../src/pdf/page/index.ts'

/** The margins of the pages above and below the text, PDF points. */
export interface Margins {
  readonly top: number
  readonly bottom: number
}

/** How far down a letter goes below its baseline, as a part of the type size. */
const DESCENT = 0.25
/** What is lighter is paper. */
const WHITE = 0.99

/** How far down each page is filled between its margins: from 0 for an empty one to 1. */
export function pageFills(pdf: Uint8Array, margins: Margins): number[] {
  return readContents(openPdf(pdf)).map((page) => fillOf(page, margins))
}

function fillOf({ height, glyphs, marks }: PageContent, { top, bottom }: Margins): number {
  const ends = [
    // A turned text is the mark of a draft.
    ...glyphs
      .filter(({ angle, text }) => angle === 0 && text.trim() !== '')
      .map(({ y, size }) => y - DESCENT * size),
    ...marks.filter(({ lightness }) => lightness < WHITE).map(({ box }) => box[1]),
  ]
  const room = height - top - bottom
  // A hair's breadth below the text is still the text.
  const inText = ends.filter((end) => end > bottom - 2 && end < height - top)
  return Math.min(1, (height - top - Math.min(height - top, ...inText)) / room)
}
