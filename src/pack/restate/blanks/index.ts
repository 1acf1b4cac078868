import { withoutCode } from '../../../convert/markdown/mask.ts'
import { typeOf } from '../../../language/asked-type.ts'
import { excludeEachOther } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import type { Edit } from '../edits.ts'
import { boxes } from './boxes.ts'
import { captions } from './captions.ts'
import { choices } from './choices.ts'
import { labels } from './labels.ts'
import { measures } from './measures.ts'
import { prompts } from './prompts.ts'
import { ratings } from './ratings.ts'
import { rooms } from './rooms.ts'
import { GAP, LINES, type Way } from './way.ts'

/** Draws the blanks of a form in the way that the others are drawn. */
export function blankWays(source: string): Edit[] {
  const text = withoutCode(source)
  const drawn = ways.flatMap(([pattern, usual]) =>
    Array.from(text.matchAll(pattern)).flatMap((match) => {
      const written = usual(match)
      return written === undefined
        ? []
        : { from: match.index, to: match.index + match[0].length, text: written }
    }),
  )
  return [...ruled(text), ...labels(text), ...ratings(text), ...drawn]
}

/** A label, an empty line and a rule: `Job title`, ``, `---`. */
const RULED =
  /^(?![ \t]*[#>|*-])(?=[^\n]*\S)([^\n]{1,59}?[^\s:])[ \t]*(?::[ \t]*)?\n[ \t]*\n[ \t]*(?:-{3,}|(?:_[ \t]){3,}_?|\[[ \t]*\])[ \t]*$(?!\n[ \t]*\()/gm

function ruled(text: string): Edit[] {
  return Array.from(text.matchAll(RULED)).flatMap(({ index, 0: found, 1: label = '' }) => {
    const words = label.replace(/\*+/g, '').trim()
    if (knownLabel(words) === undefined || /\S[ \t\u00a0]{2,}\S/.test(words)) return []
    return { from: index + label.length, to: index + found.length, text: `: ${GAP}` }
  })
}

/** A label with what is printed behind it. */
const PRINTED =
  '[*_]{0,2}\\p{Lu}[^\\n:|_☐□○]{1,40}[*_]{0,2}:[*_]{0,2}[ \\t]+(?<value>[\\p{L}\\p{N}$£€](?:[^\\s_☐□○[\\]<>{}()|:]|[ ](?=\\S))*)'

function partedFrom({ groups }: RegExpExecArray): string | undefined {
  const value = groups?.value ?? ''
  const words = value.split(/[ /]+/)
  const isChosen =
    value.includes(' / ') || /^\p{L}+(?:\/\p{L}+)+$/u.test(value) || excludeEachOther('', words)
  return isChosen || /[.…]{3,}/.test(value) ? undefined : '\n\n'
}

/** Lists, questions and tables with room that is only meant. */
const meant: readonly Way[] = [
  // `Miles: ____  Rate: £0.45`, `Owner: the club  Berth: ____`: what is printed behind a label is no place
  [
    new RegExp(
      `(?<=(?:_{3,}|\\.{5,}|…{2,}))(?:[ \\t]{2,}|[ ](?=[^\\n:]*:[^\\n:]*\\d[^\\n:]*$))(?=${PRINTED}(?:[ \\t]*$|[ \\t]{2,}))`,
      'gmu',
    ),
    partedFrom,
  ],
  [
    new RegExp(
      `(?<=(?:^|[ \\t]{2,})${PRINTED})[ \\t]{2,}(?=[*_]{0,2}\\p{Lu}[^\\n:|_]{1,40}[*_]{0,2}:[*_]{0,2}[ \\t]*_{3,})`,
      'gmu',
    ),
    partedFrom,
  ],
  // `Name:                  Date of birth:   /   /`
  [
    /(?<=^[ \t]*\p{Lu}[^\n|:_]{1,40}:)[ ]{6,}(?=\p{Lu}[^\n:]{1,30}:[ \t]+\/)/gmu,
    () => ` ${GAP}    `,
  ],
  // `Address ……………`, and under it `…………… Postcode ………`: the first goes on
  [
    /(?<=\p{L}[^\n]*(?:_{6,}|[.…]{6,})[ \t]*\n(?:[ \t]*\n)?)[ \t]*(?:_{8,}|[.…]{8,})[ \t]+(?=\p{Lu}[^\n_.…]{1,40}(?:_{4,}|[.…]{4,}))/gmu,
    () => `${GAP}\n`,
  ],
  // Heads of columns with tabs between them, and lines of nothing but tabs
  [
    /^[ ]*[^\s|:][^\n\t|:]*(?:\t+[^\n\t|:]+)+\n(?:[ ]*\t[\t ]*(?:\n|(?![\s\S]))){2,}/gm,
    ([found]) => {
      const [head = '', ...rows] = found.trimEnd().split('\n')
      const heads = head.trim().split(/\t+/)
      const empty = `|${' |'.repeat(heads.length)}`
      const count = Math.max(rows.length, found.split('\n').length - 2)
      return `\n| ${heads.join(' | ')} |\n${empty.replaceAll(' ', '-')}\n${`${empty}\n`.repeat(count)}`
    },
  ],
  // `From / To / Reason`, the head of a table of which nothing else was pasted
  [
    /(?<=:[*_]*[ \t]*\n(?:[ \t]*\n)?)[ \t]*\p{Lu}[^\n/|:?.]{1,30}(?:[ ]\/[ ]\p{Lu}[^\n/|:?.]{1,40}){2,6}[ \t]*(?=\n[ \t]*(?:\n|(?![\s\S])))/gmu,
    ([found]) => {
      const heads = found.trim().split(' / ')
      const known = heads.filter(
        (head) => knownLabel(head) || typeOf(head) !== 'text' || /^(?:from|to)$/i.test(head),
      )
      if (known.length * 2 < heads.length) return undefined
      return `\n| ${heads.join(' | ')} |\n|${' --- |'.repeat(heads.length)}\n|${'  |'.repeat(heads.length)}\n`
    },
  ],
  // `a.`, `b.`, `c.`, each with nothing beside it
  [
    /(?:^[ \t]*(?:\(?[a-h]\)|[a-h]\.)[ \t]*(?:\n|(?![\s\S]))){2,}/gm,
    ([found]) =>
      `\n${found
        .trim()
        .split('\n')
        .map((_, at) => `${at + 1}. ${GAP}\n`)
        .join('')}`,
  ],
  // Empty points right under a text, which Markdown takes for more of it
  [
    /(?<=\S[ \t]*)\n(?=[ \t]*1[.)][ \t]*\n[ \t]*2[.)][ \t]*$|[ \t]*[-*+][ \t]*\n[ \t]*[-*+][ \t]*$)/gm,
    () => '\n\n',
  ],
  // `Q1. How are you?` and under it `A. ____`
  [
    /(?<=^[ \t>*_]*(?:Q(?:uestion)?[ \t]?\d{0,2}[.:)]?[ \t]|\d{1,2}[.)][ \t])[^\n]+)\n(?:[ \t]*\n)?[ \t]*[*_]*(?:A|Ans|Answer)[ \t]?\d{0,2}(?:[.:)]|(?=[*_ \t]*\n?$))[*_]*[ \t]*_*[ \t]*$/gm,
    () => `\n\n${LINES}\n`,
  ],
  // `I have read this. Signature: ____`: a sentence, and a label of its own
  [
    /(?<=\p{Ll}{2}[.!])[ \t]+(?:\/[ \t]+)?(?=(?<label>\p{Lu}[\p{L}’'/]*(?: [\p{L}’'&/]+){0,4}):[ \t]*(?:_{4,}|\.{6,}|…{3,}))/gu,
    ({ groups }) => {
      const label = groups?.label ?? ''
      return knownLabel(label) !== undefined || typeOf(label) !== 'text' ? '\n\n' : undefined
    },
  ],
  // `Yes ☐ No ☐ If yes, say below`: what is said of an answer is none
  [/(?<=(?:Yes|No|N\/A)[ \t]*[☐□][ \t]*)(?=If (?:so|yes|no|not)\b)/gi, () => '\n\n'],
  // `If not, why not?` alone under a question
  [
    /(?<=(?:Yes|No|N\/A)[^\n]{0,20}\n(?:[ \t]*\n)?)[ \t]*\(?(If (?:so|yes|no|not|other)\b,? (?:[^()\n_:☐○….]|\.(?!\.)){3,90}?)\)?(?=[ \t]*(?:\n[ \t]*(?:\n(?![ \t]*[_.…☐○[])|\d{1,2}[.)][ \t]|(?<=[.:][ \t]*\n[ \t]*)[A-Z]|(?![\s\S]))|(?![\s\S])))/gi,
    ([, asked = '']) =>
      FOLLOWS_UP.test(asked) ? `${asked.replace(/[?.]$/, '')}?\n\n${LINES}\n` : undefined,
  ],
  // `Name: ____ Telephone: ____`, three times
  [
    /^[ \t]*(?:(?:\d{1,2}[.)]|[-*+•])[ \t]+)?(?<line>\p{L}[^\n]*(?:_{3,}|\.{5,}|…{2,})[^\n]*?)[ \t]*\n(?:[ \t]*\n)?(?:[ \t]*(?:(?:\d{1,2}[.)]|[-*+•])[ \t]+)?\k<line>[ \t]*(?:\n(?:[ \t]*\n)?|(?![\s\S]))){2,}/gmu,
    rowsOf,
  ],
]

const ways: readonly Way[] = [
  ...prompts,
  ...boxes,
  ...choices,
  ...rooms,
  ...captions,
  ...measures,
  ...meant,
]

const FOLLOWS_UP =
  /\b(?:why|how|what|when|where|whom?|which|give|provide|state|say|explain|describe|specify|list|name|details)\b/i

/** The same labels again and again are the columns of a table. */
function rowsOf({ 0: found, groups }: RegExpExecArray): string | undefined {
  const line = groups?.line ?? ''
  const heads = Array.from(
    line.matchAll(/(\p{L}[^_:\n]*?):?[ \t]*(?:_{3,}|\.{5,}|…{2,})/gu),
    ([, head = '']) => head,
  )
  if (heads.length < 2 || heads.some((head) => typeOf(head) === 'signature')) return undefined
  const count = found.split(line).length - 1
  const row = `|${' |'.repeat(heads.length)}\n`
  return `\n| ${heads.join(' | ')} |\n${row.replaceAll(' ', '-')}${row.repeat(count)}\n`
}
