import { drawnTables } from '../../convert/markdown/drawn-tables.ts'
import { HIDDEN, hidden, withoutCode } from '../../convert/markdown/mask.ts'
import { excludeEachOther } from '../../language/exclusive-answers.ts'
import { asksAtLength, knownLabel } from '../../language/known-label.ts'
import type { Edit } from './edits.ts'

const BAR = /(?<!\\)\|/g

/** Makes tables of Markdown of those that are drawn: with a frame of `+---+`, and with columns of spaces. */
export function tables(source: string, { isForm }: { readonly isForm: boolean }): Edit[] {
  const lines = source.split('\n')
  const starts = lines.map(() => 0)
  for (let index = 1; index < lines.length; index++)
    starts[index] = (starts[index - 1] ?? 0) + (lines[index - 1] ?? '').length + 1
  const drawn = drawnTables(withoutCode(source).split('\n'), lines).map(({ start, end, rows }) => ({
    from: starts[start] ?? 0,
    to: (starts[end - 1] ?? 0) + (lines[end - 1] ?? '').length,
    text: (isForm && (formOf(rows) ?? frameOf(rows))) || markdownOf(rows),
  }))
  const written = Array.from(withoutCode(source).matchAll(HTML_TABLE), ({ index, 0: found }) => {
    const rows = rowsOfHtml(source.slice(index, index + found.length))
    return {
      from: index,
      to: index + found.length,
      text: `\n\n${(isForm && formOf(rows)) || markdownOf(rows)}\n\n`,
    }
  })
  return [...drawn, ...written]
}

type Rows = readonly { readonly isHeader: boolean; readonly cells: readonly string[] }[]

/** A table of HTML with nothing in it that runs, and no table. */
const HTML_TABLE =
  /<table(?:\s[^<>]*)?>(?:(?!<table|<script|<style|<iframe|<[a-z][^<>]*\son\w+=)[\s\S])*?<\/table>/gi

