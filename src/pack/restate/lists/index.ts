import { withoutCode } from '../../../convert/markdown/mask.ts'
import type { Edit } from '../edits.ts'
import { BULLETS, type Line, type Mark, markOf, settleRoman } from './marks.ts'

/** Makes lists of Markdown of lines that begin with bullets, letters and numbers as word processors write them. */
export function lists(source: string, { isForm }: { readonly isForm: boolean }): Edit[] {
  const lines = linesOf(withoutCode(source))
  const marks = lines.map((line) => markOf(line, isForm))
  settleRoman(marks)
  return [
    ...runsOf(lines, marks).flatMap((run) => editsOf(run, lines, marks)),
    ...clauses(lines, marks),
    ...ends(lines, marks),
  ]
}

function linesOf(source: string): Line[] {
  let from = 0
  return source.split('\n').map((text) => {
    const line = { text: text.replace(/\r$/, ''), from }
    from += text.length + 1
    return line
  })
}

/** Lines of marks that belong together, with the lines between them that go on with a point. */
function runsOf(lines: readonly Line[], marks: readonly (Mark | undefined)[]): number[][] {
  const runs: number[][] = []
  let run: number[] = []
  lines.forEach(({ text }, index) => {
    if (marks[index]) run.push(index)
    else if (
      text.trim() === '' ||
      (run.length > 0 && lines[index - 1]?.text.trim() !== '' && /^\s|^\p{Ll}/u.test(text))
    )
      return
    else if (run.length > 0) {
      runs.push(run)
      run = []
    }
  })
  return run.length > 0 ? [...runs, run] : runs
}

function editsOf(
  run: readonly number[],
  lines: readonly Line[],
  marks: readonly (Mark | undefined)[],
): Edit[] {
  // What Markdown reads by itself, and what begins a line by chance.
  if (run.every((index) => marks[index]!.isPlain)) return []
  const styles = Map.groupBy(run, (index) => marks[index]!.style)
  const list = new Set(
    [...styles].flatMap(([style, same]) =>
      isCertain(
        style,
        same.map((index) => marks[index]!),
        { isBelow: run[0] !== same[0], isAmong: run.length > same.length },
      ) || leadsOthers(same, run, marks)
        ? style
        : [],
    ),
  )
  if (list.size === 0) return []
  const open: Level[] = []
  let isOdd = false
  return run.flatMap((index, place) => {
    const mark = marks[index]!
    const { style, value, from, to } = mark
    if (!list.has(style)) return []
    const line = lines[index]!
    const isApart = (lines[index - 1]?.text.trim() ?? '') === ''
    const level = levelOf(mark, open)
    const isInside =
      open.length === 0 ||
      !isApart ||
      from > (open.at(-1)?.from ?? 0) ||
      run
        .slice(place + 1, place + FARTHEST)
        .some((later) => open.some((one) => goesOn(one, marks[later]!)))
    if (level >= 0) open.length = level
    else if (!isInside) {
      open.length = 0
      isOdd = !isOdd
    }
    open.push({ style, value, from })
    const [quote = ''] = /^[ \t\u00a0]*(?:>[ \t]?)+/.exec(line.text) ?? []
    const indent = '    '.repeat(open.length - 1)
    // Lists that follow each other have other marks.
    const sign = value > 0 ? `${value}${isOdd ? ')' : '.'} ` : isOdd ? '* ' : '- '
    const isFirst = place === 0 && index > 0 && !isApart && quote === ''
    return [
      {
        from: line.from,
        to: line.from + Math.max(from, to),
        text: `${isFirst ? '\n' : ''}${quote}${indent}${sign}`,
      },
      ...innerPoints(line, to, style, `${indent}${sign}`),
    ]
  })
}

/** What Markdown reads as points by itself, with others inside: `2. Which?` and `   a) This` under it. */
function leadsOthers(
  same: readonly number[],
  run: readonly number[],
  marks: readonly (Mark | undefined)[],
): boolean {
  const [first] = same
  if (first === undefined || run[0] !== first || !marks[first]!.isPlain) return false
  return run.some((index) => marks[index]!.from > marks[first]!.from)
}

