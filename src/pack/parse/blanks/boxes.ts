import { capital } from '../../../language/capital.ts'
import type { Entry } from './entries.ts'
import { type At, dateOf, type Found, type Item, isEntry } from './item.ts'
import { withMeasure } from './measure.ts'
import { clean, type Options, YES_NO_FIRST } from './options.ts'
import { isOther } from './words.ts'

/** Reads the answers to choose from that begin at a box, with the places to write among them. */
export function readBoxes({ text, marks, index, from, items }: At): Found | undefined {
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
  const behind = text.slice(marks[end]!.to, marks[end + 1]?.from ?? text.length)
  // `Entered by ____   ☐ Checked`: a box that stands by itself
  const isApart = own === '' && end === index && /^\s*\p{Lu}/u.test(behind)
  const lead = base && !isApart && /^\p{Ll}*$/u.test(own) ? `${base} ${own}`.trim() : own
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
  let to = 0
  for (; marks[at]?.kind === 'box' && !other; at++) {
    const box = marks[at]!
    const next = marks[at + 1]
    const words = text.slice(box.to, next?.from ?? text.length)
    // `☐ ____ % of my pay`
    const unit = words.trim() === '' && next ? text.slice(next.to, marks[at + 2]?.from) : words
    const { option, rest } = next?.kind === 'gap' ? partOfOption(unit) : { option: words, rest: '' }
    other = /^\s*other\b/i.test(option)
    if (!other) labels.push(clean(option))
    if (next?.kind !== 'gap') continue
    to = unit === words ? 0 : next.to + unit.length
    at++
    const label = rest || clean(option)
    const isNumber = /[£$€]\s*$/.test(words) || /^\s*%/.test(unit)
    if (!other || rest) rooms.push({ label, from: box.to, bare: false, isNumber, ...dateOf(next) })
  }
  if (labels.some((label) => label === '' || label.length > 200)) return undefined
  const end = marks[at - 1]!
  const options: Options = { question, labels, other, ...(isOne && { isOne }) }
  return {
    index: at,
    from: end.kind === 'box' ? text.length : Math.max(end.to, to),
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
