import { asksForMany, excludeEachOther } from '../../../language/exclusive-answers.ts'
import { knownLabel } from '../../../language/known-label.ts'
import { GAP, type Way } from './way.ts'

const WORD = '[\\p{L}\\p{N}][\\p{L}\\p{N}’+-]*(?: (?!or )[\\p{L}\\p{N}’+-]+){0,2}'
/** Answers with commas between them. */
const WORDS = `${WORD}(?:, ?(?!or )${WORD}){0,9}(?:,? or |, )${WORD}`

/** An answer of a scale. */
const GRADE =
  '(?:(?:strongly |slightly |somewhat |neither |very |not at all |completely )?(?:agree(?: n?or disagree)?|disagree|satisfied|dissatisfied|good|poor|bad|likely|unlikely|useful)|neutral|excellent|fair|average|outstanding|(?:could|can|do) ?not (?:tell|say|know|determine)|not sure|undecided|n\\/a)'

/** Answers to choose from that are drawn in rare ways, and the usual one. */
export const choices: readonly Way[] = [
  // `Title: Mr, Mrs, Dr or other ____`, `Title (Mr, Mrs): ____`
  [
    new RegExp(
      `(?<=^[ \\t]*[*_]{0,2}\\p{Lu}[^\\n:,|()]{1,40}?)(?:[ ]?\\((?<inner>${WORDS})\\)[*_]{0,2}:|:[*_]{0,2}[ ]+(?<outer>${WORDS}))[*_]{0,2}[ \\t]*(?:_{3,}|\\.{3,}|…[.…]*)[ \\t.]*$`,
      'gmu',
    ),
    ({ groups = {} }) => {
      const { inner, outer = '' } = groups
      const answers = (inner ?? outer).split(/,[ ]*(?:or[ ])?|[ ]or[ ]/)
      const isOther = /^other$/i.test(answers.at(-1)?.trim() ?? '')
      if (!isOther && !excludeEachOther('', answers)) return undefined
      const drawn = answers.map((answer) => `○ ${answer.trim()}`).join(' ')
      return `: ${drawn}${isOther ? ' ____' : ''}`
    },
  ],
  // `Were you told? Y ☐ N ☐`, `Would you come again?   Yes   No   Maybe`
  [
    /(?<=[:?][*_]{0,2}[ \t]*)(Y|Yes)[ ]?[☐□][ \t]*(No?)[ ]?[☐□](?:(?=[ \t]*$)|[ \t]+(?=\p{Lu}[^\n:?|]{1,40}[:?]))/gimu,
    ([found, yes, no]) => `○ ${yes} ○ ${no}${/\s$/.test(found) ? '\n' : ''}`,
  ],
  [
    /(?<=\?[*_]{0,2})(?:(?:[ ]{2,}|[ ]?\t+)\p{Lu}[\p{L}’']*(?: [\p{L}’']+){0,4}){2,7}(?=[ \t]*$)/gmu,
    ([found]) => {
      const answers = found.trim().split(/[ ]{2,}|[ ]?\t+/)
      if (answers.some((answer) => knownLabel(answer) !== undefined)) return undefined
      return ` ${answers.map((answer) => `○ ${answer}`).join(' ')}`
    },
  ],
  // `Honest Yes ☐ No ☐  Friendly Yes ☐ No ☐`
  [
    /^(?:[ \t]*\p{Lu}[^\n|☐□:?]{2,60}?[:?]?[ \t]+Yes ?[☐□][ \t]*No ?[☐□]){2,}[ \t]*$/gmu,
    ([found]) =>
      found.replace(/[:?]?[ \t]+Yes ?[☐□][ \t]*No ?[☐□][ \t]*/g, ': ○ Yes ○ No\n').trimEnd(),
  ],
  // `Reason: / Seen by: Yes / No`, as the cells of a table are pasted
  [
    /(?<=^[ \t]*\p{Lu}[^\n/|:]{1,40}:)[ \t]*\/[ \t]+(?=\p{Lu}[^\n:/|]{1,60}[:?][ \t]*(?:Yes|YES|Y)[ \t]*\/)/gmu,
    () => ` ${GAP}\n`,
  ],
  // `Strongly agree Agree Disagree`: a line of nothing but answers of a scale
  [
    new RegExp(`(?<=^[ \\t>]*)${GRADE}(?:[ \\t]+${GRADE}){2,6}(?=[ \\t]*$)`, 'gmi'),
    ([found]) =>
      Array.from(found.matchAll(new RegExp(GRADE, 'gi')), ([answer]) => `○ ${answer}`).join(' '),
  ],
  // `Diligence 1 2 3 4 5`, `Honesty 1 2 3 4 5`
  [
    /(?:^[ \t]*\p{Lu}[^\n:?|]{1,60}?[ \t]+1[ ]2[ ]3(?:[ ]\d{1,2}){0,7}[ \t]*(?:\n(?:[ \t]*\n)?|(?![\s\S]))){2,}/gmu,
    ([found]) => found.replace(/(?<=\S)[ \t]+(?=1 2 3[\d ]*$)/gm, ': '),
  ],
  // `Where: (a) here (b) there`: answers with letters, unless they are duties
  [
    /(?<=^[^\n:?]{2,80}[:?](?:[ \t]*\([^()\n]{2,40}\):?)?[ \t]+)\(?a[).][ \t]+[^\n;:?]+?[ \t]\(?b[).][ \t]+[^\n;:?]+$/gimu,
    lettered,
  ],
  // `How was it? Badly  1  2  3  Well`
  [
    /(?<=\?)[ \t]+(?=\p{Lu}[\p{L} ’']{1,40} {2,}[01](?: +\d{1,2}){2,10} {2,}\p{L}[\p{L} ’']{1,40}$)/gmu,
    () => '\n\n',
  ],
  // `Is it resolved? [Yes/No]`
  [
    /(?<=[?:][ \t]*)\[([^[\]\n/]{1,25}(?:\/[^[\]\n/]{1,25}){1,5})\](?=[ \t]*$)/gm,
    ([, answers = '']) => (/^\s*y(?:es)?\s*\//i.test(answers) ? answers : undefined),
  ],
  // `Happy to help? [Y] [N]`
  [/\[(Y(?:es)?)\][ \t]*\/?[ \t]*\[(No?)\]/gi, () => '☐ Yes ☐ No'],
  // `Any allergies? No / Yes: ____`
  [
    /(?<=\?(?:[ \t]*\([^()\n]*\))?[ \t]*)(No|Yes)[ \t]*\/[ \t]*(Yes|No)(?=[ \t]*[:,–-]?[^\n_.…/]{0,40}(?:_{3,}|[.…]{4,}))/gi,
    ([, one, other]) => `☐ ${one} ☐ ${other}`,
  ],
  // `Did it help: yes / no. If no, why: ____`
  [
    /(?<=[:?](?:[ \t]*\([^()\n]*\))?[ \t]*)(yes|no)[ \t]*\/[ \t]*(no|yes)[.,;]?(?=[ \t]+if\b[^\n]*(?:_{3,}|[.…]{2,}))/gi,
    ([, one = '', other = '']) => `☐ ${one} ☐ ${other} `,
  ],
  // `Not at all  1 ( )  2 ( )  3 ( )  Very`
  [
    /^[ \t]*(?:\p{L}[\p{L} ]{0,30}[ \t]+)?(?:\d{1,2}[ ]?(?:\( ?\)|\[ ?\]|[☐□○])[ \t]*){3,10}(?:\p{L}[\p{L} ]{0,30})?$/gmu,
    ([found]) => found.match(/\d+/g)?.join(' '),
  ],
  // `(1) (2) (3)`
  [
    /(?:\(\d{1,2}\)[ \t]*){3,}(?=$)/gm,
    ([found]) => found.replace(/[()]/g, ' ').trim().replace(/\s+/g, ' '),
  ],
  // `1   2   3`, and under it `Disagree ( ) ( ) ( ) Agree`
  [
    /^[ \t]*((?:\d{1,2}[ \t]+){2,9}\d{1,2})[ \t]*\n(?:[ \t]*\n)?[ \t#]*[\p{L} ]*?[ \t]*(?:(?:\( ?\)|[○☐])[ \t]*){3,10}[\p{L} ]*$/gmu,
    ([, figures = '']) => figures.trim().replace(/\s+/g, ' '),
  ],
  // `Team *`, which must be answered, over its answers
  [
    /(?<=^[ \t]*\p{Lu}[^\n|*]{1,80})[ ]\*(?=[ \t]*\n(?:[ \t]*\n)?[ \t]*(?:\( ?\)|\[ ?\]|[☐□○]))/gmu,
    () => '',
  ],
  // `Which site? *` and under it `Mark only one oval.`
  [
    /(?<=^[^\n]*\p{L}[^\n]*)\n(?:[ \t]*\n)?[ \t]*((?:Mark|Check|Tick|Select|Choose) (?:only one|one|all that apply)[^\n.]{0,20})\.?[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*(?:[-*+•][ \t]+)?(?:\( ?\)|\[ ?\]|[☐□○]|\d[ \t]+\d))/gimu,
    ([, how = '']) => ` (${how.toLowerCase()})\n\n`,
  ],
  // `How old are you?` and under it `Under 18 / 18 – 30 / Over 30`
  [
    /(?<=\?[ \t]*(?:\([^()\n]*\))?[*_]*[ \t]*\n(?:[ \t]*\n)?)(?![^\n]*\S[ ]{2,}\S)[ \t]*[\p{L}\p{N}][^\n/|.:?_☐○]{0,30}(?:[ ]+\/[ ]+[\p{L}\p{N}][^\n/|.:?_☐○]{0,30}){1,9}(?=[ \t]*$)/gmu,
    ([found]) =>
      found
        .split(/[ ]+\/[ ]+/)
        .map((answer) => `○ ${answer.trim()}`)
        .join(' '),
  ],
  // `Did you see anybody? / Yes / No`, `Your age (please tick) / 13 / 14–15`, as the cells of a table are pasted
  [
    /(?<=^(?<lead>[^\n|]*\p{L}[^\n|]*(?:[?:]|\([^()\n]*\b(?:tick|circle|choose|select|delete|mark)\b[^()\n]*\))))(?:[ \t]*\/[ \t]+[^\s/|:.?_☐□](?:[^\n/|:.?_☐□]{0,28}[^\s/|:.?_☐□])?){2,9}(?=[ \t]*$)/gimu,
    ({ 0: found, groups }) => {
      const answers = found.split(/[ \t]*\/[ \t]+/).slice(1)
      const isChosen = /\($|[^:?]$/.test(groups?.lead ?? '') || excludeEachOther('', answers)
      const sign = /[?:]$/.test(groups?.lead ?? '') ? '' : ':'
      return isChosen
        ? `${sign} ${answers.map((answer) => `○ ${answer.trim()}`).join(' ')}`
        : undefined
    },
  ],
  // `Age:  18-25   26-35     Sex:  Female   Male`
  [
    /^[ \t]*\p{Lu}[^\n:|_☐□○?]{1,30}:[ ]+[^\n|_☐□○?<>()[\]]*\S[ ]{2,}\S[^\n|_☐□○?<>()[\]]*$/gmu,
    ([found]) => {
      const parts = found.trim().split(/[ ]{3,}(?=\p{Lu}[^:\n]{1,30}:)/u)
      const drawn = parts.map((part) => {
        const [label = '', ...more] = part.split(/:[ ]+/)
        const answers = more.join(': ').split(/[ ]{2,}/)
        const isOne =
          more.length === 1 &&
          answers.length > 1 &&
          answers.every((answer) => /^[\p{L}\p{N}]/u.test(answer)) &&
          excludeEachOther(label, answers)
        return isOne ? `${label}: ${answers.map((answer) => `○ ${answer}`).join(' ')}` : undefined
      })
      return drawn.includes(undefined) ? undefined : drawn.join('\n')
    },
  ],
]

/** `(a) by post (b) by telephone`, as answers to choose from. */
function lettered({ 0: found, input, index }: RegExpExecArray): string | undefined {
  const lead = input.slice(input.lastIndexOf('\n', index - 1) + 1, index)
  const parts = found.split(/[\s,]*\(?\b([a-h])[).][ \t]+/i).slice(1)
  const letters = parts.filter((_, at) => at % 2 === 0)
  const answers = parts
    .filter((_, at) => at % 2 === 1)
    .map((answer) => answer.replace(/,? (?:and|or)$/, '').trim())
  const isChosen =
    letters.every((letter, at) => letter.toLowerCase() === 'abcdefgh'.charAt(at)) &&
    answers.every((answer) => /^\p{L}[^.]*$/u.test(answer) && answer.split(' ').length <= 4) &&
    !/\b(?:shall|will|must|may|should|to|agrees?|undertakes?|includes?|that|following)\W*$/i.test(
      lead,
    )
  const box = asksForMany(lead) ? '☐' : '○'
  return isChosen ? answers.map((answer) => `${box} ${answer}`).join('  ') : undefined
}
