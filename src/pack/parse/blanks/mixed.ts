import { typeOf } from '../../../language/asked-type.ts'
import { excludeEachOther } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import { type Entry, entriesIn, withTail } from './entries.ts'
import type { Flat } from './inline.ts'
import type { Mark } from './marks.ts'
import { clean, HOW, type Options, readWords, YES_NO_FIRST } from './options.ts'
import { END } from './ranges.ts'
import { capital, isOther } from './words.ts'

/** What a line asks for, one after the other: labels with places to write, and answers to choose from. */
export type Item = Entry | Options

export function isEntry(item: Item): item is Entry {
  return 'from' in item
}

/** Reads a line that is nothing but labels, places to write and boxes: `Name: ____  ☐ Yes ☐ No  If so, when? ____`. */
export function readMixed({ text, marks }: Flat): Item[] | undefined {
  const items: Item[] = []
  let from = 0
  for (let index = 0; index < marks.length; ) {
    const mark = marks[index]!
    const read = mark.kind === 'gap' ? readGap : readBoxes
    const found = read({ text, marks, index, from, items })
    if (!found) return undefined
    items.splice(0, items.length, ...found.items)
    from = found.from
    index = found.index
  }
  return readEnd(items, text.slice(from), from)
}

interface At {
  readonly text: string
  readonly marks: readonly Mark[]
  readonly index: number
  /** Where what was read so far ends. */
  readonly from: number
  readonly items: readonly Item[]
}

type Found = Pick<At, 'index' | 'from'> & { readonly items: readonly Item[] }

function readGap({ text, marks, index, from, items }: At): Found | undefined {
  const mark = marks[index]!
  const before = text.slice(from, mark.from)
  const former = withMeasure(items, before)
  const beside = before.slice(former.length).replace(/[£$€]\s*$/, '')
  const next = { index: index + 1, from: mark.to }
  const choice = choiceBefore(beside)
  if (choice && choice.rest === '') return { ...next, items: [...former.items, choice.options] }
  const words = choice?.rest ?? beside
  const last = former.items.at(-1)
  // One place that was drawn in two parts
  if (last && isEntry(last) && !last.bare && before.trim() === '') return { ...next, items }
  const place = from + former.length
  const found =
    last && isEntry(last)
      ? behind(last, words, { from: place, isMeasured: former.length > 0 })
      : undefined
  const isOnly = marks.length === 1
  const isLast = text.slice(mark.to).trim() === ''
  const entries = found ?? entriesIn(words, place, { isOnly, isLast })
  const own = entries?.at(-1)
  if (!entries || !own) return undefined
  const isMoney = /[£$€]\s*$/.test(before)
  const isEnd = END.test(own.label) && last && isEntry(last) && isBegin(last)
  const isDate = isEnd ? { isDate: true as const } : dateOf(mark)
  const entry = { ...own, ...isDate, ...(isMoney && { isNumber: true }) }
  const chosen = choice ? [choice.options] : []
  const done = isEnd ? [...former.items.slice(0, -1), { ...last, ...isDate }] : former.items
  return { ...next, items: [...done, ...chosen, ...entries.slice(0, -1), entry] }
}

/** `Sex: M / F    Age: ____`, `Title: Mr / Ms / Other: ____`, `Decision: granted / granted until ____`: answers, and what is asked beside the place. */
function choiceBefore(words: string): { options: Options; rest: string } | undefined {
  const isHow = HOW.test(words)
  if (!isHow && !/[/|]|\s{2,}/.test(words)) return undefined
  const [, head = '', rest = ''] = /^(.*\S)\s{2,}(\S.*)$/.exec(words) ?? []
  const apart = head === '' ? undefined : readWords(head.trim())
  if (apart?.question) return { options: apart, rest }
  const plain = words.replace(/\s*:\s*$/, '').trim()
  const whole = isHow || /[/|]/.test(plain) ? readWords(plain) : undefined
  if (!whole?.question) return undefined
  const more = whole.labels.at(-1) ?? ''
  const asksMore = !whole.other && /\b(?:until|till|by|from|on|to|for|because)$/i.test(more)
  return { options: whole, rest: asksMore ? capital(more) : '' }
}

