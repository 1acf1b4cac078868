import { perLocale } from './locale.ts'

/** Words that are spelled alike: the letters that differ, between the stems before them and the endings after them. */
interface Family {
  readonly british: string
  readonly other: string
  /** What stands before, such as `organ` before `is`; none for whole words. */
  readonly stems?: readonly string[]
  /** What may stand after, as a pattern; an `s` or nothing when absent. */
  readonly endings?: string
  /** Regions that spell them so. */
  readonly where: readonly Region[]
}

/** Regions with a spelling of their own; all others, such as Ireland and New Zealand, go by the British one. */
type Region = 'US' | 'CA' | 'AU'

/** Regions that spell as another does. */
const regions: Readonly<Record<string, Region>> = { PH: 'US', PR: 'US', LR: 'US' }

const us = ['US'] as const
const usAndCanada = ['US', 'CA'] as const

const families: readonly Family[] = [
  {
    british: 'is',
    other: 'iz',
    stems: words(
      'anonym apolog author capital categor central character critic custom digit emphas equal familiar final formal general harmon',
      'hospital individual institutional internal item jeopard legal local marginal material maxim memor minim mobil modern national',
      'neutral normal operational optim organ penal personal polar popular priorit privat pseudonym public random rational real recogn',
      'revital scrutin sensit social special stabil standard stigmat subsid summar symbol sympath synthes systemat traumat util verbal',
      'victim visual',
    ),
    endings: 'e|ed|es|er|ers|ing|ation|ations|ational|ationally|able|ably',
    where: usAndCanada,
  },
  {
    british: 'ys',
    other: 'yz',
    stems: words('anal catal paral'),
    endings: 'e|ed|er|ers|ing',
    where: usAndCanada,
  },
  {
    british: 'our',
    other: 'or',
    stems: words('behavi cand col demean endeav fav flav harb hon hum lab neighb rig rum'),
    endings: '|s|ed|er|ers|ing|ings|able|ably|al|ally|ful|less|hood|hoods|ly|ite|ites',
    where: us,
  },
  { british: 're', other: 'er', stems: words('cent fib kilomet lit met theat'), where: us },
  { british: 'r', other: 'er', stems: words('cent'), endings: 'ed|ing', where: us },
  {
    british: 'll',
    other: 'l',
    stems: words(
      'cance channe counse dia fue initia labe leve mode pane signa tota trave tunne unrave',
    ),
    endings: 'ed|er|ers|ing|ings|or|ors',
    where: us,
  },
  {
    british: 'l',
    other: 'll',
    stems: words('disti fulfi insti'),
    endings: '|s|ment|ments',
    where: usAndCanada,
  },
  {
    british: 'l',
    other: 'll',
    stems: words('enro'),
    endings: '|s|ment|ments',
    where: us,
  },
  {
    british: 'l',
    other: 'll',
    stems: words('insta'),
    endings: 'ment|ments',
    where: usAndCanada,
  },
  {
    british: 'l',
    other: 'll',
    stems: words('ski wi'),
    endings: 'ful|fully|fulness',
    where: usAndCanada,
  },
  {
    british: 'ogue',
    other: 'og',
    stems: words('anal catal'),
    where: us,
  },
  { british: 'ce', other: 'se', stems: words('defen licen offen preten'), where: us },
  { british: 's', other: 'c', stems: words('practi'), endings: 'e|ed|es|ing', where: us },
  { british: 'programme', other: 'program', where: ['US', 'CA', 'AU'] },
  { british: 'gement', other: 'gment', stems: words('abrid acknowled jud'), where: usAndCanada },
  {
    british: 'enquir',
    other: 'inquir',
    endings: 'e|ed|er|ers|es|ing|ingly|y|ies',
    where: us,
  },
  { british: 'ageing', other: 'aging', where: usAndCanada },
  { british: 'artefact', other: 'artifact', where: usAndCanada },
  { british: 'grey', other: 'gray', where: us },
  { british: 'cheque', other: 'check', where: us },
  { british: 'whilst', other: 'while', endings: '', where: usAndCanada },
  { british: 'amongst', other: 'among', endings: '', where: usAndCanada },
  { british: 'towards', other: 'toward', endings: '', where: us },
  { british: 'learnt', other: 'learned', endings: '', where: us },
  { british: 'spelt', other: 'spelled', endings: '', where: us },
  { british: 'per cent', other: 'percent', endings: '', where: usAndCanada },
]

const PREFIX = '(?:(?:de|dis|mis|non|over|pre|re|un|under)-?)?'
/** Addresses and names of files keep their letters. */
const ADDRESS = '\\S*(?:\\/\\/|@|www\\.)\\S*|\\S+\\.[a-z]{2,4}\\b'

/** A text in British English as others spell it. */
export type Respell = (text: string) => string

/**
 * How a locale spells what is written in British English: `program` for `programme` in `en-US`. What is no word of a text,
 * such as an address, stays; so does everything where the locale spells as the British do, or is none of English.
 */
export const respellingFor = perLocale((locale): Respell => {
  const { language, region = '' } = new Intl.Locale(locale)
  const there = regions[region] ?? region
  const rows =
    language === 'en'
      ? families.filter(({ where }) => (where as readonly string[]).includes(there))
      : []
  if (rows.length === 0) return (text) => text
  const steps = rows.map((family) => ({ ...family, pattern: patternOf(family) }))
  return (text) =>
    steps.reduce(
      (spelled, { pattern, british, other }) =>
        spelled.replace(pattern, (word, before?: string, found?: string, after?: string) =>
          found === undefined ? word : `${before}${inCaseOf(found, british, other)}${after}`,
        ),
      text,
    )
})

function patternOf({ british, stems = [''], endings = '|s' }: Family): RegExp {
  const word = `(?<![\\p{L}\\p{N}_])(${PREFIX}(?:${stems.join('|')}))(${british})(${endings})(?![\\p{L}\\p{N}_])`
  return new RegExp(`${ADDRESS}|${word}`, 'giu')
}

/** The other letters, large where those found are: `PROGRAM` for `PROGRAMME`, `Inquiry` for `Enquiry`. */
function inCaseOf(found: string, british: string, other: string): string {
  if (found === british) return other
  if (found === found.toUpperCase()) return other.toUpperCase()
  return `${other[0]!.toUpperCase()}${other.slice(1)}`
}

function words(...lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(' '))
}
