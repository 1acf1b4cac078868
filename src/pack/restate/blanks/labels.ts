import { typeOf } from '../../../language/asked-type.ts'
import { asksForMore, knownLabel } from '../../../language/known-label.ts'
import type { Edit } from '../edits.ts'
import { GAP, LINES } from './way.ts'

/** A line on which nothing is drawn: labels with a colon each, a question, or words that may be a label. */
interface Line {
  readonly kind: 'labels' | 'question' | 'words'
  /** Without the mark of a point and signs for bold. */
  readonly words: string
  readonly isBold: boolean
  readonly isPoint: boolean
  /** After an empty line. */
  readonly isApart: boolean
  /** Where the words begin in the text, where they end, and where the line does. */
  readonly from: number
  readonly end: number
  readonly to: number
}

/** A place beside each label of lines in which nothing is drawn: `Hall:`, `Floor:   Wing:`, `Key holder`. */
export function labels(text: string): Edit[] {
  return runsIn(text).flatMap((run) => {
    const before = text.slice(Math.max(0, (run[0]?.from ?? 0) - 200), run[0]?.from)
    const after = text.slice(run.at(-1)?.to)
    return run.some(({ kind }) => kind !== 'words')
      ? partsOf(run).flatMap((part) =>
          placesBehind(part, run, part.at(-1) === run.at(-1) ? after : ''),
        )
      : placesBeside(run, before)
  })
}

const LABEL = '\\p{Lu}[^:?!,;|_…□☐○\\n]{0,50}:(?:[ ]?\\([^()\\n]{1,60}\\))?'
/** Cells of a table are pasted with a stroke between them: `Branch: / Team:` */
const LABELS = new RegExp(`^${LABEL}(?:[ \\t]*(?:/[ \\t]*)?${LABEL})*$`, 'u')
const QUESTION = /^(?:If (?:so|yes|no|not), )?\p{L}[^:;!,|_…□☐○\n]{1,50}\?$/u
const WORDS = /^\p{Lu}[^.:?!;|_…□☐○\n]{1,44}$/u
const LINE =
  /^[ \t]*(?<mark>(?:[-*+•]|>|\d{1,2}(?:[.)]|(?=[ ][^\n]*:[ \t]*$)))[ \t]+)?(?<written>\S.*?)[ \t]*$/u

function lineAt(text: string, from: number): Line | undefined {
  const { mark = '', written = '' } = LINE.exec(text)?.groups ?? {}
  const words = written.replace(/^[*_]{1,2}|[*_]{1,2}$|[*_]{1,2}(?=:$)/g, '')
  const kind = LABELS.test(words)
    ? 'labels'
    : QUESTION.test(words) && mark === ''
      ? 'question'
      : WORDS.test(words)
        ? 'words'
        : undefined
  const end = from + text.trimEnd().length
  const start = from + text.indexOf(written, mark.length)
  const isBold = words !== written
  return (
    kind && {
      kind,
      words,
      isBold,
      isPoint: mark !== '',
      isApart: false,
      from: start,
      end,
      to: from + text.length,
    }
  )
}

/** Lines right under each other, or with an empty one between. */
function runsIn(text: string): Line[][] {
  const runs: Line[][] = []
  let run: Line[] = []
  let isApart = true
  let from = 0
  for (const line of text.split('\n')) {
    const isEmpty = line.trim() === ''
    const found = isEmpty ? undefined : lineAt(line, from)
    const isFar = isEmpty && isApart
    if (found && (run.length > 0 || isApart || found.kind !== 'words'))
      run.push({ ...found, isApart })
    else if ((!isEmpty || isFar) && run.length > 0) {
      runs.push(run)
      run = []
    }
    isApart = isEmpty
    from += line.length + 1
  }
  return [...runs, run].filter(({ length }) => length > 0)
}

/** Labels and questions as they follow each other; words between them are one more label if forms have it, and part them if not. */
function partsOf(run: readonly Line[]): Line[][] {
  const parts: Line[][] = [[]]
  const dense = new Set(blocksOf(run).filter(isMostlyKnown).flat())
  for (const [at, line] of run.entries()) {
    const part = parts.at(-1)!
    const next = run[at + 1]
    const isTitle = next && !next.isApart && TITLE.test(line.words) && /\p{Ll}/u.test(next.words)
    const isNext = part.length === 0 || part[0]?.isPoint === line.isPoint
    const isSure = dense.has(line) || isKnown(line.words)
    const isLabel = !isTitle && (line.kind !== 'words' || (isNext && !line.isBold && isSure))
    if (isLabel) part.push(line)
    else if (part.length > 0) parts.push([])
  }
  return parts.filter((part) => part.some(({ kind }) => kind === 'labels'))
}