/** A place with no more than a small word before it, or only the measure of the one before: `____ years ____ months`. */
function behind(
  { label, isNumber, isDate }: Entry,
  words: string,
  { from, isMeasured }: { readonly from: number; readonly isMeasured: boolean },
): Entry[] | undefined {
  if (words.trim() === '') return isMeasured ? [{ label, from, bare: false }] : undefined
  // `__/__/____ – __/__/____`
  if (isDate && /^\s*[–—-]\s*$/.test(words)) return [{ label, from, bare: false }]
  const [, joining, free] =
    /^,?\s*(?:(of|and|by|at|on|in|per)|(to|until|till|bis|au|from|le|den|ended|ends|finished|finishes|started|starts))\s*$/i.exec(
      words,
    ) ?? []
  if (free) return [{ label: capital(free), from, bare: false }]
  if (!joining) return undefined
  const base = label
    .replace(/\s*:?(?:\s*\([^()]*\))?$/, '')
    .replace(/\s+(?:on|at|from|to|in|for|of|by)$/i, '')
  const isCount = joining === 'of' && (isNumber || typeOf(label) === 'number')
  return [
    {
      label: `${base} ${joining}`,
      from,
      bare: false,
      ...(isCount && { isNumber: true }),
      ...(joining === 'on' && { isDate: true as const }),
    },
  ]
}

/** Whether a place asks from when something lasts. */
function isBegin({ label, isDate }: Entry): boolean {
  return isDate === true || typeOf(label) === 'date' || /\bdates\b/i.test(label)
}

function dateOf(mark: Mark): { isDate?: true } {
  return mark.isDate ? { isDate: true } : {}
}

/** A measure or a remark in brackets that stands behind a place to write belongs to it. */
function withMeasure(
  items: readonly Item[],
  text: string,
): { items: readonly Item[]; length: number } {
  const last = items.at(-1)
  if (!last || !isEntry(last) || last.bare) return { items, length: 0 }
  const [measured = '', unit] = MEASURE.exec(text) ?? []
  if (unit !== undefined)
    return { items: [...items.slice(0, -1), { ...last, unit }], length: measured.length }
  const [remarked = '', remark = ''] = /^\s*\(([^()]{1,60})\)[.,;]?/.exec(text) ?? []
  if (remark === '') return { items, length: 0 }
  // `Paid: ____ (weekly / monthly)`
  const labels = remark.split(/\s*[/|]\s*/)
  if (labels.length > 1 && excludeEachOther('', labels)) {
    const options: Options = { question: last.label, labels, other: false, isOne: true }
    return { items: [...items.slice(0, -1), options], length: remarked.length }
  }
  const entry = withRemark(last, remark)
  return { items: [...items.slice(0, -1), entry], length: remarked.length }
}

function withRemark(entry: Entry, remark: string): Entry {
  const label = entry.label.replace(/\s*:$/, '')
  if (typeOf(remark) === 'date') return { ...entry, hint: remark, isDate: true }
  if (/\bsign/i.test(label) || /^sign(?:ature|ed)?\b/i.test(remark))
    return { ...entry, label: `${label} (${remark})` }
  // `Re: ____ (name of applicant)`
  if (label.length < 3 && knownLabel(remark)) return { ...entry, label: capital(remark) }
  return { ...entry, hint: remark }
}

