import type { Edit } from './edits.ts'
import { withoutCode } from './mask.ts'

/** Makes tables of the two kinds that Pandoc writes beside those of GitHub: with a frame of `+---+`, and with columns of spaces. */
export function tables(source: string): Edit[] {
  const text = withoutCode(source)
  return [
    ...Array.from(text.matchAll(GRID), gridOf),
    ...Array.from(text.matchAll(SIMPLE)).flatMap(simpleOf),
  ]
}

const GRID = /^[ \t]*\+(?:[-=:]+\+)+[ \t]*\n(?:[ \t]*[|+][^\n]*[|+][ \t]*(?:\n|$))+/gm
const SIMPLE =
  /^([^\n]*\S[^\n]*\n|)([ \t]{0,3}-{2,}(?:[ \t]+-{2,})+)[ \t]*\n((?:[^\n]*\S[^\n]*\n|[ \t]*\n(?=[^\n]*\S[^\n]*\n(?:[^\n]*\n){0,40}?[ \t]{0,3}-{2,}(?:[ \t]+-{2,})*[ \t]*(?:\n|$)))*)/gm

function gridOf({ index, 0: found }: RegExpExecArray): Edit {
  const rows: string[][] = []
  let cells: string[] | undefined
  for (const line of found
    .trimEnd()
    .split('\n')
    .map((one) => one.trim())) {
    if (/^\+[-=:+]+\+$/.test(line)) {
      if (cells) rows.push(cells)
      cells = undefined
      continue
    }
    const parts = line
      .replace(/^[|+]|[|+]$/g, '')
      .split('|')
      .map((part) => part.trim())
    cells = cells ? cells.map((cell, column) => `${cell} ${parts[column] ?? ''}`.trim()) : parts
  }
  if (cells) rows.push(cells)
  const isHeaded = /\+=[=:+]*\+/.test(found)
  return {
    from: index,
    to: index + found.trimEnd().length,
    text: tableOf(isHeaded || rows.length > 1 ? rows : [[], ...rows]),
  }
}

function simpleOf({
  index,
  0: found,
  1: head = '',
  2: dashes = '',
  3: body = '',
}: RegExpExecArray): Edit[] {
  const spans = Array.from(dashes.matchAll(/-+/g), ({ index: from, 0: { length } }) => ({
    from,
    to: from + length,
  }))
  const lines = body.split('\n')
  const end = lines.findIndex((line) => /^[ \t]{0,3}-{2,}(?:[ \t]+-{2,})*[ \t]*$/.test(line))
  const told = (end < 0 ? lines : lines.slice(0, end)).filter((line) => line.trim() !== '')
  const isRule = /^[ \t]*-{3,}[ \t]*\n$/.test(head)
  if (told.length === 0 || (head.trim() === '' && end < 0) || isRule) return []
  const cut = (line: string) =>
    spans.map(({ from }, column) => {
      const next = spans[column + 1]?.from ?? line.length
      return line.slice(column === 0 ? 0 : from, next).trim()
    })
  const used =
    end < 0
      ? found.trimEnd().length
      : head.length +
        found.slice(head.length).indexOf('\n') +
        1 +
        lines.slice(0, end + 1).join('\n').length
  return [
    {
      from: index,
      to: index + used,
      text: tableOf([cut(head.replace(/\n$/, '')), ...told.map(cut)]),
    },
  ]
}

function tableOf([head = [], ...rows]: readonly (readonly string[])[]): string {
  const columns = Math.max(head.length, ...rows.map((row) => row.length))
  const rowOf = (cells: readonly string[]) =>
    `| ${Array.from({ length: columns }, (_, column) => (cells[column] ?? '').replaceAll('|', '\\|')).join(' | ')} |`
  return [
    rowOf(head),
    rowOf(Array.from({ length: columns }, () => '---')),
    ...rows.map(rowOf),
  ].join('\n')
}
