import { readableOnWhite } from '../../language/colour.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Asset } from '../../model/project.ts'
import { toHtml } from './html.ts'
import { linked } from './linked.ts'

/** What the pages show of the organisation itself. */
export interface Brand {
  readonly name: string
  readonly shortName: string
  readonly contact: string | undefined
  /** The same as HTML, in which addresses are links. */
  readonly contactHtml: string | undefined
  /** Address of the logo, relative to the pages. */
  readonly logo: string | undefined
}

/** Name and logo of the organisation. */
export function brandOf(organisation: Organisation, logo: Asset | undefined): Brand {
  return {
    name: organisation.name,
    shortName: organisation.shortName ?? organisation.name,
    contact: organisation.contact,
    contactHtml: organisation.contact && toHtml(...linked(organisation.contact, true)),
    logo: logo?.path,
  }
}

/** The organisation's colour for surfaces, and a shade of it in which text can be read. */
export function brandCss({ colour }: Organisation): string {
  return `:root {\n  --brand: ${colour};\n  --brand-text: ${readableOnWhite(colour)};\n}\n`
}
