import { typeOf } from '../../../language/asked-type.ts'
import { capital } from '../../../language/capital.ts'
import { readBoxes } from './boxes.ts'
import { type Entry, entriesIn, withTail } from './entries.ts'
import type { Flat } from './inline.ts'
import { type At, dateOf, type Found, type Item, isEntry } from './item.ts'
import { named, withMeasure } from './measure.ts'
import { HOW, type Options, readWords } from './options.ts'
import { END } from './ranges.ts'

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
    /^,?\s*(?:(of|and|by|at|@|on|in|per)|(to|until|till|bis|au|from|le|den|ended|ends|finished|finishes|started|starts))\s*$/i.exec(
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
  return isDate === true || typeOf(label) === 'date' || /\b(?:dates|period)\b/i.test(label)
}

/** What comes after the last place: a measure, more labels, or answers of which one is to be chosen. */
function readEnd(items: readonly Item[], text: string, from: number): Item[] | undefined {
  const measured = withMeasure(items, text)
  // `____ ms (2000 at most)`
  const remarked = withMeasure(measured.items, text.slice(measured.length))
  const former = { ...remarked, length: measured.length + remarked.length }
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
