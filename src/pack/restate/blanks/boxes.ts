import { excludeEachOther } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Way } from './way.ts'

const YES_OR_NO = 'Yes|No|N\\/A|Not sure|Not applicable|Partly'
/** What the fonts of symbols leave of a box where their pictures are lost. */
const LOST = '[q£¨θΘ‰]'
const BOX = `(?:\\[[ ]?\\]|[☐□○]|\\([ ]?\\)|${LOST}(?=[ \\t]|$))`
const HEAD = '[\\p{L}\\p{N}][\\p{L}\\p{N}/-]*(?:[ ][\\p{L}\\p{N}/-]+){0,4}'
const COLUMNS = new RegExp(
  `^[ \\t]*(?:([^\\n:|]{2,80}:)[ \\t]+)?(${HEAD}(?:(?:[ ]{2,}|\\t)${HEAD}){1,9})[ \\t]*\\n(?:[ \\t]*\\n)?((?:[ \\t]*\\p{L}[^\\n[\\]☐□○(|]*?[ \\t]{2,}(?:${BOX}[ \\t]*){2,10}(?:\\n(?:[ \\t]*\\n(?=[ \\t]*\\p{L}[^\\n]*[ \\t]{2,}${BOX}))?|(?![\\s\\S]))){1,})`,
  'gmu',
)

/** Boxes that are drawn in rare ways, and the usual one. */
export const boxes: readonly Way[] = [
  // `once <>   always <>`, `(o) Website  ( ) Friend`
  [/(?<=\p{L}[^\n<>{}]*[ ])<[ ]?>/gu, () => '☐'],
  [/\([oO•●]\)(?=[^\n]*\([ ]?\))/g, () => '( )'],
  // `★ ★ ★ ★ ★`
  [
    /(?:[★☆⭐][ \t]?){3,10}(?=[ \t]*$)/gmu,
    ([found]) => Array.from(found.replace(/\s/g, ''), (_, index) => index + 1).join(' '),
  ],
  // `O Yes O No`
  [
    /(?<=^|[?:)][ \t]*)(?:[Oo0q£¨θΘ‰][ \t]+\p{Lu}[\p{L} -]{0,30}?[ \t]+(?:\/[ \t]+)?){1,5}[Oo0q£¨θΘ‰][ \t]+\p{Lu}[\p{L} -]{0,30}(?=[ \t]*(?:_{3,}[ \t]*)?$)/gmu,
    ([found]) =>
      found.replace(/(?:(?<=[ \t])\/[ \t]+|(?<=^|[ \t]))[Oo0q£¨θΘ‰](?=[ \t]+\p{Lu})/gu, '☐'),
  ],
  // `q Too far away`, `o 16–24`, as bullets of Word are pasted
  [
    /(?:^[ \t]*(?:[-*+•][ \t]+)?([oq£¨θΘ‰])[ \t]+(?!\1[ \t])\S[^\n]{0,80}(?<![.;])(?:\n(?:[ \t]*\n(?=[ \t]*(?:[-*+•][ \t]+)?\1[ \t]))?|(?![\s\S]))){2,}/gmu,
    bullets,
  ],
  // `Yes`, `[ ]`, `No`, `[ ]`, each on a line
  [
    new RegExp(
      `(?:^[ \\t]*(?:${YES_OR_NO})[ \\t]*\\n[ \\t]*(?:\\[[ \\t]*\\]|[☐□])[ \\t]*(?:\\n|(?![\\s\\S]))){2,}`,
      'gim',
    ),
    ([found]) =>
      `${found.replace(/[ \t]*(\S.*\S)[ \t]*\n[ \t]*(?:\[[ \t]*\]|[☐□])[ \t]*(?:\n|$)/g, '☐ $1 ').trimEnd()}\n`,
  ],
  // `____ Dry` and `____ Wet`, each on a line
  [
    /(?:^[ \t]*_{2,9}[ \t]*\p{L}[^\n_]{0,80}(?:\n(?:[ \t]*\n(?=[ \t]*_{2,}[ \t]*\p{L}))?|(?![\s\S]))){2,}/gmu,
    ([found]) =>
      MEASURE.test(found) ? undefined : found.replace(/^([ \t]*)_{2,}[ \t]*/gm, '$1☐ '),
  ],
  // `Dry ____ Wet ____ Other ____` behind or under what asks to tick one
  [
    /(?<=(?<lead>[^\n]*)(?:\n(?:[ \t]*\n)?|(?<=[:?)][*_]*)[ \t]))[ \t]*(?:\p{L}[\p{L} ’'()/-]{0,30}?[ \t]*_{2,}[.,;]?[ \t]*){2,}$/gmu,
    narrow,
  ],
  // Answers over columns of boxes: `excellent   good`, and under it `Honesty   [ ]   [ ]`
  [COLUMNS, inColumns],
]

/** Bullets of Word are boxes under a question alone. */
function bullets({ 0: found, 1: sign = '', index, input }: RegExpExecArray): string | undefined {
  const before = input.slice(Math.max(0, index - 200), index)
  const isAsked = /(?:^|\n)(?:\*\*[^\n*]{2,60}\*\*|[^\n]{3,120}\?)[ \t]*\n(?:[ \t]*\n)?$/.test(
    before,
  )
  if (sign === 'o' ? !isAsked : !new RegExp(`${sign}[ \\t]+\\p{Lu}`, 'u').test(found))
    return undefined
  return found.replace(
    /^([ \t]*(?:[-*+•][ \t]+)?)[oq£¨θΘ‰](?=[ \t])/gm,
    `$1${sign === 'o' ? '○' : '☐'}`,
  )
}

const MEASURE = /^[ \t]*_+[ \t]*(?:years?|months?|weeks?|days?|hours?|minutes?|times?)\b/im
const HOW = /\b(?:tick|check|mark|choose|select|circle)\b[^\n]{0,40}$/i

function narrow({ 0: found, groups }: RegExpExecArray): string | undefined {
  const answers = [...found.matchAll(/(\p{L}[\p{L} ’'()/-]*?)[ \t]*_/gu)].map(
    ([, answer = '']) => answer,
  )
  const isOther = /^others?\b/i.test(answers.at(-1) ?? '')
  const isTicked = isOther || HOW.test(groups?.lead ?? '') || excludeEachOther('', answers)
  if (!isTicked || answers.some((answer) => knownLabel(answer) !== undefined)) return undefined
  return `${answers.map((answer) => `☐ ${answer}`).join(' ')}${isOther ? ' ____' : ''}`
}

function inColumns([, lead, heads = '', rows = '']: RegExpExecArray): string | undefined {
  const answers = heads.trim().split(/[ ]{2,}|\t+/)
  const lines = rows.split('\n').filter((line) => line.trim() !== '')
  const box = new RegExp(`(?<=[ \\t])${BOX}`, 'g')
  if (lines.some((line) => line.match(box)?.length !== answers.length)) return undefined
  const isCounted = answers.every((answer) => /^\d+$/.test(answer))
  const drawn = isCounted ? answers.join(' ') : answers.map((answer) => `○ ${answer}`).join(' ')
  return `${lead ? `${lead}\n\n` : ''}${lines
    .map((line) => `${line.replace(box, '').trim()}: ${drawn}`)
    .join('\n\n')}\n`
}