function rowsOfHtml(table: string): Rows {
  return Array.from(
    table.matchAll(/<tr\b[^<>]*>([\s\S]*?)(?=<\/tr>|<tr\b|<\/table>)/gi),
    ([, row = '']) => {
      const cells = [...row.matchAll(/<(t[hd])\b([^<>]*)>([\s\S]*?)(?=<\/t[hd]>|<t[hd]\b|$)/gi)]
      return {
        isHeader: cells.length > 1 && cells.every(([, name = '']) => name.toLowerCase() === 'th'),
        cells: cells.flatMap(([, , said = '', words = '']) => {
          const span = Number(/colspan=["']?(\d{1,2})/i.exec(said)?.[1] ?? 1)
          const cell = words
            .replace(/\s+/g, ' ')
            .replace(/<br\s*\/?>|<\/(?:p|div|li)>/gi, '\n')
            .replace(/<\/?(?:strong|b)\b[^<>]*>/gi, '**')
            .replace(/<\/?[a-z][^<>]*>/gi, '')
            .replace(/&nbsp;/g, ' ')
          return [cell, ...Array.from({ length: span - 1 }, () => '')]
        }),
      }
    },
  )
}

const GAP = '____________'
const LINES = `\n${GAP}\n${GAP}\n${GAP}`
const BOXES = /[☐□○]|\[ ?\]|\( \)/

/** A frame around nothing is room to write. */
function frameOf(rows: Rows): string | undefined {
  return rows.every(({ cells }) => cells.length === 1 && isEmpty(cells)) ? LINES : undefined
}

/**
 * A form that is laid out in a table, as labels with their places: beside each an empty cell, under it an empty row, or none. Rows
 * that go over the whole width may say something.
 */
function formOf(rows: Rows): string | undefined {
  if (rows.some(({ isHeader, cells }) => isHeader && !cells.some((cell) => oneLine(cell) === '')))
    return undefined
  const parts = rows.map(({ cells }, at) => {
    const [words = '', ...others] = [...new Set(cells.map(oneLine))]
    const isRoom = isEmpty(rows[at + 1]?.cells)
    if (words === '' && others.length === 0) return isEmpty(cells) && at > 0 ? [] : undefined
    if (others.length > 0 || cells.length < 2 || rows.length < 3) return labelsIn(cells)
    return isRoom ? [`${words}${LINES}`] : (labelsIn([cells[0] ?? '']) ?? [words])
  })
  const isForm = parts.flat().filter((part) => part && /_{5}|○|☐/.test(part)).length > 1
  return parts.includes(undefined) || !isForm ? undefined : parts.flat().join('\n\n')
}

function isEmpty(cells: readonly string[] | undefined): boolean {
  return cells?.every((cell) => oneLine(cell) === '') ?? false
}

function labelsIn(cells: readonly string[]): string[] | undefined {
  const labels: string[] = []
  for (let at = 0; at < cells.length; at++) {
    const raw = cells[at] ?? ''
    const text = oneLine(raw).replace(/^\*\*([^*]*)\*\*$/, '$1')
    const beside = cells[at + 1]
    const isRepeated = at > 0 && raw === cells[at - 1]
    if (isRepeated || (text === '' && at > 0)) continue
    const isQuestion = /\?(?: \([^()]*\))?\**$/.test(text)
    if (text === '' || text.length > (isQuestion ? 200 : 80) || /[.;]$/.test(text)) return undefined
    const label = text.replace(/\s*:$/, '')
    const answer = oneLine(beside ?? '')
    if (BOXES.test(text)) labels.push(text)
    else if (beside !== undefined && BOXES.test(answer) && !/:/.test(answer)) {
      labels.push(`${label}: ${answer}`)
      at++
    } else if (isQuestion && excludeEachOther('', cells.slice(at + 1).map(oneLine))) {
      labels.push(
        `${text} ${cells
          .slice(at + 1)
          .map((one) => `○ ${oneLine(one)}`)
          .join(' ')}`,
      )
      at = cells.length
    } else if (beside !== undefined && answer === '')
      labels.push(
        `${label}${/\?$/.test(label) ? '' : ':'} ${asksAtLength(label) ? LINES : roomIn(beside)}`,
      )
    else if (text.endsWith(':') || knownLabel(label)) labels.push(`${label}: ${roomIn(raw)}`)
    else return undefined
  }
  return labels
}

function oneLine(cell: string): string {
  return cell.replace(/\s+/g, ' ').trim()
}

/** A high cell is for more than a line. */
function roomIn(cell: string): string {
  return (cell.match(/\n/g)?.length ?? 0) > 2 ? LINES : GAP
}

/**
 * Evens the rows of a table of Markdown of which some have a bar too many or too few; what stands behind the last column would be
 * lost, and an empty cell that is not there could not be filled in.
 */
export function unevenTables(source: string, { isForm }: { readonly isForm: boolean }): Edit[] {
  const edits: Edit[] = []
  const masked = withoutCode(source).split('\n')
  let run: Row[] = []
  let from = 0
  for (const line of [...masked, '']) {
    if (line.search(BAR) >= 0) run.push({ from, line, cells: cellsOf(line) })
    else {
      edits.push(...((isForm && (unruled(run) ?? unframed(run))) || evened(run)))
      run = []
    }
    from += line.length + 1
  }
  return edits
}

interface Row {
  readonly from: number
  readonly line: string
  readonly cells: readonly string[]
}

/** What cells say; bars in brackets part answers to choose from. */
function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/\{\{[^{}]*\}\}|\[[^[\]]*\]/g, hidden)
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(BAR)
    .map((cell) => cell.trim())
}

/** Lines of cells with a frame and no line under the first, of which some are to be filled in. */
function unruled(run: readonly Row[]): Edit[] | undefined {
  const [head, second] = run
  const columns = head?.cells.length ?? 0
  const isTable =
    columns > 1 &&
    second !== undefined &&
    run.every(({ line, cells }) => cells.length === columns && /^\s*\|.*\|\s*$/.test(line)) &&
    run.some(({ cells }) => cells.includes('')) &&
    !run.some(({ line }) => isRule(line))
  if (!isTable || !head) return undefined
  const rule = `|${' --- |'.repeat(columns)}\n`
  const at = isToFill(run) ? second.from : head.from
  const empty = at === head.from ? `\n|${'  |'.repeat(columns)}\n` : ''
  return [{ from: at, to: at, text: empty + rule }]
}

