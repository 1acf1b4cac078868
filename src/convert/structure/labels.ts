import type { Paragraph, PhrasingContent } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { BLANK } from '../blank.ts'
import type { Blocks, ListLook } from '../converted.ts'

const BULLET = /^[•·▪▫■●○◦‣∙◆➢➤✓✔*–—-]\s+(?=\S)|^o\s+(?=\S)/u
/** Without a point there is a tab behind it. */
const NUMBER = /^(?:(\d{1,3})[.)]\s+|(\d{1,2})(?:\t| {3,}))(?=\S)/
const CLAUSE = /^(\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)\s+(?=\S)/
const LETTER = /^(\([a-z]{1,2}\)|[a-zA-Z][.)]|\([ivxl]{1,5}\)|[ivx]{1,5}[.)]|\(\d{1,2}\))\s+(?=\S)/

/** Finds the labels that somebody typed before the words, as lists have them, and takes them out of the words. */
export function readLabels(blocks: Blocks): void {
  drawNumbered(blocks)
  const levelOf = levels()
  let last = 0
  for (const block of blocks) {
    const { look } = (block.type === 'paragraph' && block.data) || {}
    const labelled =
      block.type === 'paragraph' && !look?.list && !look?.isContents
        ? labelIn(textOf(block))
        : undefined
    const { number = 0 } = labelled?.list ?? {}
    // Figures without a point, of which any line may have one at its beginning, count on.
    const isFigure = labelled?.isBare === true && number !== 1 && number !== last + 1
    const found = isFigure ? undefined : labelled
    if (found?.isBare) last = number
    const level = levelOf(found, look?.indent)
    const children =
      found && block.type === 'paragraph' ? withoutStart(block.children, found.length) : undefined
    if (block.type !== 'paragraph' || !found || !children) continue
    // A circle is to be ticked, unless it stands in a list.
    if (found.bullet === '○' && level === 0) continue
    block.children = children
    block.data = { ...block.data, look: { ...look, list: { ...found.list, level } } }
  }
}

const BARE = /^(?:\d{1,2}[.)]|\([a-z]\))$/

/** Numbers without words, one below the other, are lines to write on; one alone was left behind. */
function drawNumbered(blocks: Blocks): void {
  const isBare = blocks.map((block) => {
    if (block.type !== 'paragraph') return false
    const { look } = block.data ?? {}
    return look?.list ? block.children.length === 0 : BARE.test(textOf(block).trim())
  })
  for (const [at, block] of blocks.entries())
    if (isBare[at] && block.type === 'paragraph' && (isBare[at - 1] || isBare[at + 1]))
      block.children = [{ type: 'text', value: `${textOf(block).trim()} ${BLANK}`.trimStart() }]
}

/** Bullets that are those of the second level in word processors wherever others stand before them. */
const INNER = /^[o○◦▪▫‣–—-]$/

/** Tells how deep an item stands in others: by how far it is indented or, where that is the same, by its bullet. */
function levels(): (found: FoundLabel | undefined, indent: number | undefined) => number {
  const open: { readonly sign: string; readonly indent: number }[] = []
  return (found, written) => {
    const indent = written ?? 0
    const sign = found?.bullet ?? (found?.list.number === undefined ? undefined : '1')
    if (sign === undefined) {
      open.length = 0
      return found?.list.level ?? 0
    }
    while ((open.at(-1)?.indent ?? 0) > indent) open.pop()
    const beside = open.filter((one) => one.indent === indent)
    const same = beside.findIndex((one) => one.sign === sign)
    const isInner =
      sign !== '1' && ((written === undefined && INNER.test(sign)) || beside.at(-1)?.sign === '1')
    if (same >= 0) open.length -= beside.length - same - 1
    else {
      if (!isInner) open.length -= beside.length
      open.push({ sign, indent })
    }
    return open.length - 1
  }
}

interface FoundLabel {
  readonly list: ListLook
  /** How many characters it takes. */
  readonly length: number
  readonly bullet?: string
  /** A number without a point. */
  readonly isBare?: boolean
}

function labelIn(text: string): FoundLabel | undefined {
  const [bullet] = BULLET.exec(text) ?? []
  if (bullet)
    return {
      list: { id: 'typed', level: 0, label: '' },
      length: bullet.length,
      bullet: bullet.trim(),
    }
  const clause = CLAUSE.exec(text)
  if (clause) {
    const [whole, label = ''] = clause
    return {
      list: { id: 'typed', level: label.split('.').length - 1, label },
      length: whole.length,
    }
  }
  const number = NUMBER.exec(text)
  if (number) {
    const [whole, pointed, bare] = number
    const label = pointed === undefined ? `${bare}.` : whole.trim()
    const list = { id: 'typed', level: 0, label, number: Number(pointed ?? bare) }
    if (bare !== undefined) return { list, length: whole.length, isBare: true }
    return { list, length: whole.length }
  }
  const letter = LETTER.exec(text)
  if (!letter || isSentence(text)) return undefined
  const [whole, label = ''] = letter
  return { list: { id: 'typed', level: 1, label }, length: whole.length }
}

/** `I. Newton wrote` and the like begin with a name. */
function isSentence(text: string): boolean {
  return /^[A-Z][.]\s\p{Lu}\p{Ll}+\s\p{Ll}/u.test(text)
}

/** The words without their first characters; undefined where these reach over more than one piece of text. */
function withoutStart(
  children: readonly PhrasingContent[],
  length: number,
): PhrasingContent[] | undefined {
  const [first, ...others] = children
  if (!first) return undefined
  if (first.type === 'text') {
    if (first.value.length > length)
      return [{ ...first, value: first.value.slice(length) }, ...others]
    const rest = length - first.value.length
    return rest === 0 && others.length > 0
      ? others
      : rest > 0
        ? withoutStart(others, rest)
        : undefined
  }
  if (first.type !== 'strong' && first.type !== 'emphasis') return undefined
  const size = textOf(first).length
  if (size === length) return others
  if (size < length) return withoutStart(others, length - size)
  const inside = withoutStart(first.children, length)
  return inside && [{ ...first, children: inside }, ...others]
}

/** Puts the label before the words again, where it stays text. */
export function withLabel(paragraph: Paragraph): PhrasingContent[] {
  const label = paragraph.data?.look?.list?.label
  return label ? [{ type: 'text', value: `${label} ` }, ...paragraph.children] : paragraph.children
}
