import type { Heading, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Blocks, Note } from '../converted.ts'

const LONGEST = 100
/** Half-points by which a heading is larger than the text, at the least. */
const LARGER = 3
/** Words that stand bold before a place to write, and head nothing. */
const LABEL =
  /^(?:(?:print(?:ed)?|full|employee'?s?|manager'?s?|your)\s)?(?:name|signature|signed|sign here|date|time|position|job title|department|e-?mail|telephone|phone|address|yes|no|n\/a|and|or|between|note|important)\b.{0,25}$/i

const PARTS = '(?:section|part|article|clause|schedule|annexe?|appendix|chapter)'
const PART = new RegExp(`^${PARTS}\\s`, 'i')
/** `Schedule 2`, `Appendix A: Forms` */
const PART_TITLE = new RegExp(
  `^${PARTS}\\s+(?:\\d{1,2}|[A-Z]|[IVX]{1,4})(?:\\s*[:.–—-]\\s*\\S.*)?$`,
  'i',
)

/** A heading before its level is settled. */
interface Candidate {
  readonly paragraph: Paragraph
  readonly by: 'style' | 'size' | 'capitals' | 'bold' | 'number' | 'line'
  readonly size: number
  /** The level that its style says, from 1. */
  readonly level?: number | undefined
  /** How deep its number is: `1.` has 1, `1.1` has 2. */
  readonly depth: number
}

/** Makes headings of the paragraphs that are meant as such: by style, by size, in capitals, bold, numbered or alone in a line. */
export function makeHeadings(
  blocks: Blocks,
  notes: Note[],
  { isPlain }: { isPlain: boolean },
): Blocks {
  const body = bodySize(blocks)
  const candidates = new Map<RootContent, Candidate>()
  blocks.forEach((block, index) => {
    const candidate =
      block.type === 'paragraph'
        ? candidateOf(block, blocks[index + 1], blocks[index - 1], { body, isPlain })
        : undefined
    if (candidate && !goesOnIn(blocks, index, candidate, candidates))
      candidates.set(block, candidate)
  })
  const levels = levelsOf([...candidates.values()])
  return blocks.map((block) => {
    const candidate = candidates.get(block)
    if (!candidate) return block
    const { paragraph } = candidate
    const level = levels(candidate)
    const heading: Heading = {
      type: 'heading',
      depth: Math.min(6, level) as Heading['depth'],
      children: plain(paragraph.children),
      data: { label: paragraph.data?.look?.list?.label, isTitle: candidate.level === 0 },
    }
    notes.push({
      about: 'heading',
      text: `“${shortened(labelled(heading))}”, ${words[candidate.by]}`,
      node: heading,
    })
    return heading
  })
}

declare module 'mdast' {
  interface HeadingData {
    /** The number that it has in the file. */
    label?: string | undefined
    /** Its style is that of titles. */
    isTitle?: boolean
  }
}

const words = {
  style: 'by its style',
  size: 'by its size',
  capitals: 'in capitals',
  bold: 'all bold',
  number: 'by its number',
  line: 'a short line of its own',
} as const

function candidateOf(
  paragraph: Paragraph,
  next: RootContent | undefined,
  former: RootContent | undefined,
  { body, isPlain }: { body: number; isPlain: boolean },
): Candidate | undefined {
  const { look } = paragraph.data ?? {}
  const text = textOf(paragraph).trim()
  const size = look?.size ?? body
  const depth = depthOf(look?.list?.label)
  const one = { paragraph, size, depth }
  if (text === '' || !/\p{L}/u.test(text)) return undefined
  if (look?.heading !== undefined)
    return text.length <= 2 * LONGEST ? { ...one, by: 'style', level: look.heading } : undefined
  if (
    !isShort(text) ||
    LABEL.test(text) ||
    paragraph.children.some(({ type }) => type === 'image' || type === 'break')
  )
    return undefined
  const label = look?.list?.label ?? ''
  const isNumbered = /^\d/.test(label) || PART.test(label)
  if (look?.list && !isNumbered) return undefined
  if (size >= body + LARGER) return { ...one, by: 'size' }
  const isOpen = heads(paragraph, next)
  if (!isOpen) return undefined
  if (isBold(paragraph)) return { ...one, by: 'bold' }
  if (isCapitals(text)) return { ...one, by: 'capitals' }
  if (!look?.list && PART_TITLE.test(text)) return { ...one, by: 'number', depth: 1 }
  if (isNumbered && !isListed(paragraph, former, next) && !isToTick(next))
    return { ...one, by: 'number' }
  const isLine =
    isPlain && !look?.list && text.length <= 60 && /^[\p{Lu}\d]/u.test(text) && isText(next)
  return isLine ? { ...one, by: 'line' } : undefined
}

