import { knownLabel } from '../../../language/known-label.ts'

const YES_OR_NO = 'Yes|No|N\\/A|Not sure|Not applicable|Partly'

/** Answers to choose from that are drawn in rare ways, and the usual one. */
export const choices: readonly (readonly [
  RegExp,
  (match: RegExpExecArray) => string | undefined,
])[] = [
  // `once <>   always <>`, `(o) Website  ( ) Friend`
  [/(?<=\p{L}[^\n<>{}]*[ ])<[ ]?>/gu, () => '☐'],
  [/\([oO•●]\)(?=[^\n]*\([ ]?\))/g, () => '( )'],
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
  // `★ ★ ★ ★ ★`
  [
    /(?:[★☆⭐][ \t]?){3,10}(?=[ \t]*$)/gmu,
    ([found]) => Array.from(found.replace(/\s/g, ''), (_, index) => index + 1).join(' '),
  ],
  // `____ my tutor`, `____ nobody`: to be initialled
  [
    /(?:^[ \t]*_{2,6}[ \t]+\p{L}[^\n_]{1,80}(?:\n|(?![\s\S]))){2,}/gmu,
    ([found]) => found.replace(/^[ \t]*_{2,6}[ \t]+/gm, '☐ '),
  ],
  // `(1) (2) (3)`
  [
    /(?:\(\d{1,2}\)[ \t]*){3,}(?=$)/gm,
    ([found]) => found.replace(/[()]/g, ' ').trim().replace(/\s+/g, ' '),
  ],
  // `O Yes O No`
  [
    /(?<=^|[?:)][ \t]*)(?:[Oo0][ \t]+\p{Lu}[\p{L} ]{0,20}?[ \t]+){1,5}[Oo0][ \t]+\p{Lu}[\p{L} ]{0,20}(?=[ \t]*$)/gmu,
    ([found]) => found.replace(/(?<=^|[ \t])[Oo0](?=[ \t]+\p{Lu})/gu, '○'),
  ],
  // `o 16–24`, `o 25–34` under a question, as bullets of Word are pasted
  [
    /(?<=^(?:\*\*[^\n*]{2,60}\*\*|[^\n]{3,120}\?)[ \t]*\n(?:[ \t]*\n)?)(?:[ \t]*o[ \t]+\S[^\n]{0,60}(?<![.;])(?:\n|(?![\s\S]))){2,}/gm,
    ([found]) => found.replace(/^([ \t]*)o(?=[ \t])/gm, '$1○'),
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
  // `1   2   3`, and under it `Disagree ( ) ( ) ( ) Agree`
  [
    /^[ \t]*((?:\d{1,2}[ \t]+){2,9}\d{1,2})[ \t]*\n(?:[ \t]*\n)?[ \t#]*[\p{L} ]*?[ \t]*(?:(?:\( ?\)|[○☐])[ \t]*){3,10}[\p{L} ]*$/gmu,
    ([, figures = '']) => figures.trim().replace(/\s+/g, ' '),
  ],
  // `Which site? *` and under it `Mark only one oval.`
  [
    /(?<=^[^\n]*\p{L}[^\n]*)\n(?:[ \t]*\n)?[ \t]*((?:Mark|Check|Tick|Select|Choose) (?:only one|one|all that apply)[^\n.]{0,20})\.?[ \t]*\n(?:[ \t]*\n)?(?=[ \t]*(?:[-*+•][ \t]+)?(?:\( ?\)|\[ ?\]|[☐□○]|\d[ \t]+\d))/gimu,
    ([, how = '']) => ` (${how.toLowerCase()})\n\n`,
  ],
  // Answers over columns of boxes: `excellent   good`, and under it `Honesty   [ ]   [ ]`
  [
    /^[ \t]*(?:([^\n:|]{2,80}:)[ \t]+)?(\p{L}[\p{L}/-]*(?:(?:[ ]{2,}|\t)\p{L}[\p{L} /-]*?){1,6})[ \t]*\n(?:[ \t]*\n)?((?:[ \t]*\p{L}[^\n[\]☐□○(|]*?[ \t]{2,}(?:(?:\[[ ]?\]|[☐□○]|\([ ]?\))[ \t]*){2,7}(?:\n(?:[ \t]*\n(?=[ \t]*\p{L}[^\n]*[ \t]{2,}(?:\[[ ]?\]|[☐□○]|\([ ]?\))))?|(?![\s\S]))){1,})/gmu,
    ([, lead, heads = '', rows = '']) => {
      const answers = heads.trim().split(/[ ]{2,}|\t+/)
      const lines = rows.split('\n').filter((line) => line.trim() !== '')
      const boxes = /\[[ ]?\]|[☐□○]|\([ ]?\)/g
      if (lines.some((line) => line.match(boxes)?.length !== answers.length)) return undefined
      return `${lead ? `${lead}\n\n` : ''}${lines
        .map((line) => line.replace(boxes, '').trim())
        .map((label) => `${label}: ${answers.map((answer) => `○ ${answer}`).join(' ')}`)
        .join('\n\n')}\n`
    },
  ],
  // `How old are you?` and under it `Under 18 / 18 – 30 / Over 30`
  [
    /(?<=\?[ \t]*(?:\([^()\n]*\))?[*_]*[ \t]*\n(?:[ \t]*\n)?)[ \t]*[\p{L}\p{N}][^\n/|.:?_☐○]{0,30}(?:[ ]+\/[ ]+[\p{L}\p{N}][^\n/|.:?_☐○]{0,30}){1,9}(?=[ \t]*$)/gmu,
    ([found]) =>
      found
        .split(/[ ]+\/[ ]+/)
        .map((answer) => `○ ${answer.trim()}`)
        .join(' '),
  ],
  // `Did you see anybody? / Yes / No`, as the cells of a table are pasted
  [/(?<=\?)[ \t]*\/[ \t]+(?=Yes[ \t]*\/[ \t]*No\b)/gi, () => ' '],
  // `q Too far away`, `q Too little pay`: what the font Wingdings draws as boxes
  [
    /(?:^[ \t]*(?:[-*+•][ \t]+)?[q¨][ \t]+\p{Lu}[^\n]{0,80}(?:\n(?:[ \t]*\n(?=[ \t]*[q¨][ \t]))?|(?![\s\S]))){2,}/gmu,
    ([found]) => found.replace(/^([ \t]*(?:[-*+•][ \t]+)?)[q¨](?=[ \t])/gm, '$1☐'),
  ],
  // `Weather (tick one):` and under it `____ Dry` and `____ Wet`, or `Dry ____ Wet ____`
  [
    /(?<=\((?:please )?(?:tick|check|mark|choose|select|circle)\b[^()\n]*\)[ \t]*:?[*_]*[ \t]*\n(?:[ \t]*\n)?)(?:[ \t]*_{2,}[ \t]*\p{L}[^\n_]{0,80}(?:\n(?:[ \t]*\n(?=[ \t]*_{2,}[ \t]*\p{L}))?|(?![\s\S]))){2,}/gimu,
    ([found]) => found.replace(/^[ \t]*_{2,}[ \t]*/gm, '☐ '),
  ],
  [
    /(?<=\((?:please )?(?:tick|check|mark|choose|select|circle)\b[^()\n]*\)[ \t]*:?[*_]*[ \t]*\n?(?:[ \t]*\n)?)(?:[ \t]*\p{L}[\p{L} ’'-]{0,30}?[ \t]*_{2,}[.,;]?){2,}(?=[ \t]*$)/gimu,
    ([found]) => {
      const answers = [...found.matchAll(/\p{L}[\p{L} ’'-]*?(?=[ \t]*_)/gu)].map(
        ([answer]) => answer,
      )
      if (answers.some((answer) => knownLabel(answer) !== undefined)) return undefined
      return answers.map((answer) => `☐ ${answer}`).join(' ')
    },
  ],
]
