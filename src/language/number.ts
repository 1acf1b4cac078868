import { withLatinDigits } from './digits.ts'
import { fold } from './fold.ts'
import { perLocale } from './locale.ts'

/** Fractions of one character that a decimal gives in full, alone or behind a whole number. */
const FRACTION = /(?<![\d.,])(\d*)\s?([¼½¾])(?!\d)/u
const LONGEST = 60
/** Decimal digits that a double always keeps (IEEE 754, `DBL_DIG`). */
const MOST_DIGITS = 15
const SHAPE =
  /^(?<before>[^\d+\-‒–−.,]*?)\s*(?<sign>[+\-‒–−]?)\s*(?<digits>[.,٫]?\d(?:[\d.,'’٫٬·\s]*\d)?)[.,]?\s*(?<after>[^\d]*)$/u
const CURRENCY = /^\p{Sc}$/u
const WORDS_ONLY = /^[\p{L}\p{M}\p{Sc}\s%٪.()]*$/u

/** A number as it was read. */
export interface NumberReading {
  readonly number: number
  /** The text can be read as another number as well, such as `1,500`; the locale decided. */
  readonly ambiguous: boolean
  /** A currency or percent sign in the text that nobody asked for. */
  readonly unasked?: string
}

/** What is known of a number before it is read. */
export interface NumberContext {
  readonly locale: string
  /** Unit of the answer, for example `minutes`; the text may repeat it. */
  readonly unit?: string | undefined
  /** Question, whose words the text may repeat, as in `6 meetings`. */
  readonly label: string
}

/**
 * Reads a number as people write it: `1,5`, `1.5`, `1 500,00`, `1'500.5`, `80 %`, `€ 20`, `60 min`, with digits of any
 * script. Where one comma or point could part thousands or decimals the locale decides. Gives `undefined` when the text
 * is not one number, when it has more digits than a number holds, or when it names a unit other than the one asked for.
 */
export function readNumber(text: string, context: NumberContext): NumberReading | undefined {
  if (text.length > LONGEST) return undefined
  const plain = withLatinDigits(withoutFullWidth(text))
    .replace(/\p{Cf}/gu, '')
    .replace(FRACTION, withoutFraction)
    .trim()
  const match = plain.match(SHAPE)
  const { before = '', sign = '', digits = '', after = '' } = match?.groups ?? {}
  if (!match || !fits(before, context) || !fits(after, context)) return undefined
  const reading = readDigits(digits, decimalMark(context.locale))
  if (!reading || digits.replace(/\D/g, '').replace(/^0+/, '').length > MOST_DIGITS)
    return undefined
  const unasked = unaskedSign(before, context) ?? unaskedSign(after, context)
  const told = { ...reading, ...(unasked !== undefined && { unasked }) }
  return sign && sign !== '+' && reading.number !== 0 ? { ...told, number: -reading.number } : told
}

/** A number with its unit, as English has them: `£12`, `80%`, `12 minutes`. */
export function withUnit(number: number | string, unit: string): string {
  if (standsBefore(unit)) return `${unit}${number}`
  return unit === '%' ? `${number}${unit}` : `${number} ${unit}`
}

/** True for a unit that is written before its number. */
export function standsBefore(unit: string): boolean {
  return /\p{Sc}$/u.test(unit)
}

/** A sign that neither the unit nor the question names. */
function unaskedSign(around: string, { unit = '', label }: NumberContext): string | undefined {
  const asked = [...wordsOf(unit), ...wordsOf(label)]
  return wordsOf(around).find(
    (word) =>
      (word === '%' || CURRENCY.test(word)) &&
      !asked.some((known) => known === word || isSameUnit(known, word)),
  )
}

/** Full-width forms, as East Asian keyboards give them, stand in Unicode as far apart as ASCII does. */
function withoutFullWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (form) =>
    String.fromCharCode(form.charCodeAt(0) - 0xfee0),
  )
}

const fractions = new Map([
  ['¼', '.25'],
  ['½', '.5'],
  ['¾', '.75'],
])

function withoutFraction(_: string, whole: string, part: string): string {
  return `${whole || '0'}${fractions.get(part) ?? ''}`
}

const decimalMark = perLocale(
  (locale) =>
    new Intl.NumberFormat(`${new Intl.Locale(locale).baseName}-u-nu-latn`)
      .formatToParts(1.5)
      .find(({ type }) => type === 'decimal')?.value ?? '.',
)

/** The words around a number may only say again what was asked for. */
function fits(around: string, { unit = '', label }: NumberContext): boolean {
  const known = wordsOf(unit).length > 0 ? wordsOf(unit) : [...wordsOf(label), '%']
  const otherCurrency = (word: string): boolean =>
    known.some((asked) => CURRENCY.test(asked) && asked !== word)
  return (
    WORDS_ONLY.test(around) &&
    wordsOf(around).every((word) =>
      CURRENCY.test(word)
        ? !otherCurrency(word)
        : known.some(
            (asked) =>
              asked === word ||
              isShortFor(word, asked) ||
              isShortFor(asked, word) ||
              isSameUnit(word, asked),
          ),
    )
  )
}

function wordsOf(text: string): string[] {
  return (
    fold(text)
      .replaceAll('٪', '%')
      .match(/\p{L}[\p{L}\p{M}]*|%|\p{Sc}/gu) ?? []
  )
}

function isSameUnit(word: string, asked: string): boolean {
  return units.some((names) => names.has(word) && names.has(asked))
}

/** Names of the units that forms ask for, and how people shorten them. */
const units: readonly ReadonlySet<string>[] = [
  new Set(['%', 'percent', 'per', 'cent', 'pct', 'prozent']),
  new Set(['minute', 'minutes', 'min', 'mins', 'minuten']),
  new Set(['hour', 'hours', 'h', 'hr', 'hrs', 'std', 'stunde', 'stunden', 'heure', 'heures']),
  new Set(['day', 'days', 'd', 'tag', 'tage', 'jour', 'jours']),
  new Set(['week', 'weeks', 'wk', 'wks', 'woche', 'wochen', 'semaine', 'semaines']),
  new Set(['month', 'months', 'mth', 'mths', 'mo', 'monat', 'monate', 'mois']),
  new Set(['year', 'years', 'yr', 'yrs', 'y', 'jahr', 'jahre', 'an', 'ans']),
]

function isShortFor(short: string, long: string): boolean {
  return short.length >= 3 && long.startsWith(short)
}

function readDigits(digits: string, localeMark: string): NumberReading | undefined {
  const text = digits.replaceAll('٫', ',').replaceAll('٬', "'").replaceAll('·', '.')
  const marks = new Set(text.match(/[.,]/g))
  const spaced = /[\s'’]/.test(text)
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (marks.size === 0) return whole(text)
  const times = text.split(text[last] ?? '').length - 1
  if (times > 1) return marks.size > 1 || spaced ? undefined : whole(text)
  const before = text.slice(0, last)
  const after = text.slice(last + 1)
  const decimal = decimals(before, after)
  if (marks.size > 1 || spaced || digits.includes('٫')) return decimal
  const grouped = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after) ? whole(text) : undefined
  if (!grouped) return decimal
  const preferred = text[last] === localeMark ? decimal : grouped
  return preferred && { ...preferred, ambiguous: true }
}

/** A whole number, its thousands parted or not; lakhs and crores too (`1,00,000`). */
function whole(text: string): NumberReading | undefined {
  const mark = text.match(/[.,'’\s]/)?.[0]
  if (mark === undefined) return { number: Number(text), ambiguous: false }
  const groups = text.split(mark)
  const [first = '', ...rest] = groups
  const last = rest.at(-1) ?? ''
  const even = rest.every((group) => /^\d{3}$/.test(group)) && /^\d{1,3}$/.test(first)
  const indian =
    /^\d{1,2}$/.test(first) &&
    /^\d{3}$/.test(last) &&
    rest.slice(0, -1).every((group) => /^\d{2}$/.test(group))
  return even || indian ? { number: Number(groups.join('')), ambiguous: false } : undefined
}

function decimals(before: string, after: string): NumberReading | undefined {
  if (!/^\d+$/.test(after)) return undefined
  const integer = before === '' ? { number: 0 } : whole(before)
  if (!integer) return undefined
  return { number: Number(`${integer.number}.${after}`), ambiguous: false }
}