const TITLE = /^[^\p{Ll}]+$/u

/** Lines right under each other. */
function blocksOf(run: readonly Line[]): Line[][] {
  const starts = run.flatMap(({ isApart }, at) => (at === 0 || isApart ? at : []))
  return starts.map((start, at) => run.slice(start, starts[at + 1]))
}

function isMostlyKnown(lines: readonly Line[]): boolean {
  const known = lines.filter(({ kind, words }) => kind === 'labels' || isKnown(words))
  return lines.length > 2 && known.length >= lines.length * MOST_KNOWN
}

function isKnown(words: string): boolean {
  const label = words.replace(/\s*\([^()]*\)/g, '').replace(/:$/, '')
  return knownLabel(label) !== undefined || typeOf(label) !== 'text'
}

const LIST = /^\s*(?:[-*+•|☐□○❏❑]|\[ ?\]|\( ?\)|\d+[.)])(?![^\n]*\?)/
const EMPTY_LIST = /^\s*(?:[-*+•]|\d+[.)])[ \t_]*(?:\n|$)/

/** A place behind each label; the last may ask for what stands under it: `Tasks:` and a list. */
function placesBehind(part: readonly Line[], run: readonly Line[], after: string): Edit[] {
  const isLead = LIST.test(after)
  const questions = part.filter(({ kind }) => kind === 'question').length
  const count = part.reduce(
    (sum, { words }) => sum + Math.max(1, words.match(/:/g)?.length ?? 1),
    0,
  )
  // Questions alone are to be thought about; among labels they are asked.
  const isAmongOthers = run.filter(({ kind }) => kind === 'labels').length > 3
  if (
    (count < 2 && !isAmongOthers) ||
    (part[0]?.kind === 'question' && !/^If\b/.test(part[0].words)) ||
    questions > part.length / 2
  )
    return []
  if (count < 3 && ((isLead && !EMPTY_LIST.test(after)) || questions > 0)) return []
  return part.flatMap((line, at) => {
    const isAsking =
      at < part.length - 1 ||
      !isLead ||
      (knownLabel(line.words) === 'short' && !/s:\s*$/.test(line.words))
    return isAsking ? placesOn(line) : []
  })
}

function placesOn({ kind, words, from, end, to }: Line): Edit[] {
  const ends = [...words.matchAll(new RegExp(LABEL, 'gu'))]
  if (kind !== 'labels' || ends.length < 2) {
    const room = asksForMore(words) ? `\n\n${LINES}\n` : ` ${GAP}`
    return [{ from: end, to, text: kind === 'words' ? `:${room}` : room }]
  }
  return ends.flatMap(({ index, 0: label }, at) => {
    const place = from + index + label.length
    // `Time away: From: To:`
    const isOver = /^(?:from|between):$/i.test(ends[at + 1]?.[0] ?? '')
    return isOver ? [] : { from: place, to: place, text: ` ${GAP}  ` }
  })
}

/** A place beside each of several words, if nearly all are ones that stand before a blank on many forms. */
function placesBeside(run: readonly Line[], before: string): Edit[] {
  const known = run.filter(
    ({ words }) => knownLabel(words.replace(/\s*\([^()]*\)/g, '').trim()) || DATED.test(words),
  )
  const [lead = ''] = /[^\n]*\S[^\n]*(?=\s*$)/.exec(before) ?? []
  // What somebody is to bring, or what a record holds.
  const isListed = /:[*_]*\s*$/.test(lead) && lead.trim().split(/\s+/).length > 3
  const isSigned = known.length === run.length && /\bsign/i.test(run.at(-1)?.words ?? '')
  if (run.length < (isSigned ? 2 : 3) || known.length < run.length * MOST_KNOWN || isListed)
    return []
  return run.flatMap(({ words, end }) =>
    DATED.test(words) ? [] : { from: end, to: end, text: `: ${GAP}` },
  )
}

/** `Signature / Date`, which has two places. */
const DATED = /^sign(?:ed|ature)\b.*\/ ?date\b/i

const MOST_KNOWN = 0.7