const MEASURE =
  /^\s*(years?|months?|weeks?|(?:working |calendar )?days?|hours?|hrs?\.?|minutes?|mins?\.?|cm|mm|m|km|miles?|kg|lbs?|stone|%|per ?cent|o['’]clock|[AaPp]\.?[Mm]\.?(?: ?\/ ?[AaPp]\.?[Mm]\.?)?|per (?:annum|hour|week|month|year|day)|p\.?a\.?|sessions?|people|times?)(?![\p{L}\p{N}]| of\b)[.,;]?/u

function readBoxes({ text, marks, index, from, items }: At): Found | undefined {
  let end = index
  while (marks[end + 1]?.kind === 'box') end++
  const former = withMeasure(items, text.slice(from, marks[index]!.from))
  const last = former.items.at(-1)
  const own = text
    .slice(from + former.length, marks[index]!.from)
    .trim()
    .replace(/^[:,]\s*/, '')
  const base = last && isEntry(last) ? last.label.replace(/\s*:$/, '') : ''
  // `£____ per ☐ hour ☐ year`, `answered within ____ days: ☐`
  const lead = base && /^\p{Ll}*$/u.test(own) ? `${base} ${own}`.trim() : own
  const { question, first } = splitLead(lead)
  const tail = text.slice(marks[end]!.to, marks[end + 1]?.from ?? text.length)
  const side = { text, marks, index, end, question, first, tail }
  if (isBehind(side)) return readBehind(side, former.items)
  return readAnswers(lead, { text, marks, index, from, items: former.items })
}

/** The boxes from `index` to `end` with the words around them: the question, what may be the first answer, and what follows. */
interface Side extends Pick<At, 'text' | 'marks' | 'index'> {
  readonly end: number
  readonly question: string
  readonly first: string
  readonly tail: string
}

/** `Do you drive? Yes`: the question and the words after it. */
function splitLead(lead: string): { question: string; first: string } {
  const [, question = '', first = lead] =
    /^(.*[?:](?:\s*\([^()]*\))?)\s*(.*)$/.exec(lead) ?? /^(.*\S)\s{2,}(\S.*)$/.exec(lead) ?? []
  return { question, first }
}

/** Whether answers stand before their boxes: `Yes ☐ No ☐  If so, when? ____`. */
function isBehind({ text, marks, index, end, question, first, tail }: Side): boolean {
  if (first === '') return tail.trim() === ''
  if (tail.trim() === '') return true
  if (end === index && isOther(first)) return true
  const isClosed = text.slice(marks.at(-1)!.to).trim() === '' && marks.at(-1)!.kind === 'box'
  if (end > index)
    return (
      /^[yn]$/i.test(first) || YES_NO_FIRST.test(first) || (question !== '' && isNewLabel(tail))
    )
  return question === '' ? isClosed || marks.length === 1 : isClosed
}

/** `If so, when?`, `Size:` */
function isNewLabel(text: string): boolean {
  return /^\s*\p{Lu}.*[?:]\s*$/u.test(text)
}

/** `Yes ☐ No ☐`, `Confirm ☐ Extend by ____ months ☐ End ☐`, with the question before the first answer. */
function readBehind(
  { text, marks, index, question, first }: Side,
  items: readonly Item[],
): Found | undefined {
  const labels: string[] = []
  const rooms: Entry[] = []
  let words = first
  let at = index
  let to = marks[index]!.from
  for (;;) {
    const mark = marks[at]
    if (!mark) break
    if (mark.kind === 'gap') {
      const next = marks[at + 1]
      const unit = text.slice(mark.to, next?.from)
      // Only what one more box belongs to.
      if (next?.kind !== 'box' || labels.length === 0 || /[?:]\s*$/.test(words)) break
      rooms.push({ label: capital(words), from: mark.from, bare: false, ...dateOf(mark) })
      words = clean(`${words} … ${unit}`)
    } else {
      labels.push(clean(words))
      to = mark.to
      words = clean(text.slice(mark.to, marks[at + 1]?.from ?? text.length))
      if (isNewLabel(words) || words === '') {
        at++
        break
      }
    }
    at++
  }
  const other = labels.length > 1 || question === '' ? isOther(labels.at(-1) ?? '') : false
  const named = other ? labels.slice(0, -1) : labels
  const isUsable = labels.every((label) => label !== '' && label.length <= 60)
  if (!isUsable || (marks[at - 1]?.kind === 'gap' && !other)) return undefined
  const options: Options = { question, labels: named, other }
  const made = [...items, options, ...rooms]
  const room = other ? marks[at] : undefined
  if (room?.kind === 'gap') return { index: at + 1, from: room.to, items: made }
  return { index: at, from: to, items: made }
}

/** `☐ Yes, until ____  ☐ No  ☐ Other: ____`: answers behind their boxes, with room beside some of them. */
function readAnswers(question: string, { text, marks, index, items }: At): Found | undefined {
  const labels: string[] = []
  const rooms: Entry[] = []
  const isOne = /[(○◯⚪〇]/.test(text[marks[index]!.from] ?? '')
  let other = false
  let at = index
  for (; marks[at]?.kind === 'box' && !other; at++) {
    const box = marks[at]!
    const next = marks[at + 1]
    const words = text.slice(box.to, next?.from ?? text.length)
    const { option, rest } =
      next?.kind === 'gap' ? partOfOption(words) : { option: words, rest: '' }
    other = /^\s*other\b/i.test(option)
    if (!other) labels.push(clean(option))
    if (next?.kind !== 'gap') continue
    at++
    const label = rest || clean(option)
    if (!other || rest) rooms.push({ label, from: box.to, bare: false, ...dateOf(next) })
  }
  if (labels.some((label) => label === '' || label.length > 200)) return undefined
  const end = marks[at - 1]!
  const options: Options = { question, labels, other, ...(isOne && { isOne }) }
  return {
    index: at,
    from: end.kind === 'box' ? text.length : end.to,
    items: [...items, options, ...rooms],
  }
}

/** What belongs to the last box, and what asks for more beside it: `Yes, until`, `No  If so, where?` */
function partOfOption(text: string): { option: string; rest: string } {
  const words = text.trim().replace(/\s*:$/, '')
  const [, answer = '', more = ''] = YES_NO_FIRST.exec(words) ?? []
  if (answer) return { option: answer, rest: more.trim() === '' ? '' : capital(more.trim()) }
  const [, option = '', asked = ''] = /^(.*?\S)\s{2,}(\p{Lu}.*)$/u.exec(words) ?? []
  if (option) return { option, rest: asked }
  // `In part (hours granted: ____)`, `Declined – Reason: ____`
  const [, part = '', inner = ''] =
    /^(.*?\S)(?:\s*\(|\s+[–—-]\s+(?=\p{Lu}))([^()]+)$/u.exec(words) ?? []
  return part ? { option: part, rest: capital(inner) } : { option: words, rest: '' }
}

/** What comes after the last place: a measure, more labels, or answers of which one is to be chosen. */
function readEnd(items: readonly Item[], text: string, from: number): Item[] | undefined {
  const former = withMeasure(items, text)
  const rest = text.slice(former.length)
  if (/^[\s.,;]*$/.test(rest)) return former.items.length > 0 ? named(former.items) : undefined
  const entries = former.items.filter(isEntry)
  if (entries.length === former.items.length) {
    const all = withTail(entries, rest, from + former.length)
    if (all) return named(all)
  }
  const options = readWords(rest.trim())
  return options?.question ? named([...former.items, options]) : undefined
}

/** Measures go into the labels, so that two places after one question can be told apart. */
function named(items: readonly Item[]): Item[] {
  return items.map((item, index) => {
    if (!isEntry(item) || item.unit === undefined) return item
    const { unit, ...entry } = item
    const isShared = [items[index - 1], items[index + 1]].some(
      (other) => other && isEntry(other) && other.label === entry.label,
    )
    const label = isShared ? `${entry.label.replace(/\s*:$/, '')} (${unit})` : entry.label
    return { ...entry, label, isNumber: NUMBERED.test(unit), ...(isShared ? {} : { hint: unit }) }
  })
}

const NUMBERED = /^(?!o['’]clock|[ap]\.?m)/i
