import type { Paragraph, RootContent } from 'mdast'
import type { Position } from 'unist'
import { typeOf } from '../../../language/asked-type.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Entry } from './entries.ts'
import { flatten, type Line, linesOf } from './inline.ts'
import { type Item, isEntry } from './item.ts'
import { readMixed } from './mixed.ts'
import { type Options, readOptions, readWords } from './options.ts'
import type { Reader } from './reader.ts'
import { positionOf } from './sentence.ts'
import { isQuestion } from './words.ts'

/** What a line of a paragraph is. */
type Reading =
  | { readonly kind: 'entries'; readonly entries: readonly Entry[] }
  | { readonly kind: 'options'; readonly options: Options }
  | { readonly kind: 'mixed'; readonly items: readonly Item[] }
  | { readonly kind: 'gap' }
  | { readonly kind: 'text' }

export interface ReadLine {
  readonly line: Line
  readonly reading: Reading
  readonly position: Position | undefined
}

/** Tells of each line of a paragraph what it is; `next` is the block after the paragraph. */
export function readLines(
  paragraph: Paragraph,
  reader: Reader,
  next: RootContent | undefined,
): ReadLine[] {
  const flat = flatten(paragraph.children)
  const lines = linesOf(flat).map((line) => ({ line, reading: readingOf(line) }))
  const [only] = lines
  if (
    only &&
    lines.length === 1 &&
    only.reading.kind === 'text' &&
    isAsking(only.line, reader, next)
  )
    only.reading = { kind: 'entries', entries: [{ label: only.line.text, from: 0, bare: true }] }
  return lines.map(({ line, reading }, index) => {
    const following = lines[index + 1]
    const isOver = TITLE.test(line.text) && following && /\p{Ll}/u.test(following.line.text)
    const isBlank =
      reading.kind !== 'entries' ||
      reading.entries.some(({ bare }) => !bare) ||
      (!isOver && canBeBare(reading.entries, following?.reading, following ? undefined : next))
    return {
      line,
      reading: isBlank ? reading : { kind: 'text' },
      position: positionOf(paragraph.children, line, reader.file),
    }
  })
}

function readingOf(line: Line): Reading {
  const answered = answersAndLabel(line)
  if (answered) return { kind: 'mixed', items: answered }
  if (isOnlyGap(line)) return { kind: 'gap' }
  const isToWrite = line.marks.some(({ kind }) => kind === 'gap')
  const options = isToWrite ? undefined : readOptions(line)
  const items = options || line.marks.length === 0 ? undefined : readMixed(line)
  if (items && !items.every(isEntry)) return { kind: 'mixed', items }
  const entries = items?.filter(isEntry) ?? (options ? undefined : bareEntries(line))
  if (entries) return { kind: 'entries', entries }
  return options ? { kind: 'options', options } : { kind: 'text' }
}

function isOnlyGap({ text, marks }: Line): boolean {
  let rest = text
  for (const { kind, from, to } of [...marks].reverse()) {
    if (kind === 'gap') rest = rest.slice(0, from) + rest.slice(to)
  }
  return marks.length > 0 && /^[xX]?\s*[.,;]?$/.test(rest.trim())
}

/** `Discussed: Yes / No   Date:`, with nothing drawn beside the label. */
function answersAndLabel({ text, marks }: Line): Item[] | undefined {
  const [, head = '', label = ''] = /^(.*\S)\s{2,}(\p{Lu}[^:]{1,40}:)$/u.exec(text) ?? []
  const options = marks.length === 0 && knownLabel(label) ? readWords(head) : undefined
  return options?.question
    ? [options, { label, from: text.length - label.length, bare: true }]
    : undefined
}

