import type { Medium } from './fields/view.ts'

/** How a document is shown, and so how places in it and other documents are reached. */
export interface Presentation {
  readonly medium: Medium
  /** Stands before the ids of a document where documents share one file. */
  readonly idPrefix: string
  /** Whether the boxes on paper become fields, or are to be written on by pen only. */
  readonly boxes: 'fields' | 'pen'
  /** Address of a document, or of a place in it. */
  readonly addressOf: (id: string, anchor?: string) => string
}

/** A web page of its own. */
export const webPage: Presentation = {
  medium: 'screen',
  idPrefix: '',
  boxes: 'fields',
  addressOf: (id, anchor) => `${id}.html${anchor ? `#${anchor}` : ''}`,
}

/** A PDF of its own; a link leads to the PDF of another document as a whole. */
export const ownPdf: Presentation = {
  medium: 'print',
  idPrefix: '',
  boxes: 'fields',
  addressOf: (id) => `${id}.pdf`,
}

/** A part of the PDF with all documents. No id of a document holds two hyphens, so that names stay apart. */
export function partOfPack(id: string): Presentation {
  return {
    medium: 'print',
    idPrefix: `${id}--`,
    boxes: 'pen',
    addressOf: (other, anchor) => `#${other}${anchor ? `--${anchor}` : ''}`,
  }
}
