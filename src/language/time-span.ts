import { COUNT, countWord, readCount } from './count.ts'

/** A number of units of time, such as six months. */
interface TimeSpan {
  readonly count: number
  readonly unit: string
}

export interface LengthReading {
  /** As it stands in a sentence. */
  readonly text: string
  /** In days, of working days as if they were days; undefined where no calendar says, as for terms. */
  readonly days: number | undefined
  /** Undefined for what is more than one number of units. */
  readonly span: TimeSpan | undefined
}

/** How often something is done, as it was read. */
export interface FrequencyReading {
  /** As an adverb: what fits after `we meet`. */
  readonly text: string
  /** The time from one to the next; undefined where it is not the same each time, or no number of units. */
  readonly every: TimeSpan | undefined
  /** The same in days, also where it is no whole number of units; undefined where no calendar says. */
  readonly days: number | undefined
}

/** Days of each unit, and how it is called beside its own name. */
const units: Readonly<
  Record<string, { readonly days?: number; readonly names?: readonly string[] }>
> = {
  minute: { days: 1 / 1440, names: ['min'] },
  hour: { days: 1 / 24, names: ['hr'] },
  day: { days: 1 },
  week: { days: 7, names: ['wk'] },
  fortnight: { days: 14 },
  month: { days: 365.25 / 12, names: ['mth'] },
  quarter: { days: 365.25 / 4 },
  'half-year': { days: 365.25 / 2, names: ['half year'] },
  year: { days: 365.25, names: ['yr', 'annum'] },
  term: {},
  trimester: {},
  semester: {},
  season: {},
  sprint: {},
  cycle: {},
  round: {},
  shift: {},
  rotation: {},
}

const monthsIn: Readonly<Record<string, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
}

const unitOf = new Map(
  Object.entries(units).flatMap(([unit, { names = [] }]) =>
    [unit, ...names].flatMap((name) => [name, `${name}s`].map((form) => [form, unit] as const)),
  ),
)

