import { valueAt } from '../../contracts/nested-values.ts'
import { labelsByName } from '../../contracts/slot.ts'
import { compare } from '../../language/compare.ts'
import { dateInWords } from '../../language/date.ts'
import { addDays, laterBy, readPeriod } from '../../language/period.ts'
import { addMonths, intervalMonths, isIsoDate } from '../../language/review.ts'
import type { AskedForm, Keep, KeepEvent } from '../../model/form.ts'
import type { AnonymousRecord } from '../../model/record.ts'
import { isOfPeers, type Ledger, type Partnership, type ProgrammeRecord } from '../ledger/index.ts'
import { type Match, personOf } from '../people/index.ts'

/** Until when something is kept, and why. */
interface Retention {
  /** The day from which it is to be deleted, ISO 8601; absent while nobody can tell. */
  readonly due?: string
  /** In words, for people: `one year after 6 October 2025`, or what is not known yet. */
  readonly why: string
}

/** A record with how long it is kept. */
export interface RecordRetention<Record extends ProgrammeRecord = ProgrammeRecord>
  extends Retention {
  readonly entry: Record
  /** It matters in a dispute and is not deleted. */
  readonly isHeld: boolean
}

/** The anonymous forms of a month, with how long they are kept. */
export interface MonthRetention extends Retention {
  readonly form: string
  readonly title: string
  readonly month: string
  readonly count: number
}

/** What decides how long records are kept, beside themselves. */
export interface RetentionContext {
  readonly ledger: Ledger
  readonly match: (named: ProgrammeRecord['people'][number]) => Match
}

/** How long each record is kept, by the rule that stands in it, or else that of its form. Those that are due first come first. */
export function retentionOf<Record extends ProgrammeRecord>(
  entries: readonly Record[],
  context: RetentionContext,
): RecordRetention<Record>[] {
  return entries
    .map((entry) => ({
      entry,
      isHeld: entry.record.held !== undefined,
      ...untilWhen(
        entry.record.keep ?? entry.form?.keep,
        (event) => eventOf(event, entry, context),
        entry.form && labelsByName(entry.form.fields),
      ),
    }))
    .sort((a, b) => compare(a.due ?? '9', b.due ?? '9'))
}

/** How long the anonymous forms of each month are kept. */
export function monthRetentionOf(
  records: readonly AnonymousRecord[],
  formOf: (record: AnonymousRecord) => AskedForm | undefined,
): MonthRetention[] {
  const months = Map.groupBy(records, ({ form, month }) => `${form.id} ${month}`)
  return [...months.values()]
    .map((alike): MonthRetention => {
      const [first] = alike
      const { form, month } = first!
      return {
        ...{ form: form.id, title: form.title, month, count: alike.length },
        ...untilWhen(formOf(first!)?.keep, (event) => endOfMonth(event, month)),
      }
    })
    .sort((a, b) => compare(a.due ?? '9', b.due ?? '9'))
}

/** The day of what a rule counts from; `waits` where it has not happened, so that nothing later in the list counts. */
type Moment = { readonly day: string } | { readonly waits: string } | undefined

function untilWhen(
  keep: Keep | undefined,
  momentOf: (from: Keep['from'][number]) => Moment,
  labels: ReadonlyMap<string, string> = new Map(),
): Retention {
  if (!keep) return { why: 'its form has no rule `keep`' }
  for (const from of keep.from) {
    const moment = momentOf(from)
    if (!moment) continue
    if ('waits' in moment) return { why: moment.waits }
    if (keep.for === undefined)
      return { due: addDays(moment.day, 1), why: `after ${dateInWords(moment.day)}` }
    const period = readPeriod(keep.for)
    if (!period) return { why: `\`${keep.for}\` is no length of time` }
    return { due: laterBy(moment.day, period), why: `${keep.for} after ${dateInWords(moment.day)}` }
  }
  return { why: `not known until ${waitingFor(keep, labels)}` }
}

