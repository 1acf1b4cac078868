import { withoutCode } from '../../convert/markdown/mask.ts'
import type { Edit } from './edits.ts'

/** How a heading looks in a text that has no marks of Markdown: `1. Purpose`, `**Purpose**`, `PURPOSE`. */
const shapes: readonly RegExp[] = [
  /^[ \t]*(?:\*\*|__)?(\d{1,2})(?:\.|\)|\\\.)?[ \t]+(?:\*\*|__)?\p{Lu}[^.;:?!|\n]{1,60}(?:\*\*|__)?[ \t]*$/u,
  /^[ \t]*(?:\*\*|__)[\p{Lu}\d][^.;?!|*_\n]{1,60}:?(?:\*\*|__)[ \t]*$/u,
  /^[ \t]*(?:\*\*|__)?(?:Section|Article|Part|Chapter|Clause|Schedule|Appendix|Annex)[ \t]+(?:\d{1,2}|[IVX]{1,5}|[A-Z])(?![\p{L}\p{N}])[ \t]*[^;?!|\n]{0,60}[^.;?!|\n](?:\*\*|__)?[ \t]*$/u,
  /^[ \t]*\p{Lu}[\p{Lu} &’'/,-]{3,60}[ \t]*$/u,
]

/** Makes headings of lines that look like them, in a text without any heading; one that stands alone may be something else. */
export function headings(source: string): Edit[] {
  const lines = withoutCode(source).split('\n')
  if (lines.some((line, index) => /^ {0,3}#{2,6}[ \t]/.test(line) || isUnderlined(lines, index)))
    return []
  let from = 0
  const starts = lines.map((line) => {
    const start = from
    from += line.length + 1
    return start
  })
  const found = shapes
    .map((shape) =>
      lines.flatMap((line, index) =>
        shape.test(line.replace(/\r$/, '')) && isApart(lines, index) ? index : [],
      ),
    )
    .find((indexes) => indexes.length > 1 && isInOrder(indexes, lines) && haveText(indexes, lines))
  return (found ?? []).map((index) => {
    const start = starts[index] ?? 0
    return { from: start, to: start, text: '## ' }
  })
}

function isUnderlined(lines: readonly string[], index: number): boolean {
  return (
    /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[index + 1] ?? '') &&
    /^\p{Lu}[^|]{1,80}$/u.test(lines[index] ?? '')
  )
}

/** Between empty lines, or right between the end of a text and another text. */
function isApart(lines: readonly string[], index: number): boolean {
  const [before, after] = [lines[index - 1] ?? '', lines[index + 1] ?? '']
  return /^\s*$|[.:;!?]["”’)]?\s*$/.test(before) && /^\s*$|^.{30,}[.:;!?]["”’)]?\s*$/.test(after)
}

/** Numbered ones are counted one after the other. */
function isInOrder(indexes: readonly number[], lines: readonly string[]): boolean {
  const numbers = indexes.map((index) => Number(/^[ \t*_]*(\d{1,2})/.exec(lines[index] ?? '')?.[1]))
  return numbers.every(
    (number, place) => Number.isNaN(number) || number === (numbers[0] ?? 0) + place,
  )
}

/** Under each stands a text, but perhaps under the last. */
function haveText(indexes: readonly number[], lines: readonly string[]): boolean {
  return indexes
    .slice(0, -1)
    .every((index, place) =>
      lines.slice(index + 1, indexes[place + 1]).some((line) => line.trim().length > 40),
    )
}