/** Known by its number alone, it is an item like the one before, where items with letters and bullets stand between the two. */
function goesOnIn(
  blocks: Blocks,
  index: number,
  { by, depth }: Candidate,
  candidates: ReadonlyMap<RootContent, Candidate>,
): boolean {
  if (by !== 'number') return false
  for (const block of blocks.slice(0, index).reverse()) {
    const list = block.type === 'paragraph' ? block.data?.look?.list : undefined
    if (!list) return false
    const above = depthOf(list.label)
    if (above > 0) return above === depth && !candidates.has(block)
  }
  return false
}

/** How deep a number is: 1 for `2.`, 2 for `2.1`; 0 for what is none. */
function depthOf(label = ''): number {
  if (PART.test(label)) return 1
  return /^\d/.test(label) ? label.replace(/[.)]$/, '').split('.').length : 0
}

/** No sentence, no label with a place to write, no item of a list. */
function isShort(text: string): boolean {
  return (
    text.length <= LONGEST &&
    !/[.,;:…_☐☑☒|]$|_{3,}|[☐□○]|\[[ _|]*\]|\( \)|\s{3,}/.test(text) &&
    !/\b(?:yes|oui|ja) ?\/ ?(?:no|non|nein)\b/i.test(text) &&
    text.split(/\s+/).length <= 14
  )
}

/** A heading stands over something; a line before a place to write is its label. */
function heads(paragraph: Paragraph, next: RootContent | undefined): boolean {
  if (!next) return false
  const text = textOf(next).trim()
  if (/^[_.…\s]*$/.test(text) && next.type !== 'table') return false
  return !(/[_…☐]/.test(text.slice(0, 3)) && textOf(paragraph).trim().split(/\s+/).length <= 2)
}

function isBold({ children, data }: Paragraph): boolean {
  return data?.look?.isBold === true || (children.length === 1 && children[0]?.type === 'strong')
}

function isCapitals(text: string): boolean {
  return (
    (text.match(/\p{L}/gu)?.length ?? 0) >= 3 &&
    !/\p{Ll}|\p{Lo}/u.test(text) &&
    !/[[\]{}<>«»@]/.test(text)
  )
}

/** A number that others go before or after, as in a list of short items. */
function isListed(
  paragraph: Paragraph,
  former: RootContent | undefined,
  next: RootContent | undefined,
): boolean {
  const depth = (block: RootContent | undefined): number | undefined =>
    block?.type === 'paragraph' ? depthOf(block.data?.look?.list?.label) || undefined : undefined
  const own = depth(paragraph)
  return own !== undefined && (depth(former) === own || depth(next) === own)
}

/** Boxes, over which a number is that of a question. */
function isToTick(block: RootContent | undefined): boolean {
  return block !== undefined && /^(?:\[[ _|]*\]|\( *\)|[☐□○])/.test(textOf(block).trim())
}

/** Words that go on for longer than a heading, or a list of them. */
function isText(block: RootContent | undefined): boolean {
  if (block?.type !== 'paragraph') return block?.type === 'list'
  const text = textOf(block).trim()
  return block.data?.look?.list !== undefined || text.length > 60 || /[.;:!?]["”’']?$/.test(text)
}

/** The size of most of the text. */
function bodySize(blocks: Blocks): number {
  const lengths = new Map<number, number>()
  for (const block of blocks) {
    const size = block.type === 'paragraph' ? block.data?.look?.size : undefined
    if (size !== undefined) lengths.set(size, (lengths.get(size) ?? 0) + textOf(block).length)
  }
  return [...lengths].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 22
}

/** Styles and numbers say the level; of the others those that look alike have the same, and what stands out more is higher. */
function levelsOf(candidates: readonly Candidate[]): (candidate: Candidate) => number {
  const isRanked = (candidate: Candidate) => candidate.level === undefined && candidate.depth === 0
  const ranks = [...new Set(candidates.filter(isRanked).map(rankOf))].sort((a, b) => b - a)
  let styled = 0
  const hasStyles = candidates.some(({ level }) => level !== undefined && level > 0)
  const levels = new Map<Candidate, number>()
  for (const candidate of candidates) {
    const { level, depth } = candidate
    if (level !== undefined) styled = Math.max(1, level)
    const ranked = depth > 0 ? depth : ranks.indexOf(rankOf(candidate)) + 1
    levels.set(candidate, level !== undefined ? styled : hasStyles ? styled + 1 : ranked)
  }
  return (candidate) => levels.get(candidate) ?? 1
}

/** What stands out more among words of one size. */
const standsOut: Partial<Record<Candidate['by'], number>> = { capitals: 2, bold: 1 }

function rankOf({ size, by }: Candidate): number {
  return size * 10 + (standsOut[by] ?? 0)
}

/** The words without what made them stand out. */
function plain(children: readonly PhrasingContent[]): PhrasingContent[] {
  const [first] = children
  if (children.length === 1 && first?.type === 'emphasis') return plain(first.children)
  return children.flatMap((child) => (child.type === 'strong' ? plain(child.children) : [child]))
}

function labelled(heading: Heading): string {
  const label = heading.data?.label
  return label ? `${label} ${textOf(heading)}` : textOf(heading)
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 70 ? `${line.slice(0, 69)}…` : line
}
