import type { Organisation } from '../../model/organisation.ts'
import type { Medium } from './fields/view.ts'

/** How a document is shown, and so how places in it and other documents are reached. */
export interface Presentation {
  readonly medium: Medium
  /** Stands before the ids of a document and the names of its fields where documents share one file. */
  readonly prefix: { readonly id: string; readonly field: string }
  /** Address of a document, or of a place in it. */
  readonly addressOf: (id: string, anchor?: string) => string
}

const alone = { id: '', field: '' }

/** A web page of its own. */
export const webPage: Presentation = {
  medium: 'screen',
  prefix: alone,
  addressOf: (id, anchor) => `${id}.html${anchor ? `#${anchor}` : ''}`,
}

/**
 * A PDF of its own; a link leads to the PDF of another document as a whole: on the web site of the pack, so that it also works
 * where the PDF is mailed alone, or beside it where there is no site.
 */
export function ownPdf({ site = '' }: Pick<Organisation, 'site'>): Presentation {
  return { medium: 'print', prefix: alone, addressOf: (id) => `${site}${id}.pdf` }
}

/** A part of the PDF with all documents. No id of a document holds two hyphens or a dot, so that names stay apart. */
export function partOfPack(id: string): Presentation {
  return {
    medium: 'print',
    prefix: { id: `${id}--`, field: `${id}.` },
    addressOf: (other, anchor) => `#${other}${anchor ? `--${anchor}` : ''}`,
  }
}