/** One word that says which days, years or seasons are meant. */
const KIND = `(?!(?:and|half|or|to|${COUNT}) )[a-z]+`
const NAME = [...unitOf.keys()].toSorted((a, b) => b.length - a.length).join('|')
const UNIT = `(?:${KIND} )?(?:${NAME})`
const SPAN = `(${COUNT})[ -]?(${UNIT})`
const LENGTH = new RegExp(`^(?:${SPAN}|()(${NAME}))$`)
/** More than one number of units, or a number that is not certain. */
const LENGTHS = new RegExp(
  `^(?:(?:${COUNT})(?: ?(?:to|or|-) ?| and (?!a half)))?${SPAN}(?:(?: and|,)? ${SPAN})?$`,
)
/** What may go on after what was read. */
const MORE =
  /^(?:[,;(]| ?(?:[-–—] )| (?:[a-z]+ ){0,2}?(?:after|and|as|at|before|but|depending|during|except|for|from|if|in|of|on|or|outside|to|unless|until|when|while|with|within)\b)/

const HALVES: Readonly<Record<string, string>> = {
  'half a year': '6 months',
  'half an hour': '30 minutes',
  'a half-year': '6 months',
  'a half year': '6 months',
  'half-year': '6 months',
  'half year': '6 months',
}

/** Reads a length of time in English: `six months`, `6 Months.`, `a year and a half`, `4-6 weeks`; undefined for other texts. */
export function readLength(text: string): LengthReading | undefined {
  // The sentence says these itself.
  const plain = tidy(text).replace(/^(?:after|for|in|the next|within) /i, '')
  const [, before = '', rest = ''] =
    /^((?:about|approximately|at least|at most|around|no more than|not less than|up to|max\.?|maximum|minimum) )?(.*)$/i.exec(
      plain,
    ) ?? []
  const exact = readSpan(rest)
  if (exact)
    return {
      ...exact,
      text: `${before.toLowerCase()}${exact.text}`,
      ...(before && { span: undefined }),
    }
  const lower = rest.toLowerCase()
  const many = LENGTHS.exec(lower)
  if (many && readCount(many[1]!) !== 0) {
    const days = sum(
      daysOf(spanOf(many[1], many[2])),
      many[3] ? daysOf(spanOf(many[3], many[4])) : 0,
    )
    return { text: `${before}${rest}`.toLowerCase(), days, span: undefined }
  }
  const begun = new RegExp(`^${SPAN}\\b`).exec(lower)
  if (!begun || !MORE.test(lower.slice(begun[0].length))) return undefined
  const days = daysOf(spanOf(begun[1], begun[2]))
  return { text: decapitalised(plain), days, span: undefined }
}

function readSpan(text: string): LengthReading | undefined {
  const lower = withoutHalves(text.toLowerCase())
  if (lower === 'half a day') return { text: lower, days: 0.5, span: undefined }
  const [, written = 'one', unit, , alone] = LENGTH.exec(lower) ?? []
  const span = spanOf(written, unit ?? alone)
  return span && span.count > 0
    ? { text: spanText(span, written), days: daysOf(span), span }
    : undefined
}

/** `one and a half years` and `a year and a half` in months. */
function withoutHalves(text: string): string {
  const match =
    new RegExp(`^(${COUNT}) and a half (years?|hours?)$`).exec(text) ??
    new RegExp(`^(${COUNT}) (years?|hours?) and a half$`).exec(text)
  if (!match) {
    const half = HALVES[text]
    return half ? half.replace(/^\d+/, (count) => countWord(Number(count))) : text
  }
  const count = (readCount(match[1]!) ?? 0) + 0.5
  return match[2]!.startsWith('year') ? `${count * 12} months` : `${count * 60} minutes`
}

function spanOf(count = '', unit = ''): TimeSpan | undefined {
  const [, kind = '', name = ''] = new RegExp(`^(${KIND} )?(.*)$`).exec(unit) ?? []
  const number = readCount(count)
  const known = unitOf.get(name)
  return known === undefined || number === undefined
    ? undefined
    : { count: number, unit: kind + known }
}

function spanText({ count, unit }: TimeSpan, written?: string): string {
  const number = written ?? countWord(count)
  return `${number} ${unit}${count === 1 ? '' : 's'}`
}

function daysOf(span: TimeSpan | undefined): number | undefined {
  const days = span && units[span.unit.replace(/^.* /, '')]?.days
  return span && days !== undefined ? span.count * days : undefined
}

function sum(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? undefined : one + other
}

/** A length of time before a noun: `six-month`. */
export function lengthAdjective({ text, span }: LengthReading): string {
  return span ? spanAdjective(span) : text
}

function spanAdjective({ count, unit }: TimeSpan): string {
  return `${countWord(count)}-${unit.replace(' ', '-')}`
}

/** Adverbs and adjectives that say how often: how many times in how many units. */
const adverbs: Readonly<Record<string, readonly [times: number, count: number, unit: string]>> = {
  hourly: [1, 1, 'hour'],
  daily: [1, 1, 'day'],
  weekly: [1, 1, 'week'],
  fortnightly: [1, 1, 'fortnight'],
  monthly: [1, 1, 'month'],
  quarterly: [1, 1, 'quarter'],
  termly: [1, 1, 'term'],
  seasonally: [1, 1, 'season'],
  'half-yearly': [1, 1, 'half-year'],
  'semi-annually': [1, 1, 'half-year'],
  biannually: [1, 1, 'half-year'],
  yearly: [1, 1, 'year'],
  annually: [1, 1, 'year'],
  biennially: [1, 2, 'year'],
  triennially: [1, 3, 'year'],
}

/** Adjectives that are no adverbs, and other spellings. */
const spellings: Readonly<Record<string, string>> = {
  annual: 'every year',
  'semi-annual': 'twice a year',
  semiannual: 'twice a year',
  semiannually: 'semi-annually',
  'bi-annual': 'twice a year',
  biannual: 'twice a year',
  'bi-annually': 'biannually',
  'twice-yearly': 'twice a year',
  biennial: 'every two years',
  triennial: 'every three years',
  'half yearly': 'half-yearly',
  'semi annually': 'semi-annually',
  'every other day': 'every two days',
  'every weekday': 'every working day',
}

/** Words that say two things: twice in a unit, or each second of them. */
const AMBIGUOUS = /^bi-?(?:weekly|monthly|yearly)$/

const EVERY = new RegExp(
  `^(?:(?:once )?(?:every|each|per)|once (?:an?|in (?:every|each)?)|an?) ?(?:(${COUNT}|other|alternate|second|2nd|third|3rd|fourth|4th) )?(${UNIT})$`,
)
const TIMES = new RegExp(
  `^(once|twice|thrice|(?:${COUNT}) ?(?:times?|x)) ?(?:an?|per|each|every|in an?|in every|in each|in|/) ?(?:(${COUNT}) )?(${UNIT})$`,
)
const TIMES_ADVERB = new RegExp(
  `^(once|twice|thrice|(?:${COUNT}) ?(?:times?|x)) (daily|weekly|monthly|quarterly|yearly|annually)$`,
)
const COUNTED_ADVERB = new RegExp(`^(${COUNT})[ -](daily|weekly|monthly|yearly)$`)
const ordinals: Readonly<Record<string, number>> = {
  other: 2,
  alternate: 2,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
}
/** How a phrase begins that can stand as an adverb, whatever it goes on with. */
const ADVERBIAL = new RegExp(
  `^(?:every |each |(?:once|twice|thrice|(?:${COUNT}) times)(?: |, )|(?:on|at|in|after|before|during|around|by) |whenever |when )`,
  'i',
)

/**
 * Reads how often something is done, in English: `every month`, `Annual.`, `half-yearly`, `2x per year`, `every first Monday`;
 * undefined for what is no such thing or can be read in two ways, as `biweekly` can.
 */
export function readFrequency(text: string): FrequencyReading | undefined {
  const plain = tidy(text)
  const [, before = '', rest = ''] =
    /^((?:at least|at minimum|about|approximately) )?(.*)$/i.exec(plain) ?? []
  const read = readPlain(rest.toLowerCase())
  if (read) return { ...read, text: `${before.toLowerCase()}${read.text}` }
  if (!isAdverbial(rest) || /\b0\b/.test(rest)) return undefined
  return { text: decapitalised(plain), every: undefined, days: undefined }
}

function readPlain(lower: string): FrequencyReading | undefined {
  if (AMBIGUOUS.test(lower)) return undefined
  const spelt = Object.hasOwn(spellings, lower) ? spellings[lower]! : lower
  const adverb = Object.hasOwn(adverbs, spelt) ? adverbs[spelt] : undefined
  if (adverb) return { text: spelt, ...dividedBy(adverb[0], { count: adverb[1], unit: adverb[2] }) }

  const counted = COUNTED_ADVERB.exec(spelt)
  if (counted) return every({ count: readCount(counted[1]!) ?? 0, unit: adverbs[counted[2]!]![2] })
  const often = TIMES_ADVERB.exec(spelt)
  if (often) {
    const [, count, unit] = adverbs[often[2]!]!
    return times(often[1]!, { count, unit })
  }
  const many = TIMES.exec(spelt)
  if (many) {
    const span = spanOf(many[2] ?? '1', many[3])
    return span && times(many[1]!, span)
  }
  const each = EVERY.exec(spelt) ?? new RegExp(`^()(${NAME})$`).exec(spelt)
  if (each) {
    const count = each[1] ? (ordinals[each[1]] ?? readCount(each[1])) : 1
    const span = spanOf(String(count), each[2])
    const isWritten = each[1] !== undefined && readCount(each[1]) !== undefined
    return span && every(span, isWritten ? each[1] : undefined)
  }
  const { span, text } = readSpan(spelt) ?? {}
  return span && every(span, text?.replace(/ .*/, ''))
}

function every(span: TimeSpan, written?: string): FrequencyReading | undefined {
  const { count, unit } = span
  if (count === 0) return undefined
  const text = count === 1 ? `every ${unit}` : `every ${spanText(span, written)}`
  return { text, every: simple({ count, unit }), days: daysOf(span) }
}

function times(written: string, span: TimeSpan): FrequencyReading | undefined {
  const number =
    { once: 1, twice: 2, thrice: 3 }[written] ?? readCount(written.replace(/ ?(times?|x)$/, ''))
  if (!number) return undefined
  const often = number === 1 ? 'once' : number === 2 ? 'twice' : `${countWord(number)} times`
  const article = /^hour/.test(span.unit) ? 'an' : 'a'
  const per = span.count === 1 ? `${article} ${span.unit}` : `every ${spanText(span)}`
  return { text: `${often} ${per}`, ...dividedBy(number, span) }
}

/** The time from one to the next of so many times in a span. */
function dividedBy(times: number, span: TimeSpan): Pick<FrequencyReading, 'every' | 'days'> {
  const days = daysOf(span)
  return { every: wholePart(times, span), days: days === undefined ? undefined : days / times }
}

function wholePart(times: number, span: TimeSpan): TimeSpan | undefined {
  if (times === 1) return simple(span)
  const months = monthsIn[span.unit]
  const each = months === undefined ? span.count / times : (months * span.count) / times
  if (!Number.isInteger(each)) return undefined
  return simple({ count: each, unit: months === undefined ? span.unit : 'month' })
}

/** Three months are a quarter; six a half-year; twelve a year. */
function simple(span: TimeSpan): TimeSpan {
  const months = (monthsIn[span.unit] ?? Number.NaN) * span.count
  const unit = Object.keys(monthsIn).find((name) => monthsIn[name] === months)
  return unit ? { count: 1, unit } : span
}

function isAdverbial(text: string): boolean {
  if (ADVERBIAL.test(text)) return true
  const [word = ''] = /^[\p{L}-]+/u.exec(text) ?? []
  return Object.hasOwn(adverbs, word.toLowerCase()) && MORE.test(text.slice(word.length))
}

/** The time from one to the next as a noun: `quarter`, `half-year`, `two-month period`; `period` where it is not known. */
export function frequencyPeriod({ every: span }: FrequencyReading): string {
  if (!span) return 'period'
  return span.count === 1 ? span.unit : `${spanAdjective(span)} period`
}

const adjectives: Readonly<Record<string, string>> = {
  hour: 'hourly',
  day: 'daily',
  'working day': 'daily',
  week: 'weekly',
  fortnight: 'fortnightly',
  month: 'monthly',
  quarter: 'quarterly',
  'half-year': 'twice-yearly',
  year: 'yearly',
  term: 'termly',
}

/** How often before a noun: `quarterly`, `two-monthly`; `regular` where there is no such word. */
export function frequencyAdjective({ every: span }: FrequencyReading): string {
  const adjective = span && adjectives[span.unit]
  if (!span || !adjective) return 'regular'
  return span.count === 1 ? adjective : `${countWord(span.count)}-${adjective}`
}

/** The time from one to the next as a length: `three months`; `period` where it is not known. */
export function frequencyLength({ every: span }: FrequencyReading): string {
  if (!span) return 'period'
  const inMonths = /^(quarter|half-year)$/.test(span.unit)
    ? { count: monthsIn[span.unit]! * span.count, unit: 'month' }
    : span
  return spanText(inMonths)
}

/** The months from one to the next; undefined for other units. */
export function frequencyMonths({ every: span }: FrequencyReading): number | undefined {
  const months = span && monthsIn[span.unit]
  return months === undefined ? undefined : months * span!.count
}

/** Without what people add to an answer that stands alone: the final full stop, a number said twice, doubled spaces. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/ \(\d+\)(?= )/, '')
    .replace(/[.!;,]+$/, '')
    .trim()
}

/** With a small letter at the beginning; a text all in capitals in small letters. */
function decapitalised(text: string): string {
  if (!/\p{Ll}/u.test(text)) return text.toLowerCase()
  return text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase())
}
