import { strToU8, zipSync } from 'fflate'
import type { Cell, Table } from './table.ts'
import { looksLikeFormula } from './text-cell.ts'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Formats of cells by their number in `STYLES`. */
const HEADING = 1
const QUOTED = 2
const DAY = 3
const WRAPPED = 4
/** Days of Excel are counted from here, in which 1900 is a leap year. */
const FIRST_DAY = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000
/** Widths of columns, in characters. */
const NARROWEST = 8
const WIDEST = 50
const STYLES =
  `<styleSheet xmlns="${MAIN}">` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/>' +
  '<xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
  '</styleSheet>'
/** The most that a cell can hold (Excel specifications and limits). */
const MOST_CHARACTERS = 32_767

export interface Sheet {
  /** A name of up to 31 characters, none of them `[ ] : * ? / \`, and another in each sheet. */
  readonly name: string
  readonly table: Table
}

/**
 * A workbook (ECMA-376, SpreadsheetML) with nothing but values: texts are inline strings, which no program takes for
 * formulas, and those that look like one are marked so that they stay texts when they are edited. The same tables give
 * the same bytes.
 *
 * @example
 * ```ts
 * import { workbookOf } from 'policypack'
 *
 * const workbook = workbookOf([{ name: 'People', table: { columns: ['Name'], rows: [['Ada']] } }])
 * console.log(workbook.length > 0)
 * ```
 */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': workbook(sheets),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${index + 1}.xml`] as const),
      ['styles', 'styles.xml'],
    ]),
    'xl/styles.xml': STYLES,
  }
  for (const [index, { table }] of sheets.entries())
    parts[`xl/worksheets/sheet${index + 1}.xml`] = worksheet(table)
  const files = Object.entries(parts).map(([path, xml]) => [path, strToU8(HEAD + xml)] as const)
  // ZIP has local times from 1980 on; this is its earliest, whatever the time zone.
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1), level: 6 })
}

function contentTypes(sheets: readonly Sheet[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}.xml" ContentType="${TYPES}.${type}+xml"/>`
  return (
    `<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    part('workbook', 'sheet.main') +
    part('styles', 'styles') +
    sheets.map((_, index) => part(`worksheets/sheet${index + 1}`, 'worksheet')).join('') +
    '</Types>'
  )
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(sheets: readonly Sheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`
}

function worksheet({ columns, rows, isForPeople }: Table): string {
  const heading = columns.map((column, index) => textCell(column, reference(index, 1), HEADING))
  const body = rows.map((row, line) =>
    rowXml(
      line + 2,
      row.map((cell, index) => cellXml(cell, reference(index, line + 2))),
    ),
  )
  return (
    `<worksheet xmlns="${MAIN}">` +
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    (isForPeople ? columnWidths(columns, rows) : '') +
    `<sheetData>${rowXml(1, heading)}${body.join('')}</sheetData>` +
    (isForPeople && columns.length > 0
      ? `<autoFilter ref="A1:${reference(columns.length - 1, rows.length + 1)}"/>`
      : '') +
    '</worksheet>'
  )
}

function columnWidths(columns: Table['columns'], rows: Table['rows']): string {
  const each = columns.map((column, index) => {
    const longest = Math.max(column.length, ...rows.map((row) => lengthOf(row[index] ?? null)))
    const width = Math.min(WIDEST, Math.max(NARROWEST, longest + 2))
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
  })
  return each.length > 0 ? `<cols>${each.join('')}</cols>` : ''
}

function lengthOf(cell: Cell): number {
  if (cell === null) return 0
  if (typeof cell === 'object') return cell.day.length
  return Math.max(
    ...String(cell)
      .split('\n')
      .map((line) => line.length),
  )
}

function rowXml(line: number, cells: readonly string[]): string {
  return `<row r="${line}">${cells.join('')}</row>`
}

function cellXml(cell: Cell, place: string): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
  if (typeof cell === 'object') {
    const serial = (Date.parse(`${cell.day}T00:00:00Z`) - FIRST_DAY) / DAY_MS
    return `<c r="${place}" s="${DAY}"><v>${serial}</v></c>`
  }
  if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${Number(cell)}</v></c>`
  const style = looksLikeFormula(cell) ? QUOTED : cell.includes('\n') ? WRAPPED : undefined
  return textCell(cell, place, style)
}

function textCell(text: string, place: string, style?: number): string {
  const format = style === undefined ? '' : ` s="${style}"`
  return `<c r="${place}"${format} t="inlineStr"><is><t xml:space="preserve">${escapeXml(cut(text))}</t></is></c>`
}

function cut(text: string): string {
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`
}

/** `A1` for column 0 and row 1. */
function reference(column: number, row: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row}`
}

// XML cannot hold most control characters; SpreadsheetML writes them as `_x0007_`, and so a text that looks like that as
// `_x005F_x0007_` (ECMA-376-1, 22.4.2.4).
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /(?![\t\n])[\p{Cc}\ufffe\uffff]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