/** Lines of cells without a frame, each a label and what is to be written beside it: `Post: | |` */
function unframed(run: readonly Row[]): Edit[] | undefined {
  const isForm =
    run.length > 1 &&
    run.every(
      ({ line, cells }) =>
        /^\s*[^|\s][^|]*[^|\s]\s*\|/.test(line) && !cells.some((cell) => cell.includes(HIDDEN)),
    ) &&
    run.some(({ line }) => /\|\s*\|?\s*$/.test(line))
  const text = isForm ? formOf(run.map(({ cells }) => ({ isHeader: false, cells }))) : undefined
  const last = run.at(-1)
  if (text === undefined || !last) return undefined
  return [{ from: run[0]?.from ?? 0, to: last.from + last.line.length, text }]
}

function evened(run: readonly Row[]): Edit[] {
  const [head, second, ...others] = run
  if (!head || !second) return []
  const isRuled = isRule(second.line)
  const isEven = run.every(({ cells }) => cells.length === head.cells.length)
  if (isEven || head.cells.length < 2 || !(isRuled || isToFill(run))) return []
  const rows = [head, ...(isRuled ? [] : [second]), ...others]
  const columns = Math.max(head.cells.length, ...rows.map(({ cells }) => saidIn(cells)))
  const rule = `|${' --- |'.repeat(columns)}`
  return [
    ...rows.map(({ from, line, cells }, index) => {
      const end = /(?:(?<!\\)\||\s)*$/.exec(line)?.index ?? line.length
      const rest = ' |'.repeat(columns - saidIn(cells) + 1)
      const below = index === 0 && !isRuled ? `\n${rule}` : ''
      return {
        from: from + end,
        to: from + line.length,
        text: (end === 0 ? rest.trim() : rest) + below,
      }
    }),
    ...(isRuled
      ? [{ from: second.from, to: second.from + second.line.trimEnd().length, text: rule }]
      : []),
  ]
}

/** How many cells there are up to the last in which something stands. */
function saidIn(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1
}

function isRule(line: string): boolean {
  return /^[\s|:-]*-[\s|:-]*$/.test(line)
}

/** Lines of words and bars with a head that has no gap, and room below it. */
function isToFill([head, ...rows]: readonly Row[]): boolean {
  return (
    rows.length > 1 &&
    head !== undefined &&
    head.cells.every((cell) => /^[^:?☐○]+$/.test(cell)) &&
    rows.every(({ cells }) => cells.includes(''))
  )
}

function rowOf(cells: readonly string[], columns: number, rest: string): string {
  return `| ${Array.from({ length: columns }, (_, at) => cells[at] ?? rest).join(' | ')} |`
}

/** What a cell can hold: lines, those of a list with bullets. */
function inCell(cell: string): string {
  return cell
    .trim()
    .replace(/\n\s*\n/g, '<br>')
    .replace(
      /(?:^|\n|(?<=<br>))\s*(?:[-*+]\s+(?=\S)|(?=\d{1,2}[.)]\s))/g,
      (mark, at: number) =>
        `${at > 0 && mark.includes('\n') ? '<br>' : ''}${/[-*+]/.test(mark) ? '• ' : ''}`,
    )
    .replace(/\\?\n\s*/g, ' ')
    .replace(BAR, '\\|')
}

function markdownOf(found: Rows): string {
  const rows = found.map(({ cells, isHeader }) => ({ isHeader, cells: cells.map(inCell) }))
  const columns = Math.max(...rows.map(({ cells }) => cells.length))
  // A frame around a text
  if (columns === 1) return rows.flatMap(({ cells }) => ['', ...cells, '']).join('\n')
  const headers = rows.filter(({ isHeader }) => isHeader)
  const head = Array.from({ length: columns }, (_, column) =>
    [...new Set(headers.map(({ cells }) => cells[column] ?? ''))].filter(Boolean).join(' '),
  )
  return [
    rowOf(head, columns, ''),
    rowOf([], columns, '---'),
    ...rows.filter(({ isHeader }) => !isHeader).map(({ cells }) => rowOf(cells, columns, '')),
  ].join('\n')
}
