import type { RootContent, Table } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import { readDate } from '../../language/read-date.ts'
import type { Blocks, Note } from '../converted.ts'

/** What was changed in the document, as its table of versions has it. */
export interface Change {
  readonly date: string
  readonly reason: string
  readonly author: string
}

/** How people call the columns of such tables. */
const columns = {
  version:
    /^(?:document |policy )?(?:version|issue|revision|rev|ver|edition|v)\b\.?(?: ?(?:no\.?|number|#))?$/i,
  date: /^(?:date|dated|effective|issued|when|approval date|(?:date|issue date|revision date|version date|date (?:of|issued|approved|changed|revised|amended).*))$/i,
  author:
    /^(?:(?:changed|amended|updated|revised|prepared|written|made|edited|reviewed|produced) by|author(?:\(s\)|s)?|name|who|editor|by|responsible|owner)$/i,
  approver: /^(?:approved|authori[sz]ed|ratified|signed off) by$|^approver$/i,
  reason:
    /\b(?:changes?|description|summary|reason|details?|amendments?|comments?|notes?|remarks|what|purpose|nature|status)\b/i,
} as const
type Column = keyof typeof columns

/** What stands over such a table. */
const TITLE =
  /\b(?:version|revision|amendment|change|document|issue|review|update)s?\b.{0,12}\b(?:history|record|log|control|table|register)\b|^(?:history|changes|amendments|revisions|versions)\b/i
/** What the organisation is asked for where the table does not say who it was. */
const NOBODY = '(insert owner)'

/** Takes tables of versions out of the text, since the front matter has them; `::changes` shows them where they stood. */
export function takeChanges(
  blocks: Blocks,
  notes: Note[],
  locale: string,
): { changes: readonly Change[]; version: string | undefined; blocks: Blocks } {
  const changes: Change[] = []
  let version: string | undefined
  const kept = blocks.map((block, index): RootContent => {
    const found =
      changes.length === 0 &&
      block.type === 'table' &&
      readChanges(block, blocks[index - 1], locale)
    if (!found) return block
    changes.push(...found.changes)
    version = found.version
    const place: LeafDirective = {
      type: 'leafDirective',
      name: 'changes',
      attributes: {},
      children: [],
    }
    const count = changes.length === 1 ? 'one version' : `${changes.length} versions`
    notes.push({
      about: 'other',
      text: `A table of ${count}, as \`changes\` in the front matter; \`::changes\` shows it here`,
      node: place,
    })
    return place
  })
  return { changes, version, blocks: kept }
}

function readChanges(
  table: Table,
  former: RootContent | undefined,
  locale: string,
): { changes: Change[]; version: string | undefined } | undefined {
  if (table.data?.isHeadless) return undefined
  const [head = [], ...rows] = table.children.map(({ children }) =>
    children.map((cell) => textOf(cell).replace(/\s+/g, ' ').trim()),
  )
  const places = placesOf(head)
  const isTitled = former !== undefined && TITLE.test(textOf(former))
  const isOne = places.date !== undefined && (places.version !== undefined || isTitled)
  const said = rows.filter((cells) => cells.some((cell) => /[\p{L}\p{N}]/u.test(cell)))
  if (!isOne || said.length === 0 || Object.keys(places).length < 3) return undefined
  const changes = said.flatMap((cells) => changeIn(cells, places, locale) ?? [])
  if (changes.length < said.length) return undefined
  const dates = changes.map(({ date }) => date)
  const isFalling = dates.every((date, index) => index === 0 || date <= (dates[index - 1] ?? ''))
  const last = isFalling ? said[0] : said.at(-1)
  return {
    changes: isFalling ? changes.toReversed() : changes,
    version: places.version === undefined ? undefined : last?.[places.version],
  }
}

type Places = Readonly<Partial<Record<Column, number>>>

/** Which column is which; each is one thing. */
function placesOf(head: readonly string[]): Places {
  const places: Partial<Record<Column, number>> = {}
  head.forEach((label, index) => {
    const column = (Object.keys(columns) as Column[]).find(
      (one) => places[one] === undefined && columns[one].test(label),
    )
    if (column) places[column] = index
  })
  return places
}

function changeIn(cells: readonly string[], places: Places, locale: string): Change | undefined {
  const at = (column: Column): string => {
    const place = places[column]
    return place === undefined ? '' : (cells[place] ?? '')
  }
  const date = dayIn(at('date'), locale)
  const version = at('version') && `Version ${at('version').replace(/^v(?:ersion)?\s*/i, '')}`
  const others = cells.filter((_, index) => !Object.values(places).includes(index))
  const reason = [at('reason'), ...others].filter(Boolean).join('; ')
  if (date === undefined) return undefined
  return {
    date,
    reason: [version, reason].filter(Boolean).join(': ') || 'Change',
    author: at('author') || at('approver') || NOBODY,
  }
}

/** The day, or the first of a month that stands alone; nothing, and what stands for a date in a template, is asked for. */
function dayIn(text: string, locale: string): string | undefined {
  const isMonth = /^\p{L}{3,9}\.? \d{4}$/u.test(text)
  const isOpen = text === '' || /^[[{<(«_.–—-]|^(?:dd|mm|xx|tbc|tba)\b/i.test(text)
  return isOpen ? '(insert issue date)' : readDate(isMonth ? `1 ${text}` : text, locale)?.date
}
