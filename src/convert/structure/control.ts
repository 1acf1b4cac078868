import type { RootContent, TableRow } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { readDate } from '../../language/read-date.ts'
import { intervalMonths } from '../../language/review.ts'
import type { Blocks, Note } from '../converted.ts'

/** What a document says of itself, for its front matter. */
export type Control = Partial<
  Record<'owner' | 'approver' | 'version' | 'effective' | 'review' | 'number' | 'storage', string>
>
type Key = keyof Control

/** How people call what the front matter has. */
const keys: readonly (readonly [Key, RegExp])[] = [
  [
    'owner',
    /^(?:policy |document |process |procedure )?owner$|^responsible (?:person|officer|manager|department)$/i,
  ],
  [
    'approver',
    /^(?:approved|authori[sz]ed|ratified|adopted|signed off) by$|^approver$|^approving (?:body|authority|committee)$|^approval body$/i,
  ],
  [
    'version',
    /^(?:document |policy )?version(?: number| no\.?)?$|^(?:issue|revision)(?: number| no\.?)?$/i,
  ],
  [
    'effective',
    /^(?:effective|implementation|issue|approval|commencement)(?: from)?(?: date)?$|^date (?:effective|of issue|issued|approved|of approval|adopted|of adoption)$|^(?:in force|effective) (?:from|since)$|^approved on$/i,
  ],
  [
    'review',
    /^(?:next )?review(?: date| due| period| cycle| frequency)?$|^date (?:of|for) (?:next )?review$|^(?:next )?review (?:due|by)(?: date)?$|^date of next review$/i,
  ],
  [
    'number',
    /^(?:policy|document|reference|procedure)(?: (?:number|no\.?|ref(?:erence)?|id|code))$|^ref(?:erence)?(?: no\.?| number)?$/i,
  ],
  ['storage', /^(?:storage |file )?location$/i],
]

/** Other words of such tables, which go with them. */
const OTHERS =
  /^(?:title|document title|policy title|policy name|document name|author|prepared by|status|classification|department|applies to|organi[sz]ation)$/i
/** Such tables and lines stand at the beginning or at the end. */
const REACH = 14

/** Takes what the front matter has out of tables and lines at the beginning and end, and leaves a table of it in their place. */
export function takeControl(
  blocks: Blocks,
  { notes, locale, title = '' }: { notes: Note[]; locale: string; title?: string | undefined },
): { control: Control; blocks: Blocks } {
  const control: Control = {}
  const kept = blocks.flatMap((block, index): RootContent[] => {
    const isNear = index < REACH || index >= blocks.length - REACH
    if (!isNear) return [block]
    const pairs = block.type === 'table' ? pairsOf(block.children) : linePairs(block)
    // What is to be filled in on a form says nothing of the form itself.
    const known = pairs?.filter(
      ([label, value]) => keyOf(label) && (isText(title) || !/^[\s_.…/]*$/.test(value)),
    )
    if (!pairs || !known || known.length === 0 || (block.type === 'table' && known.length < 2))
      return [block]
    const isWhole = pairs.every(([label]) => keyOf(label) || OTHERS.test(label))
    for (const [label, value] of known) take(control, label, value, locale, notes)
    if (!isWhole || (block.type !== 'table' && block.type !== 'paragraph')) return [block]
    const said = pairs.map(([label]) => label).join(', ')
    notes.push({ about: 'other', text: `${said}: taken into the front matter` })
    return []
  })
  return { control, blocks: kept }
}

/** Whether a title is of a document that is read, and not filled in. */
function isText(title: string): boolean {
  return /\b(?:polic(?:y|ies)|procedures?|code|handbook|manual|guid\w+|strategy|statement)\b/i.test(
    title,
  )
}

function keyOf(label: string): Key | undefined {
  return keys.find(([, pattern]) => pattern.test(label))?.[0]
}

function take(
  control: Control,
  label: string,
  written: string,
  locale: string,
  notes: Note[],
): void {
  const key = keyOf(label)
  const value = key && valueFor[key](written.trim(), locale)
  if (!key || control[key] !== undefined) return
  if (value) control[key] = value
  else if (/[\p{L}\d]/u.test(written) && !/[[\]{}<>«»_]/.test(written))
    notes.push({
      about: 'other',
      text: `${label}: “${written}” cannot be read as what is expected; \`${key}\` in the front matter waits for it`,
    })
}

const same = (text: string): string | undefined =>
  /[_…]{2,}|^[\s.–—-]*$|[[\]{}<>«»]/.test(text) || text.length > 120 ? undefined : text

const valueFor: Readonly<Record<Key, (text: string, locale: string) => string | undefined>> = {
  owner: same,
  approver: same,
  number: same,
  storage: same,
  version: versionIn,
  effective: (text, locale) => readDate(text, locale)?.date,
  review: (text, locale) => {
    const interval = intervalOf(text)
    return interval ?? readDate(text, locale)?.date
  },
}

/** `2.1`, `v3`, `Version 1.0.2` in the three numbers that the front matter has. */
export function versionIn(text: string): string | undefined {
  const [, major, minor = '0', patch = '0'] =
    /^v?(?:ersion\s*)?(\d{1,4})(?:\.(\d{1,4}))?(?:\.(\d{1,4}))?\b/i.exec(text) ?? []
  return major && `${Number(major)}.${Number(minor)}.${Number(patch)}`
}

function intervalOf(text: string): string | undefined {
  const [, count, unit] = /(\d{1,2})[- ](month|year)s?/i.exec(text) ?? []
  const said = count
    ? `every ${count} ${unit?.toLowerCase()}s`
    : /annual|yearly|every year/i.test(text)
      ? 'every 12 months'
      : text
  return intervalMonths(said) === undefined ? undefined : said
}

/** The labels and values of a table in which they stand side by side. */
function pairsOf(rows: readonly TableRow[]): [string, string][] | undefined {
  const texts = rows.map(({ children }) => children.map((cell) => textOf(cell).trim()))
  const [first = []] = texts
  if (first.length === 0 || first.length % 2 === 1) return undefined
  const pairs = texts.flatMap((cells) =>
    cells.flatMap((label, column): [string, string][] =>
      column % 2 === 0 && label !== ''
        ? [[label.replace(/\s*:$/, ''), cells[column + 1] ?? '']]
        : [],
    ),
  )
  return pairs
}

/** `Version: 2.1`, one on a line or several with bars between them. */
function linePairs(block: RootContent): [string, string][] | undefined {
  if (block.type !== 'paragraph') return undefined
  const parts = textOf(block)
    .split(/\n|\s+\|\s+|\s{3,}/)
    .map((part) => /^\s*([^:]{2,40}?)\s*:\s*(\S.{0,120})$/.exec(part))
  return parts.every((part) => part)
    ? parts.map((part): [string, string] => [part?.[1] ?? '', part?.[2] ?? ''])
    : undefined
}
