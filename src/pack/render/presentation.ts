import { addressOfPdf, addressOfPlace } from '../../contracts/pack-pages.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Medium } from './fields/view.ts'

/** How a document is shown, and so how other documents are reached. */
export interface Presentation {
  readonly medium: Medium
  /** Address of a document, or of a place in it. */
  readonly addressOf: (id: string, anchor?: string) => string
}

/** A web page of its own. */
export const webPage: Presentation = {
  medium: 'screen',
  addressOf: (id, anchor) => `${id}.html${anchor ? `#${anchor}` : ''}`,
}

/**
 * A PDF of its own; a link leads to the PDF of another document as a whole: on the web site of the pack, so that it also works
 * where the PDF is mailed alone, or beside it where there is no site. In the one PDF of all documents it leads to the place.
 */
export function ownPdf(organisation: Pick<Organisation, 'site'>): Presentation {
  return {
    medium: 'print',
    addressOf: (id, anchor) => addressOfPlace(addressOfPdf(id, organisation), anchor),
  }
}
