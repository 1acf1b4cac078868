import { excludeEachOther, isStatement } from '../../language/exclusive-answers.ts'
import type { DescribedGroup } from '../../model/described-form.ts'
import type { PdfField } from '../../pdf/index.ts'
import type { Labels } from './labels.ts'

type Widget = PdfField['widgets'][number]

interface Placed {
  readonly name: string
  readonly kind: 'box' | 'text' | 'other'
  readonly widget: Widget
  readonly page: number
  readonly left: number
  readonly top: number
  readonly height: number
}

/** Points. */
const SAME_LINE = 5
const SAME_COLUMN = 5
/** From one box of a list, or row of a table, to the next. */
const FARTHEST_BELOW = 34
const FARTHEST_ROW = 60
const HEAD = 30
const TITLE = 70
const NEAR_LEFT = 110
const LONGEST_TITLE = 60
/** Answers are a few words each. */
const FEW_WORDS = 6
const MOST_ROWS = 60
const READ_ONLY = 1

/** Finds the fields of a form that are one question together, by where they stand and what is printed beside them. */
export function groupsOf(fields: readonly PdfField[], labels: Labels): DescribedGroup[] {
  const lines = linesOf(fields.flatMap(placed))
  return [
    ...answersIn(lines, labels),
    ...gridsIn(lines).flatMap((rows) => tableOf(rows, labels) ?? []),
  ]
}

function placed({ name, type, widgets, flags }: PdfField): Placed[] {
  const [widget, ...others] = widgets
  if (!widget || others.length > 0 || widget.page === undefined || !widget.rect) return []
  if ((flags & READ_ONLY) !== 0) return []
  const [left, bottom, , top] = widget.rect
  const isBox = type === 'checkbox' && widget.onStates.length === 1
  const kind = isBox ? 'box' : type === 'text' ? 'text' : 'other'
  return [{ name, kind, widget, page: widget.page, left, top, height: top - bottom }]
}

/** Fields that stand side by side, from left to right, in the order of the pages. */
function linesOf(all: readonly Placed[]): Placed[][] {
  const lines: Placed[][] = []
  for (const one of all.toSorted((a, b) => a.page - b.page || b.top - a.top)) {
    const line = lines.at(-1)
    const [first] = line ?? []
    const isSame = first?.page === one.page && Math.abs(first.top - one.top) <= SAME_LINE
    if (line && isSame) line.push(one)
    else lines.push([one])
  }
  return lines.map((line) => line.toSorted((a, b) => a.left - b.left))
}

function answersIn(lines: readonly Placed[][], labels: Labels): DescribedGroup[] {
  const groups: DescribedGroup[] = []
  let column: Placed[] = []
  const settle = (): void => {
    const group = column.length > 1 ? answersBelow(column, labels) : undefined
    if (group) groups.push(group)
    column = []
  }
  for (const line of lines) {
    for (const run of runsIn(line)) {
      const group = run.length > 1 ? answersBeside(run, labels) : undefined
      if (group) groups.push(group)
    }
    const [one, ...others] = line
    if (one?.kind !== 'box' || others.length > 0) settle()
    else if (!goesOn(column.at(-1), one) || asksBeside(one, labels)) {
      settle()
      column = [one]
    } else column.push(one)
  }
  settle()
  return groups
}

/** Boxes of a line with nothing else between. */
function runsIn(line: readonly Placed[]): Placed[][] {
  const runs: Placed[][] = [[]]
  for (const one of line) {
    if (one.kind === 'box') runs.at(-1)?.push(one)
    else runs.push([])
  }
  return runs
}

function goesOn(former: Placed | undefined, { page, left, top }: Placed): boolean {
  return (
    former?.page === page &&
    Math.abs(former.left - left) <= SAME_COLUMN &&
    former.top - top <= FARTHEST_BELOW
  )
}

function asksBeside({ widget }: Placed, labels: Labels): boolean {
  return labels.right(widget) !== undefined && labels.left(widget) !== undefined
}

/** `Kind of leave: ☐ Annual ☐ Sick`, and `Agreed? Yes ☐ No ☐` */
function answersBeside(run: readonly Placed[], labels: Labels): DescribedGroup | undefined {
  const widgets = run.map(({ widget }) => widget)
  const [first] = widgets
  const last = widgets.at(-1)
  if (!first || !last) return undefined
  const isAfter = labels.right(last) === undefined
  const before = labels.before(first) ?? ''
  const [, asked = '', answer = before] = /^(.*[?:])\s*(\S.*)?$/.exec(before) ?? []
  const question = isAfter ? asked : before
  const words = widgets.map((widget, index) =>
    isAfter ? (index === 0 ? answer : labels.left(widget)) : labels.right(widget),
  )
  return groupOf(run, question, words)
}

