import { contrastWithWhite, MINIMUM_CONTRAST, readableOnWhite } from '../../language/colour.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Asset, Templates } from '../../model/project.ts'
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

/** The organisation's colour for surfaces, a shade of it in which text can be read, and the colour of text on the former. */
export function brandCss({ colour }: Organisation): string {
  const { ground, text } = coverOf(colour)
  return `:root {
  --brand: ${colour};
  --brand-text: ${readableOnWhite(colour)};
  --cover: ${ground};
  --on-cover: ${text};
}
`
}

/** A cover is in the colour itself where white or black can be read on it, and one of them can be on every colour. */
function coverOf(colour: string): { ground: string; text: string } {
  const isDark = contrastWithWhite(colour) >= MINIMUM_CONTRAST
  return { ground: colour, text: isDark ? WHITE : BLACK }
}

const WHITE = '#ffffff'
const BLACK = '#000000'

/** The style sheets of print, of which the later ones prevail. */
export function printStyles({ organisation, styles }: PrintStyles): string[] {
  const { print = '', classic = '' } = styles
  return organisation.style === 'classic' ? [print, classic] : [print]
}

interface PrintStyles {
  readonly organisation: Pick<Organisation, 'style'>
  readonly styles: Templates['styles']
}
