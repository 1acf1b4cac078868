import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { OperatorError } from '../messages/operator-error.ts'

/** A cell as it was read: a date of a workbook in ISO 8601. */
export type SheetCell = string | number | null

/** Rows of cells with the number that the program which shows them gives each, from 1. */
export interface SheetRow {
  readonly number: number
  readonly cells: readonly SheetCell[]
}

/** Separators of cells, of which the one that stands most often in one of the first lines is meant; the very first may be a title. */
const SEPARATORS = [',', ';', '\t', '|']
const FIRST_LINES = 10

/**
 * Reads a table as a program of an HR department exports it: the first sheet of an Excel workbook, or CSV with whatever
 * separates its cells, in UTF-8, UTF-16 or the encoding of Windows. Rows without anything are left out.
 */
export async function readSheet(name: string, bytes: Uint8Array): Promise<SheetRow[]> {
  const rows = isWorkbook(bytes) ? await rowsOfWorkbook(name, bytes) : rowsOfText(name, bytes)
  return rows.filter(({ cells }) => cells.some((cell) => cell !== null))
}

function isWorkbook([first, second]: Uint8Array): boolean {
  return first === 0x50 && second === 0x4b
}

async function rowsOfWorkbook(name: string, bytes: Uint8Array): Promise<SheetRow[]> {
  const sheets = await readWorkbook(Buffer.from(bytes)).catch((cause: unknown) => {
    throw new OperatorError(
      `${name} cannot be read as an Excel workbook; save it again as .xlsx or as CSV`,
      { cause },
    )
  })
  const [first] = sheets
  return (first?.data ?? []).map((row, index) => ({
    number: index + 1,
    cells: row.map((cell) =>
      cell instanceof Date ? cell.toISOString().slice(0, 10) : plainCell(cell),
    ),
  }))
}

function plainCell(cell: unknown): SheetCell {
  if (typeof cell === 'number') return cell
  if (cell === null || cell === undefined) return null
  return textCell(String(cell))
}

function rowsOfText(name: string, bytes: Uint8Array): SheetRow[] {
  const [told, text] = withoutSeparatorLine(decoded(bytes))
  const skipped = told === undefined ? 0 : 1
  try {
    const rows = parse(text, {
      delimiter: told ?? separatorIn(text),
      info: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    }) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[]
    return rows.map(({ record, info }) => ({
      number: info.lines + skipped,
      cells: record.map(textCell),
    }))
  } catch (cause) {
    throw new OperatorError(
      `${name} cannot be read as CSV; open it in your spreadsheet program and save it as .xlsx`,
      { cause },
    )
  }
}

/** Excel writes a first line `sep=;` where the separator is not the one of its region. */
function withoutSeparatorLine(text: string): [separator: string | undefined, rest: string] {
  const line = /^sep=(.)\r?\n/i.exec(text)
  return line ? [line[1], text.slice(line[0].length)] : [undefined, text]
}

function separatorIn(text: string): string {
  const lines = text.replace(/"[^"]*"/g, '').split(/\r?\n/, FIRST_LINES)
  const counted = SEPARATORS.map(
    (one) => [one, Math.max(...lines.map((line) => line.split(one).length))] as const,
  )
  return counted.reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

function textCell(text: string): SheetCell {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return plain === '' ? null : plain
}

function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes
  // Text of Western languages in UTF-16 has a zero in every other byte.
  if ((first === 0xff && second === 0xfe) || (second === 0 && first !== 0))
    return new TextDecoder('utf-16le').decode(bytes)
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0))
    return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
