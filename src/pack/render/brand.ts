import { contrastWithWhite, grounds, MINIMUM_CONTRAST, readableOn } from '../../language/colour.ts'
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
  --cover: ${ground};
  --on-cover: ${text};
${groundCss(colour, 'light')}}
`
}

/** The same for a screen, which may be dark. */
export function screenBrandCss(organisation: Organisation): string {
  const dark = `:root {\n${groundCss(organisation.colour, 'dark')}}`
  return `${brandCss(organisation)}@media screen and (prefers-color-scheme: dark) {\n${dark}\n}\n`
}

function groundCss(colour: string, scheme: keyof typeof grounds): string {
  const { paper, fill } = grounds[scheme]
  return `  --brand-text: ${readableOn(colour, scheme)};\n  --paper: ${paper};\n  --fill: ${fill};\n`
}

/** A cover is in the colour itself where white or black can be read on it, and one of them can be on every colour. */
function coverOf(colour: string): { ground: string; text: string } {
  const isDark = contrastWithWhite(colour) >= MINIMUM_CONTRAST
  return { ground: colour, text: isDark ? WHITE : BLACK }
}

const WHITE = '#ffffff'
const BLACK = '#000000'

/** A sign for the tab of a browser: the first letter of the name in the organisation's colour. */
export function brandIcon({ colour, locale, name, shortName = name }: Organisation): Asset {
  const [initial = ''] = shortName.match(/[\p{L}\p{N}]/u) ?? []
  const { ground, text } = coverOf(colour)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="${ground}"/><text x="16" y="23" font-family="system-ui, sans-serif" font-size="20" font-weight="600" text-anchor="middle" fill="${text}">${initial.toLocaleUpperCase(locale)}</text></svg>\n`
  return { path: 'assets/icon.svg', bytes: new TextEncoder().encode(svg) }
}

/** The style sheets of print, of which the later ones prevail. */
export function printStyles({ organisation, styles }: PrintStyles): string[] {
  const { print = '', classic = '' } = styles
  return organisation.style === 'classic' ? [print, classic] : [print]
}

interface PrintStyles {
  readonly organisation: Pick<Organisation, 'style'>
  readonly styles: Templates['styles']
}
