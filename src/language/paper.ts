/** A size of paper, in millimetres, upright. */
export interface Paper {
  /** The name by which CSS knows it. */
  readonly name: 'A4' | 'letter'
  readonly widthMm: number
  readonly heightMm: number
}

const a4: Paper = { name: 'A4', widthMm: 210, heightMm: 297 }
const letter: Paper = { name: 'letter', widthMm: 215.9, heightMm: 279.4 }

/** The paper of this name, in whatever case; undefined for others. */
export function paperNamed(name: string): Paper | undefined {
  return [a4, letter].find((paper) => paper.name.toLowerCase() === name.toLowerCase())
}

/** Regions in which offices print on US Letter (Unicode CLDR, `measurementData`, `paperSize`). */
const letterRegions = new Set('BZ CA CL CO CR GT MX NI PA PH PR SV US VE'.split(' '))

/** The paper that people print on where a locale such as `en-US` is spoken; A4 when it names no region. */
export function paperOf(locale: string): Paper {
  const { region } = new Intl.Locale(locale)
  return region && letterRegions.has(region) ? letter : a4
}
