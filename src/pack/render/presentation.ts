import { prefixInPack } from '../../contracts/destinations.ts'
import type { Organisation } from '../../model/organisation.ts'
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

/**
 * A PDF of its own; a link leads to the PDF of another document as a whole: on the web site of the pack, so that it also works
 * where the PDF is mailed alone, or beside it where there is no site.
 */
export function ownPdf({ site = '' }: Pick<Organisation, 'site'>): Presentation {
  return {
    medium: 'print',
    idPrefix: '',
    boxes: 'fields',
    addressOf: (id) => `${site}${id}.pdf`,
  }
}

/** A part of the PDF with all documents. */
export function partOfPack(id: string): Presentation {
  return {
    medium: 'print',
    idPrefix: prefixInPack(id),
    boxes: 'pen',
    addressOf: (other, anchor) => `#${anchor ? prefixInPack(other) + anchor : other}`,
  }
}
