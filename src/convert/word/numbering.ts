import type { Element } from 'xast'
import type { ListLook } from '../converted.ts'
import { labelFormats } from '../label-formats.ts'
import { numberIn } from './styles.ts'
import { attribute, childOf, elementsOf, nameOf, valueIn } from './xml.ts'

/** Counts the numbered paragraphs of a document in their order, and gives each its label as Word shows it. */
export type Numbering = (id: string, level: number) => ListLook | undefined

interface Level {
  readonly format: string
  /** `%1.%2` */
  readonly text: string
  readonly start: number
  /** All numbers of the label are figures, as in contracts. */
  readonly isLegal: boolean
}

interface List {
  /** Lists of one kind count on, unless one of them says where it starts. */
  readonly counts: number[]
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: Map<number, number>
}

const DEEPEST_LEVEL = 8

/** Reads how lists are numbered (ECMA-376, 17.9). */
export function readNumbering(part: Element | undefined): Numbering {
  const lists = listsIn(part)
  return (id, level) => {
    const list = lists.get(id)
    const depth = Math.min(Math.max(level, 0), DEEPEST_LEVEL)
    const own = list?.levels.get(depth)
    if (!list || !own) return undefined
    if (own.format === 'bullet' || own.format === 'none')
      return { id, level: depth, label: own.format === 'none' ? own.text.replace(/%\d/g, '') : '' }
    count(list, depth)
    const label = own.text.replace(/%([1-9])/g, (_, digit: string) => {
      const place = Number(digit) - 1
      const format = own.isLegal ? 'decimal' : (list.levels.get(place)?.format ?? 'decimal')
      return written(list.counts[place] ?? startOf(list, place), format)
    })
    const isPlain = own.format === 'decimal' && /^%\d[.)]$/.test(own.text.trim())
    return { id, level: depth, label: label.trim(), ...(isPlain && { number: list.counts[depth] }) }
  }
}

function count(list: List, depth: number): void {
  const start = list.starts.get(depth)
  list.starts.delete(depth)
  const before = start === undefined ? list.counts[depth] : undefined
  list.counts[depth] = before === undefined ? (start ?? startOf(list, depth)) : before + 1
  for (let above = 0; above < depth; above++) list.counts[above] ??= startOf(list, above)
  list.counts.length = depth + 1
}

function startOf({ levels }: List, depth: number): number {
  return levels.get(depth)?.start ?? 1
}

function listsIn(part: Element | undefined): Map<string, List> {
  const all = part ? elementsOf(part) : []
  const kinds = new Map<string, { levels: Map<number, Level>; counts: number[] }>()
  for (const kind of all)
    if (nameOf(kind) === 'abstractNum')
      kinds.set(attribute(kind, 'abstractNumId') ?? '', { levels: levelsIn(kind), counts: [] })
  const lists = new Map<string, List>()
  for (const list of all) {
    if (nameOf(list) !== 'num') continue
    const kind = kinds.get(valueIn(list, 'abstractNumId') ?? '')
    if (!kind) continue
    const overrides = elementsOf(list).filter((child) => nameOf(child) === 'lvlOverride')
    const starts = new Map<number, number>()
    const levels = new Map(kind.levels)
    for (const override of overrides) {
      const depth = numberIn(attribute(override, 'ilvl')) ?? 0
      const start = numberIn(valueIn(override, 'startOverride'))
      const level = childOf(override, 'lvl')
      if (start !== undefined) starts.set(depth, start)
      if (level) levels.set(depth, levelOf(level))
    }
    lists.set(attribute(list, 'numId') ?? '', { counts: kind.counts, levels, starts })
  }
  return lists
}

function levelsIn(kind: Element): Map<number, Level> {
  const levels = elementsOf(kind).filter((child) => nameOf(child) === 'lvl')
  return new Map(levels.map((level) => [numberIn(attribute(level, 'ilvl')) ?? 0, levelOf(level)]))
}

function levelOf(level: Element): Level {
  return {
    format: valueIn(level, 'numFmt') ?? 'decimal',
    text: valueIn(level, 'lvlText') ?? '',
    start: numberIn(valueIn(level, 'start')) ?? 1,
    isLegal: childOf(level, 'isLgl') !== undefined,
  }
}

function written(number: number, format: string): string {
  return (labelFormats[format as keyof typeof labelFormats] ?? String)(number)
}
