import { typeOf } from '../../../language/asked-type.ts'
import { excludeEachOther, isScale } from '../../../language/exclusive-answers.ts'
import { asksForMore, knownLabel } from '../../../language/known-label.ts'
import type { Edit } from '../edits.ts'

/** Draws the figures of a scale that a sentence names, behind it or behind each of the lines and points under it. */
export function ratings(text: string): Edit[] {
  return [
    ...Array.from(text.matchAll(LISTED)).flatMap(ratingsUnder),
    ...Array.from(text.matchAll(ALONE)).flatMap(ratingBeside),
    ...Array.from(text.matchAll(TABLE)).flatMap(ratingsIn),
  ]
}

/** What asks for a figure of a scale: `Rate each from 1 (poor) to 5 (excellent):`, `Please score these out of 5`. */
const ASKS =
  /^[ \t>*_]*(?:\d{1,2}[.)][ \t]+)?[*_]*(?:Please|How|Rate|Score|Mark|Give|On a scale|Overall|Use|Using|For each|To what|Thinking)\b/i
const RATES = /\b(?:rat(?:e|ed|ing)|scored?|scale|mark(?:ed)?)\b/i
/** `(1-5, where 1 is bad)` */
const EXPLAINED = /\b[01] ?(?:to|-|–) ?\d{1,2}\b[^.?!]*\b(?:where|with|being|is|=)\b/i
const RANGE =
  /\b(?<from>[01])\b(?:[ \t]*[=(][^()=]{1,40}\)?)?[,;]?[ \t]*(?:to|and|-|–)[ \t]*(?<to>\d{1,2})\b|\b1[ \t]*=.*?[,;][ \t]*(?:and[ \t])?(?<last>\d{1,2})[ \t]*=|\bout of (?<most>\d{1,2})\b/i

/** The figures of the scale, as people circle them. */
function figuresFor(lead: string): string | undefined {
  if (!(RATES.test(lead) || EXPLAINED.test(lead))) return undefined
  const { from = '1', to, last, most } = RANGE.exec(lead)?.groups ?? {}
  const count = Number(to ?? last ?? most ?? 0) - Number(from) + 1
  if (count < 3 || count > 11) return undefined
  return Array.from({ length: count }, (_, at) => Number(from) + at).join(' ')
}

/** A line, and under it lines or points of a few words. */
const LISTED =
  /^([^\n|]+)\n(?:[ \t]*\n)?((?:[ \t]*(?:(?:[-*+•]|\d{1,2}[.)]|\(?[a-z]\))[ \t]+)?(?![^\n]*[.!?][ \t]+\p{Lu})\p{Lu}[^\n|:☐○]{1,100}(?:\n(?:[ \t]*\n(?=[ \t]*(?:[-*+•]|\d{1,2}[.)])))?|(?![\s\S]))){2,})/gmu

function ratingsUnder({ 0: found, 1: lead = '', 2: listed = '', index }: RegExpExecArray): Edit[] {
  const figures = ASKS.test(lead) ? figuresFor(lead) : undefined
  const start = index + found.length - listed.length
  if (figures === undefined) return []
  return [
    ...listed.matchAll(/^[ \t]*(\S[^\n]*?)([ \t]*(?:[01](?:[ \t]+\d{1,2}){2,10}|_*)[ \t]*)$/gm),
  ].map(({ index: at, 0: line, 1: words = '', 2: drawn = '' }) => ({
    from: start + at + line.length - drawn.length,
    to: start + at + line.length,
    text: `${/[?:.]$/.test(words) ? '' : ':'} ${figures}`,
  }))
}

/** A question or request with no list under it. */
const ALONE =
  /^[^\n|:]+[?.](?:[ \t]*\([^()\n]*\))?(?=[ \t]*(?:\n[ \t]*\n[ \t]*(?![-+•\d|([☐○_\s]|\*(?!\*))|\n?(?![\s\S])))/gm

function ratingBeside({ 0: { length }, 0: asked, index }: RegExpExecArray): Edit[] {
  const isDrawn = /[.…_]{4}/.test(asked)
  const figures = ASKS.test(asked) && !isDrawn ? figuresFor(asked) : undefined
  const end = index + length
  return figures === undefined ? [] : [{ from: end, to: end, text: ` ${figures}` }]
}

/** A table under what asks. */
const TABLE =
  /^([^\n|]+[?.:][*_]*)[ \t]*\n(?:[ \t]*\n)?([ \t]*\|[^\n]*\|)[ \t]*\n[ \t]*\|[-:| \t]+\|[ \t]*\n((?:[ \t]*\|[^\n]*\|[ \t]*(?:\n|(?![\s\S])))+)/gm

/** The most in each cell that is empty beside words, unless the heads are grades themselves or ask for words. */
function ratingsIn(match: RegExpExecArray): Edit[] {
  const { 0: found, 1: lead = '', 2: head = '', 3: rows = '', index } = match
  const figures = figuresFor(lead)?.split(' ') ?? []
  const heads = head
    .trim()
    .slice(1, -1)
    .split('|')
    .map((label) => label.trim())
  const answers = heads.slice(1)
  if (figures[0] !== '1' || isScale(answers) || excludeEachOther('', answers)) return []
  let at = index + found.length - rows.length
  return rows.split('\n').flatMap((row) => {
    const cells = row.split('|')
    const edits: Edit[] = []
    const hasTitle = /\p{L}/u.test(cells[1] ?? '')
    cells.forEach((cell, column) => {
      const label = heads[column - 1]
      const isOpen = column > 1 && column < cells.length - 1 && /^[ \t_]*$/.test(cell)
      if (isOpen && label !== undefined && hasTitle && !asksForWords(label))
        edits.push({ from: at, to: at + cell.length, text: ` /${figures.length} ` })
      at += cell.length + 1
    })
    return edits
  })
}

function asksForWords(label: string): boolean {
  const type = typeOf(label)
  const isWriting = type === 'text' && (asksForMore(label) || knownLabel(label) !== undefined)
  return (
    isWriting ||
    !['text', 'number'].includes(type) ||
    /\b(?:who|owner|when|actions?|evidence|examples?)\b/i.test(label)
  )
}