/** The list that a point goes on; bullets that stand further to the right are inside of those of the same sign. */
function levelOf({ style, value, from }: Mark, open: readonly Level[]): number {
  const same = open.findIndex((one) => one.style === style)
  if (value > 0 || same < 0) return same
  const deepest = open.findLastIndex((one) => one.style === style && one.from <= from + 1)
  return deepest >= 0 && from > (open[deepest]?.from ?? 0) + 1 ? -1 : Math.max(deepest, same)
}

/** A list that is open, with its last number and its indentation. */
interface Level {
  readonly style: string
  readonly value: number
  readonly from: number
}

function goesOn({ style, value }: Level, mark: Mark): boolean {
  return mark.style === style && (value === 0 || mark.value === value + 1)
}

/** How many points further on a list may go on that has others inside. */
const FARTHEST = 100

/** A bullet that is one everywhere, one of several lines, numbers that follow each other, or the only point below another. */
function isCertain(
  style: string,
  same: readonly Mark[],
  { isBelow, isAmong }: { readonly isBelow: boolean; readonly isAmong: boolean },
): boolean {
  if (BULLETS.includes(style)) return true
  if (same[0]?.value === 0) return same.length > 1 || (isAmong && style.length > 1)
  if (isBelow && same.some(({ value, from }) => value === 1 && from > 0)) return true
  return same.some(({ value }, place) => place > 0 && value === (same[place - 1]?.value ?? 0) + 1)
}

/** `• one • two • three` on one line. */
function innerPoints(line: Line, to: number, style: string, mark: string): Edit[] {
  if (!'•▪●■➢'.includes(style)) return []
  return Array.from(line.text.matchAll(new RegExp(`[ \\t]+\\${style}[ \\t]*(?=\\S)`, 'g')))
    .filter(({ index }) => index >= to)
    .map(({ index, 0: { length } }) => ({
      from: line.from + index,
      to: line.from + index + length,
      text: `\n${mark}`,
    }))
}

const CLAUSE = /^([ \t\u00a0]*)(\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)([ \t\u00a0\u2003\u2002]+)(?=\S)/

/** Clauses such as `1.1` stand on lines of their own, with a space after their number. */
function clauses(lines: readonly Line[], marks: readonly (Mark | undefined)[]): Edit[] {
  return lines.flatMap(({ text, from }, index) => {
    const tabbed = /^[ \u00a0]*\d{1,3}(?:\.\d{1,3})*\.?(?=[\t\u2002\u2003])/.exec(text)?.[0].length
    const to =
      tabbed === undefined
        ? 0
        : tabbed + (/^[\t\u2002\u2003]+/.exec(text.slice(tabbed))?.[0].length ?? 0)
    const spaced = tabbed === undefined ? [] : [{ from: from + tabbed, to: from + to, text: ' ' }]
    return isRunOn(lines, marks, index) ? [{ from, to: from, text: '\n' }, ...spaced] : spaced
  })
}

function isRunOn(
  lines: readonly Line[],
  marks: readonly (Mark | undefined)[],
  index: number,
): boolean {
  const [previous = '', text = '', next = ''] = [-1, 0, 1].map((step) => lines[index + step]?.text)
  if (previous.trim() === '' || previous.includes('|')) return false
  const mark = marks[index]
  // Only a list that begins with 1 ends a paragraph to Markdown.
  if (mark?.isPlain && mark.value > 1) return CLAUSE.test(previous)
  if (!CLAUSE.test(text)) return false
  return CLAUSE.test(previous) || CLAUSE.test(next) || marks[index - 1] !== undefined
}

/** A text right below the last point of a list is no more of it, if it begins where the list does and that point has ended; nor is a line of a paragraph one that is indented. */
function ends(lines: readonly Line[], marks: readonly (Mark | undefined)[]): Edit[] {
  return lines.flatMap(({ text, from }, index) => {
    const before = marks[index - 1]
    const isNew = before
      ? /^["“‘(*_]{0,3}\p{Lu}/u.test(text)
      : // The first line of a paragraph is indented in a book, and all but that of a point.
        /^(?:\t| {3,}|\u2003)[ \t]*["“‘]?\p{Lu}/u.test(text) &&
        /^["“‘]?\p{Lu}/u.test((lines[index - 1]?.text ?? '').trim())
    return isNew && !marks[index] && /[.;:!?]["”’)]?\s*$/.test(lines[index - 1]?.text ?? '')
      ? { from, to: from, text: '\n' }
      : []
  })
}