/** `Signature:   Date:`, with nothing drawn beside the labels. */
function bareEntries({ text, marks }: Line): Entry[] | undefined {
  const signed = marks.length === 0 ? text.split(/\s{2,}/) : []
  if (
    (signed.length > 1 || /\w (?:signature|sign here)\b/i.test(text)) &&
    signed.every((label) => typeOf(label) === 'signature' && knownLabel(label))
  )
    return signed.map((label) => ({ label, from: text.indexOf(label), bare: true }))
  if (marks.length > 0 || !text.endsWith(':')) return undefined
  const entries = [...text.matchAll(/[^\s:][^:]*:(?=\s|$)/g)].map(({ index, 0: label }) => ({
    label,
    from: index,
    bare: true,
  }))
  const kinds = entries.map(
    ({ label }) => knownLabel(label) ?? (isShort(label) && typeOf(label) !== 'text' && 'short'),
  )
  // `Employee:          Companion:`
  const areApart =
    entries.length > 1 &&
    text.split(/\s{2,}/).length === entries.length &&
    entries.every(({ label }) => /^\p{Lu}[^.,;?!]{1,40}:$/u.test(label))
  // `Post title: Section:`
  const areLabels =
    entries.length > 1 &&
    entries.every(({ label }) => /^\p{Lu}[^\s.,;?!]*(?: (?:[^\s.,;?!]+|no\.)){0,2}:$/u.test(label))
  const isEach =
    areApart ||
    areLabels ||
    kinds.every((kind) => kind === 'short') ||
    (kinds.length === 1 && kinds[0])
  return entries.length > 0 && isEach ? entries : undefined
}

/** `I would like to start on:`, and the last label of a form, with nothing under them. */
function isAsking(
  { text, marks }: Line,
  { blanks }: Reader,
  next: RootContent | undefined,
): boolean {
  const isLabel = marks.length === 0 && /^\p{Lu}[^.;?!:]{1,60}:$/u.test(text)
  if (!isLabel || blanks.length === 0 || DECLARED.test(text)) return false
  if (/^(?:I|We|My|Our|Your)\b/.test(text)) return true
  return (!next || next.type === 'heading') && (isShort(text) || /^(?:any|other)\b/i.test(text))
}

const FEW_WORDS = 5

function isShort(label: string): boolean {
  return label.split(/\s+/).length <= FEW_WORDS
}
const DECLARED =
  /\b(?:confirm|declare|agree|understand|undertake|consent|certify|return|send|submit|that|use only|part|section|notes?|follows|below|the following(?=:))\b/i

/** `ADDRESS:` over labels in small letters. */
const TITLE = /^[^\p{Ll}]+$/u

/** Labels with nothing drawn beside them are blanks unless what belongs to them follows. */
function canBeBare(
  entries: readonly Entry[],
  following: Reading | undefined,
  next: RootContent | undefined,
): boolean {
  if (entries.some(({ label }) => knownLabel(label) === 'long')) return false
  if (entries.some(({ label }) => typeOf(label) === 'signature')) return true
  if (following) return following.kind === 'entries' || following.kind === 'gap'
  if (!next) return true
  if (next.type === 'paragraph') return entries.length > 1 || !(isValue(next) || isBoxes(next))
  return !['list', 'table', 'code', 'blockquote', 'leafDirective'].includes(next.type)
}

/** `☐ Approved  ☐ Refused` */
export function isBoxes(node: RootContent): boolean {
  const [mark] = node.type === 'paragraph' ? flatten(node.children).marks : []
  return mark?.kind === 'box' && mark.from === 0
}

/** `12 May 2026` after `Date:` is what belongs there. */
function isValue(paragraph: Paragraph): boolean {
  const { text, marks } = flatten(paragraph.children)
  return (
    marks.length === 0 &&
    text.length < 60 &&
    !/[.:?!]\s*$|\n|:\s/.test(text) &&
    !isQuestion(text) &&
    !isStrong(paragraph)
  )
}

function isStrong({ children }: Paragraph): boolean {
  return children.length === 1 && children[0]?.type === 'strong'
}