/** What somebody has to say before it can be told how long a record is kept. */
function waitingFor({ from }: Keep, labels: ReadonlyMap<string, string>): string {
  const events: Partial<Record<KeepEvent, string>> = {
    'the matter is closed': 'the matter is closed by `policypack records close`',
    'the partnership ends': 'there is a contract of the partnership',
    'the person leaves': 'the list of people says when the person leaves',
  }
  const said = from.flatMap((one) =>
    typeof one === 'string'
      ? (events[one as KeepEvent] ?? `“${labels.get(one) ?? one}” is filled in`)
      : [],
  )
  return said.join(', or ')
}

function eventOf(
  from: Keep['from'][number],
  entry: ProgrammeRecord,
  { ledger, match }: RetentionContext,
): Moment {
  const { record } = entry
  if (typeof from !== 'string') return endOfPeriod(from, record.values)
  switch (from) {
    case 'the matter is closed':
      return record.closed && { day: record.closed.on }
    case 'the partnership ends':
      return endOfPartnership(entry, ledger, match)
    case 'the person leaves': {
      const person = firstParty(entry, match)
      return person?.leaves === undefined ? undefined : { day: person.leaves }
    }
    case 'the month ends':
    case 'the quarter ends':
      return endOfMonth(from, entry.on.slice(0, 7))
    default: {
      const day = valueAt(record.values, from)
      return typeof day === 'string' && isIsoDate(day) ? { day } : undefined
    }
  }
}

function firstParty({ people }: ProgrammeRecord, match: RetentionContext['match']) {
  const named = people.find(({ isParty }) => isParty)
  return personOf(named && match(named))
}

/** The end of the partnership that a record belongs to: that of all its parties, begun before its day or else next after it. */
function endOfPartnership(
  entry: ProgrammeRecord,
  { partnerships }: Ledger,
  match: RetentionContext['match'],
): Moment {
  const parties = entry.people.filter(({ isParty }) => isParty).map((named) => keysOf(named, match))
  const theirs = partnerships.filter(
    (one) =>
      !isOfPeers(one) &&
      parties.length > 0 &&
      parties.every((keys) => one.people.some(({ key, name }) => keys.has(key) || keys.has(name))),
  )
  const one: Partnership | undefined =
    theirs.findLast(({ start }) => start <= entry.on) ??
    theirs.find(({ start }) => start > entry.on)
  if (!one) return undefined
  return one.end === undefined
    ? { waits: 'not known until the partnership ends' }
    : { day: one.end }
}

function keysOf(
  named: ProgrammeRecord['people'][number],
  match: RetentionContext['match'],
): ReadonlySet<string> {
  const person = personOf(match(named))
  const { name, identity, email } = named
  const marks = [identity, email].flatMap((mark) => (mark ? mark.trim().toLowerCase() : []))
  return new Set([...(person ? [person.id] : []), ...(name ? [name] : []), ...marks])
}

function endOfPeriod(
  { year, month, each }: Exclude<Keep['from'][number], string>,
  values: ProgrammeRecord['record']['values'],
): Moment {
  const first = firstDay(valueAt(values, year), valueAt(values, month))
  const months = intervalMonths(each)
  if (first === undefined || months === undefined) return undefined
  return { day: addDays(addMonths(first, months), -1) }
}

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september'],
  ...['october', 'november', 'december'],
]

function firstDay(year: unknown, month: unknown): string | undefined {
  const number = typeof month === 'number' ? month : MONTHS.indexOf(String(month)) + 1
  if (typeof year !== 'number' || number < 1 || number > 12) return undefined
  return `${year}-${String(number).padStart(2, '0')}-01`
}

/** The last day of a month such as `2026-11`, or of its quarter. */
function endOfMonth(from: Keep['from'][number], month: string): Moment {
  if (from !== 'the month ends' && from !== 'the quarter ends') return undefined
  const number = Number(month.slice(5))
  const last = from === 'the month ends' ? number : Math.ceil(number / 3) * 3
  const first = `${month.slice(0, 4)}-${String(last).padStart(2, '0')}-01`
  return { day: addDays(addMonths(first, 1), -1) }
}