/** Boxes under one another, under what asks for one of them or for those that apply. */
function answersBelow(column: readonly Placed[], labels: Labels): DescribedGroup | undefined {
  const [first] = column
  const words = column.map(({ widget }) => labels.right(widget))
  const question = (first && (labels.left(first.widget) ?? labels.above(first.widget, HEAD))) ?? ''
  const isAsked = /[?:]$|\b(?:tick|choose|select|check|mark|circle)\b/i.test(question)
  const said = words.filter((word) => word !== undefined)
  return isAsked || excludeEachOther('', said) ? groupOf(column, question, words) : undefined
}

function groupOf(
  run: readonly Placed[],
  question: string,
  words: readonly (string | undefined)[],
): DescribedGroup | undefined {
  const answers = run.map(({ name }, index) => ({ field: name, label: clean(words[index] ?? '') }))
  const texts = answers.map(({ label }) => label)
  const isShort = texts.every((text) => text !== '' && text.split(' ').length <= FEW_WORDS)
  const isOne = excludeEachOther(question, texts)
  const label = clean(question)
  if (label === '' || new Set(texts).size < texts.length) return undefined
  return isOne || (isShort && !texts.every(isStatement))
    ? { kind: 'answers', label, answers }
    : undefined
}

function clean(text: string): string {
  return text
    .replace(/[_.…]{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s*[:*]+\s*$/, '')
    .trim()
}

/** Lines of boxes that stand under one another, column by column. */
function gridsIn(lines: readonly Placed[][]): Placed[][][] {
  const grids: Placed[][][] = []
  for (let at = 0; at < lines.length; ) {
    let end = at + 1
    while (end < lines.length && end - at < MOST_ROWS && isNextRow(lines[end - 1]!, lines[end]!))
      end++
    if (end - at > 1) grids.push(lines.slice(at, end))
    at = end
  }
  return grids
}

/** What is asked in the boxes of a table with words at its side: `Monday: Start`. */
export function labelsInGrids(
  fields: readonly PdfField[],
  labels: Labels,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const rows of gridsIn(linesOf(fields.flatMap(placed)))) {
    const heads = rows[0]?.map(({ widget }) => labels.above(widget, HEAD)) ?? []
    const sides = rows.map(([first]) => first && labels.left(first.widget))
    const isWhole = [...heads, ...sides].every((words) => words && /\p{L}/u.test(words))
    const isPlain = rows.every((row) =>
      row.slice(1).every(({ widget }) => labels.left(widget, NEAR_LEFT) === undefined),
    )
    if (!isWhole || !isPlain) continue
    rows.forEach((row, index) => {
      row.forEach(({ name }, column) => {
        found.set(name, `${clean(sides[index] ?? '')}: ${clean(heads[column] ?? '')}`)
      })
    })
  }
  return found
}

function isNextRow(former: readonly Placed[], row: readonly Placed[]): boolean {
  const [one] = former
  const [other] = row
  return (
    former.length > 1 &&
    former.length === row.length &&
    one !== undefined &&
    other !== undefined &&
    one.page === other.page &&
    one.top - other.top <= Math.max(FARTHEST_ROW, 1.5 * one.height) &&
    row.every(
      ({ kind, left }, index) =>
        kind === former[index]?.kind &&
        kind !== 'other' &&
        Math.abs(left - former[index].left) <= SAME_COLUMN,
    )
  )
}

function tableOf(rows: readonly Placed[][], labels: Labels): DescribedGroup | undefined {
  const [top = []] = rows
  const heads = top.map(({ widget }) => labels.above(widget, HEAD))
  const columns = heads.map((head) => clean(head ?? ''))
  const isPlain = rows.every(([first], index) => {
    const side = first && labels.left(first.widget, NEAR_LEFT)
    return side === undefined || side.replace(/[.)]$/, '') === String(index + 1)
  })
  // Words between the rows are the labels of the boxes under them.
  const isClose = rows.slice(1).every((row) =>
    row.every(({ widget, height }, index) => {
      const over = labels.above(widget, height)
      return over === undefined || over === heads[index]
    }),
  )
  const isApart = rows.every((row) =>
    row.slice(1).every(({ widget }) => labels.left(widget, NEAR_LEFT) === undefined),
  )
  const isHeaded =
    columns.every((column) => column !== '') && new Set(columns).size === columns.length
  if (!isPlain || !isClose || !isApart || !isHeaded || !top.some(({ kind }) => kind === 'text'))
    return undefined
  const [corner] = top
  const over = corner && labels.above(corner.widget, TITLE, heads[0])
  return {
    kind: 'table',
    label: over === undefined || over.length > LONGEST_TITLE ? columns.join(', ') : clean(over),
    columns,
    rows: rows.map((row) => row.map(({ name }) => name)),
  }
}
