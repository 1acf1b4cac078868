import { PDFArray, PDFName, PDFNumber } from 'pdf-lib'
import { pathOf, textIn } from '../file/index.ts'
import { attributeOf, type Element, type Structure } from '../file/structure.ts'
import type { Rule } from '../rule.ts'

/** What tables are made of, and how their cells find their headers. */
export const tableRules = {
  'table-parts': {
    source: '7.2',
    check: ({ structure }) => structure.elements.filter(hasWrongKid).map(pathOf),
  },
  'table-regular': {
    source: '7.2',
    check: ({ structure }) =>
      tablesOf(structure)
        .filter((table) => new Set(rowsOf(table).map(widthOf)).size > 1)
        .map(pathOf),
  },
  'header-scope': {
    source: '7.5',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'TH')
        .filter(
          (header) => !/^\/(Row|Column|Both)$/.test(String(attributeOf(header, 'Table', 'Scope'))),
        )
        .map(pathOf),
  },
  'header-repeated': {
    source: 'ISO 32000-1, 14.8.2.2.2',
    check: ({ structure }) =>
      structure.elements
        .filter(({ standard }) => standard === 'TH')
        .filter((head) => new Set([...pagesOf(head)]).size > 1)
        .map(pathOf),
  },
  'header-missing': {
    source: '7.5',
    check: ({ structure }) =>
      tablesOf(structure)
        .filter((table) => !cellsOf(table).some(({ standard }) => standard === 'TH'))
        .map(pathOf),
  },
  'header-unknown': {
    source: '7.5',
    *check({ structure }) {
      for (const table of tablesOf(structure)) {
        const ids = cellsOf(table).map(({ dict }) => textIn(dict, 'ID'))
        for (const cell of cellsOf(table))
          if (headersOf(cell).some((id) => !ids.includes(id))) yield pathOf(cell)
      }
    },
  },
} satisfies Record<string, Rule>

const KIDS: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
}

function hasWrongKid({ standard, kids }: Element): boolean {
  const allowed = KIDS[standard ?? '']
  return allowed !== undefined && kids.some((kid) => !allowed.includes(kid.standard ?? ''))
}

function tablesOf({ elements }: Structure): Element[] {
  return elements.filter(({ standard }) => standard === 'Table')
}

function rowsOf(table: Element): Element[] {
  return table.kids.flatMap((kid) =>
    kid.standard === 'TR'
      ? [kid]
      : /^T(Head|Body|Foot)$/.test(kid.standard ?? '')
        ? rowsOf(kid)
        : [],
  )
}

function cellsOf(table: Element): Element[] {
  return rowsOf(table).flatMap(({ kids }) => kids)
}

/** The pages that an element stands on. */
function* pagesOf({ contents, kids }: Element): Generator<unknown> {
  for (const { page } of contents) yield page
  for (const kid of kids) yield* pagesOf(kid)
}

/** Cells of rows above that reach down are not counted: the pack has none. */
function widthOf(row: Element): number {
  return row.kids.reduce((sum, cell) => {
    const span = attributeOf(cell, 'Table', 'ColSpan')
    return sum + (span instanceof PDFNumber ? span.asNumber() : 1)
  }, 0)
}

function headersOf(cell: Element): (string | undefined)[] {
  const headers = attributeOf(cell, 'Table', 'Headers')
  if (!(headers instanceof PDFArray)) return []
  return headers.asArray().map((item) => (item instanceof PDFName ? undefined : decode(item)))
}

function decode(item: unknown): string | undefined {
  const hasText = (value: unknown): value is { decodeText(): string } =>
    typeof value === 'object' && value !== null && 'decodeText' in value
  return hasText(item) ? item.decodeText() : undefined
}
