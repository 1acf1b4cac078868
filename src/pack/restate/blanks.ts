import { withoutCode } from '../../convert/markdown/mask.ts'
import { asksForMore, knownLabel } from '../../language/known-label.ts'
import { choices } from './choices.ts'
import type { Edit } from './edits.ts'
import { prompts } from './prompts.ts'
import { ratings } from './ratings.ts'

const GAP = '____________'
const ROOM = `${GAP}\n${GAP}\n${GAP}`
const YES_OR_NO = 'Yes|No|N\\/A|Not sure|Not applicable|Partly'

/** Ways to draw a blank that are rare, and the usual one; undefined leaves a place as it is. */
const ways: readonly (readonly [RegExp, (match: RegExpExecArray) => string | undefined])[] = [
  ...prompts,
  ...choices,
  // `□□ - □□ - □□`
  [/[□▢☐]{2,}(?:[ ]?[-–][ ]?[□▢☐]{2,})+/g, () => GAP],
  // `Name:                  Date of birth:   /   /`
  [
    /(?<=^[ \t]*\p{Lu}[^\n|:_]{1,40}:)[ ]{6,}(?=\p{Lu}[^\n:]{1,30}:[ \t]+\/)/gmu,
    () => ` ${GAP}    `,
  ],
  // `Make and model: &nbsp;&nbsp;&nbsp;`, `[  |  ] [  |  ]`, `D D M M Y Y`
  [/(?<=:)[ \t]*(?:&nbsp;[ \t]?){3,}/g, () => ` ${GAP} `],
  [/\[[ _]*\|[ _|]*\](?:[ \t]*[/-]?[ \t]*\[[ _|]+\])*/g, () => GAP],
  [/(?<=\b[Dd]ate\b[^\n]*[ ])D ?D[ /]M ?M[ /]Y ?Y(?: ?Y ?Y)?(?=[ \t]*$)/gm, () => '__/__/____'],
  // `HR: ______ (name) ______ (signature)`
  [
    /^(?![ \t]*[xX][ \t_])([ \t]*\p{L}[^:\n_]{0,30}):?[ \t]*((?:_{4,}[ \t]*\([^()\n]{3,30}\)[ \t]*){2,})$/gmu,
    ([, who = '', rest = '']) =>
      rest
        .replace(
          /_{4,}[ \t]*\(([^()]+)\)[ \t]*/g,
          (_, what: string) => `${who.trim()} (${what}): ${GAP}  `,
        )
        .trimEnd(),
  ],
  // `Sort code: __ __ - __ __ - __ __`, which is no date
  [
    /(?<=\b(?:code|number|no\.?|reference|ref)[:*_]*[ \t]*)_{1,2}(?:[ /.-]{1,3}_{1,2}){2,}(?!_)/gi,
    () => GAP,
  ],
  // `_ _ / _ _ / _ _ _ _`
  [
    /(?<!_)_{1,2}[ \u00a0]_{1,2}[ \u00a0]*([/.-])[ \u00a0]*_{1,2}[ \u00a0]_{1,2}[ \u00a0]*\1[ \u00a0]*_{1,2}(?:[ \u00a0]_{1,2}){1,3}(?!_)/g,
    () => '__/__/____',
  ],
  // `this ____ day of ________ 20__`, `Date: [__/__/____]`, `Review date:    /    /`
  [
    /(?<!_)_{2,}[ \t]*(?:st|nd|rd|th)?[ \t]+day of[ \t]+_{3,},?[ \t]*(?:(?:20)?_{2,})?/g,
    () => '__/__/____',
  ],
  [/\[[ \t_]{1,8}\/[ \t_]{1,8}\/[ \t]*(?:20)?[ \t_]{1,10}\]/g, () => '__/__/____'],
  [/(?<=:)[ \t\u00a0]{2,}\/[ \t\u00a0]{2,}\/[ \t\u00a0]*$/gm, () => ' __/__/____'],
  // `__.__.____`
  [/(?<![_.])_{2}\._{2}\._{2,4}(?![_.])/g, () => '__/__/____'],
  // `\_\_-\_\_-\_\_`, `_ _ _ – _ _ _`
  [/(?<![\\_])(?:\\_)+(?:[ ]?[-–][ ]?(?:\\_)+)+/g, () => GAP],
  [
    /(?<![_\p{L}])_(?:[ \u00a0]_)+(?:[ \u00a0]?[-–—][ \u00a0]?_(?:[ \u00a0]_)+)+(?![_\p{L}])/gu,
    () => GAP,
  ],
  // `**Date:** \***\*\*\***\_\_\***\*\***`, as a program leaves a line
  [/(?<=[:?][*_]{0,2}[ \t]*)(?=[\\*]*_)(?:\\?[*_]){8,}(?=[ \t]*$)/gm, () => GAP],
  // `<u>          </u>`, `[          ]{.underline}`
  [
    /<u>(?:[ \t\u00a0]|&(?:nbsp|e[mn]sp);)*<\/u>|\[[ \t\u00a0]+\]\{\.(?:ul|underline)\}/g,
    () => GAP,
  ],
  // `[ ][ ][ ][ ]` and `___ - ____ - __`: a number in parts
  [
    /(?<![\]!])(?:\[[ _]?\]){2}[ ]?[/.-][ ]?(?:\[[ _]?\]){2}[ ]?[/.-][ ]?(?:\[[ _]?\]){2,4}(?!\[)/g,
    () => '__/__/____',
  ],
  [/(?<![\]!])(?:\[[ _]{0,2}\][ ]?[-–]?[ ]?){3,}(?=[ \t]*$)/gm, () => GAP],
  [/(?<![_/-])_{2,6}(?:[ ][-–][ ]_{2,6})+(?![_/-])/g, () => GAP],
  // `for ...... minutes each`
  [/(?<=\p{L}[ ])\.{6,}(?=[ ]\p{Ll})/gu, () => GAP],
  // `X________    ____/____/____`
  [
    /^[ \t]*[xX][ \t]?_{5,}[ \t]+_{2,}[ ]?\/[ ]?_{2,}[ ]?\/[ ]?_{2,}[ \t]*$/gm,
    () => `Signature: ${GAP} Date: __/__/____`,
  ],
  // `Signed: Buyer ______ Seller ______`, `Signatures: …`
  [
    /^[ \t]*Sign(?:ed|ature|atures)[ \t]*:[ \t]*(?:\p{Lu}[\p{L}’' ]{1,30}?[ \t]*(?:_{4,}|\.{6,}|…{3,})[ \t]*){2,}$/gmu,
    ([found]) =>
      found
        .replace(/^[^:]*:[ \t]*/, '')
        .replace(/(\p{L}[\p{L}’' ]*?)[ \t]*(?:_{4,}|\.{6,}|…{3,})/gu, `$1 (signature): ${GAP}`),
  ],
  // `Signed: ______ (print name) ______`: what stands behind the first belongs to the second
  [
    /(?<=^[^\n|]*\p{L}[^\n_|]*_{4,})[ \t]*\((\p{L}[^()\n]{2,30})\)[ \t]*:?[ \t]*(?=_{4,}[ \t]*(?:$|\p{Lu}))/gmu,
    ([, caption = '']) => `  ${caption.charAt(0).toUpperCase()}${caption.slice(1)}: `,
  ],
  // `Manager (sign) ______ (print) ______ (date) ______`
  [
    /^([ \t]*\p{Lu}[\p{L} ’']{1,40}?)[ \t]*\(sign(?:ed|ature|ature)?\)[ \t]*:?[ \t]*_{4,}(?:[ \t]*\((print|name|print name)\)[ \t]*:?[ \t]*_{4,})?(?:[ \t]*\((date)\)[ \t]*:?[ \t]*_{3,})?[ \t]*$/gimu,
    ([, who = '', name, date]) =>
      [
        `${who} (signature): ${GAP}`,
        ...(name ? [`${who.trim()} (name in print): ${GAP}`] : []),
        ...(date ? [`Date: ${GAP}`] : []),
      ].join('  '),
  ],
  // `Telephone: (home) ____ (work) ____`
  [
    /^([ \t]*\p{Lu}[^:\n_]{1,40}?)[ \t]*:(?:[ \t]*\([^()\n_]{2,30}\)[ \t]*:?[ \t]*(?:_{3,}|\.{5,}|…{2,})){2,}[ \t]*$/gmu,
    ([found, label = '']) =>
      found
        .slice(found.indexOf(':') + 1)
        .replace(/\(([^()]+)\)[ \t]*:?[ \t]*[_.…]+/g, `${label.trim()} ($1): ${GAP} `),
  ],
  // `Address ……………`, and under it `…………… Postcode ………`: the first goes on
  [
    /(?<=\p{L}[^\n]*(?:_{6,}|[.…]{6,})[ \t]*\n(?:[ \t]*\n)?)[ \t]*(?:_{8,}|[.…]{8,})[ \t]+(?=\p{Lu}[^\n_.…]{1,40}(?:_{4,}|[.…]{4,}))/gmu,
    () => `${GAP}\n`,
  ],
  // `£____.____`
  [/(?<=[£$€] ?)_{2,}\.[ ]?_{2,4}(?!_)/g, () => GAP],
  // Lines to write on, and what belongs on each under it, after an empty line
  [
    /(?<=^[ \t]*_{5,}(?:[ \t]{2,}_{3,})+[ \t]*)\n[ \t]*\n(?=[^\n_:|]*\S[ \t]{2,}\S[^\n_:|]*$)/gm,
    ({ input, index }) => {
      const lines = input.slice(Math.max(0, index - 500), index).split('\n')
      const [, former = '', above = ''] = lines.filter((line) => line.trim() !== '').reverse()
      const isAbove = /\S[ \t]{2,}\S/.test(former) && !/_{3,}/.test(former + above)
      return isAbove ? undefined : '\n'
    },
  ],
  // `Signature        Date`, and the lines under them
  [
    /(?<!_{3,}[ \t]*\n(?:[ \t]*\n)?)^(?![ \t]*[|>#])[^\n_:]*\S[ \t]{2,}\S[^\n_:]*\n(?:[ \t]*\n)?[ \t]*_{5,}(?:[ \t]{2,}_{3,})+[ \t]*$/gm,
    inColumns,
  ],
  // `|__|__|__|`, `__:__ am/pm` and `__-__-__`, which Markdown takes for bold words
  [/\|(?:_{1,4}\|){2,}/g, () => GAP],
  [/(?<![_:])_{1,4} ?: ?_{1,4}(?: ?[ap]\.?m\.?(?: ?\/ ?[ap]\.?m\.?)?)?(?![_:\p{L}])/gu, () => GAP],
  [/(?<![_-])_{2,9}(?:-_{2,9})+(?![_-])/g, () => GAP],
  // `Sign here: X____`, and `Manager: X____`
  [
    /:[ \t]*[xX][ \t]?(?=_{5,})/g,
    ({ input, index }) =>
      /\bsign[^\n]*$/i.test(input.slice(Math.max(0, index - 60), index)) ? ': ' : ' (signature): ',
  ],
  // `X________ (employee)  ______ (date)`
  [
    /^[ \t]*[xX][ \t]*_{5,}[ \t]*\(([^()\n]{2,40})\)(?:[ \t]*_{3,}[ \t]*\(date\))?/gim,
    ([found, who]) => `Signature (${who}): ${GAP}${/date/i.test(found) ? ` Date: ${GAP}` : ''}`,
  ],
  // `Name:⇥`, `Telephone (day):⇥⇥Telephone (evening):⇥`
  [/(?<=^[^\n|>#]{2,100}:)[ ]*\t+[ \t]*(?=$|[\p{Lu}][^\n:]{1,40}:)/gmu, () => ` ${GAP}  `],
  // A question with nothing under it but spaces that do not break, or several empty lines
  [
    /(?<=[:?](?:[ \t]*\([^()\n]*\))?[*_]*[ \t]*)\n(?:[ \t]*\n)*[ \t]*(?:&nbsp;|\u00a0)[ \t]*(?:\n[ \t]*(?:&nbsp;|\u00a0)?[ \t]*(?=\n|(?![\s\S])))*/g,
    () => `\n\n${ROOM}\n`,
  ],
  [
    /(?<=^[^\n|>#:]{3,120}[:?](?:[ \t]*\([^()\n]*\))?[*_]*[ \t]*)\n(?:[ \t]*\n)(?:(?:[ \t]*\n){2,}|[ \t]*\n(?=[^\n]*(?:[?:]|_{3,}|[☐□○❑[])|(?![\s\S])))/gm,
    () => `\n\n${ROOM}\n\n`,
  ],
  // `Date: dd/mm/yyyy`
  [
    /(?<=[:\]][ \t]*)\[?[ \t]*(?:dd|mm)[ /.-]+(?:mm|dd)[ /.-]+y{2,4}[ \t]*\]?(?=[ \t]*$)/gim,
    () => '__/__/____',
  ],
  // `X________`, and under it who signs
  [/^[ \t]*[xX][ \t]?(?=(?:\\?_){5,}[ \t]*\n(?:[ \t]*\n)?[^\n_]*\bsign)/gim, () => ''],
  // `X________` to sign on
  [/^[ \t]*[xX][ \t]?_{5,}[ \t]*$/gm, () => `Signature: ${GAP}`],
  // `Mark: /5`, `Score: ___/5`, `Confidence: /10`
  [
    /(?<=:[*_]{0,2}[ \t]*)\/[ \t]*([3-5])(?=[ \t]*$)/gm,
    ([, most]) => Array.from({ length: Number(most) }, (_, at) => at + 1).join(' '),
  ],
  [
    /(?<=[:?][*_]{0,2})[ \t]*(?:_{2,}[ \t]*\/|\/(?![ \t]*[3-5][ \t]*$))[ \t]*(\d{1,3})(?=[ \t]*$)/gm,
    ([, most]) => ` ____ (out of ${most})`,
  ],
  [
    /(?<=[\p{L})])[ \t]+_{2,}[ \t]*\/[ \t]*(\d{1,3})(?=[ \t]*$)/gmu,
    ([, most]) => `: ____ (out of ${most})`,
  ],
  // `Amount: £____`, `Hourly rate: £`
  [
    /(?<=^[^\n|]*:)[ \t]*([£$€])[ \t]*(?:_{2,}|\.{5,})?(?=[ \t]*$)/gm,
    ([, sign]) => ` ____ (${sign})`,
  ],
  // A line to write on, and under it `(signature of mentor)`
  [
    /^[ \t]*_{5,}[ \t]*\n[ \t]*\((\p{L}[^()\n]{2,60})\)[ \t]*$/gmu,
    ([, label = '']) =>
      knownLabel(label) === undefined && !/\bsign/i.test(label)
        ? undefined
        : `${label.charAt(0).toUpperCase()}${label.slice(1)}: ${GAP}`,
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
  // `Driver: ____`, and under it `(signature)`
  [
    /(?<=^[^\n_]*\p{L}[^\n_]*_{5,}[ \t]*)\n[ \t]*(?=\((?:signature|signed|date|(?:print(?:ed)? )?name)\)[ \t]*$)/gimu,
    () => ' ',
  ],
  // Empty points right under a text, which Markdown takes for more of it
  [/(?<=\S[ \t]*)\n(?=[ \t]*1[.)][ \t]*\n[ \t]*2[.)][ \t]*$)/gm, () => '\n\n'],
  // `Q1. How are you?` and under it `A. ____`
  [
    /(?<=^[ \t>*_]*(?:Q(?:uestion)?[ \t]?\d{0,2}[.:)]?[ \t]|\d{1,2}[.)][ \t])[^\n]+)\n(?:[ \t]*\n)?[ \t]*[*_]*(?:A|Ans|Answer)[ \t]?\d{0,2}(?:[.:)]|(?=[*_ \t]*\n?$))[*_]*[ \t]*_*[ \t]*$/gm,
    () => `\n\n${ROOM}\n`,
  ],
  // `[]` alone on a line, and in a sentence
  [/^[ \t]*\[[ \t]*\][ \t]*$/gm, () => GAP],
  [
    /(?<=\p{L},?[ \t])\[\](?=[ \t]\p{Ll}|[,.;])(?=[^\n]*[.!?][ \t]*$)/gmu,
    (match) => (isOption(match) ? undefined : '____'),
  ],
  // `Name:Position:` and `Time away: From: To:`, each with nothing beside it
  [
    /(?<=^\p{Lu}[^\n:|]{1,40}:)(\p{Lu}[^\n:|/]{1,40}:)[ \t]*$/gmu,
    ([, next]) => ` ${GAP}  ${next} ${GAP}`,
  ],
  [
    /(?<=^[^\n|>#_]*:[ \t]*(?:From|Between):)[ \t]+((?:To|Until|And):)(?=[ \t]*$)/gim,
    ([, end]) => ` ${GAP} ${end} ${GAP}`,
  ],
  // `Signed: parent / Date`, as the cells of a table are pasted
  [
    /^([ \t]*Sign(?:ed|ature)\b[^\n/:|]{0,40}?)[ \t]*\/[ \t]*(Date)[ \t]*:?[ \t]*$/gim,
    ([, who, date]) => `${who}: ${GAP}  ${date}: ${GAP}`,
  ],
  // `By: ____`, and under it the name and title of who signs
  [
    /(?<=^[ \t]*[*_]{0,2}By)(?=:[*_]{0,2}[ \t]*(?:\\?_){4,}[ \t]*\n(?:[ \t]*\n)?[ \t]*[*_]{0,2}(?:(?:Print(?:ed)? )?Name|Title)\b)/gim,
    () => ' (signature)',
  ],
  // `If not, why not?` alone under a question
  [
    /(?<=(?:Yes|No|N\/A)[^\n]{0,20}\n(?:[ \t]*\n)?)[ \t]*\(?(If (?:so|yes|no|not),? (?:why|how|what|when|where|who|which|give|state)\b[^()\n_:☐○]{0,60}?)\)?(?=[ \t]*(?:\n[ \t]*(?:\n(?![ \t]*[_.…☐○[])|(?![\s\S]))|(?![\s\S])))/gi,
    ([, asked = '']) => `${asked.replace(/[?.]$/, '')}?\n\n${ROOM}\n`,
  ],
]

/** Labels over as many lines, each with its own. */
function inColumns({ 0: found }: RegExpExecArray): string | undefined {
  const [words = '', lines = ''] = found.split(/\n\s*/)
  const labels = words.trim().split(/[ \t]{2,}/)
  if (labels.length !== lines.trim().split(/[ \t]{2,}/).length) return undefined
  if (labels.some((label) => label.length > 40)) return undefined
  return labels.map((label) => `${label}: ${GAP}`).join('    ')
}

/** A box before an answer, or a sign that is spoken of among others, such as `{}`. */
function isOption({ input, index }: RegExpExecArray): boolean {
  const line = input.slice(input.lastIndexOf('\n', index) + 1, input.indexOf('\n', index) >>> 0)
  return (
    new RegExp(`\\b(?:${YES_OR_NO})\\b`, 'i').test(line) || /[☐□]|\{\}|\(\)|["“”]{2}/.test(line)
  )
}

/** A label, an empty line and a rule: `Job title`, ``, `---`. */
const RULED =
  /^(?![ \t]*[#>|*-])([^\n]{2,60}?)[ \t]*:?[ \t]*\n[ \t]*\n[ \t]*(?:-{3,}|(?:_[ \t]){3,}_?|\[[ \t]*\])[ \t]*$(?!\n[ \t]*\()/gm

/** `Hall:`, `Floor:`, `Key holder:`, each in a line, a paragraph or a point of its own with nothing beside it. */
const ROW =
  /(?:^[ \t]*(?:(?:[-*+•]|>|\d{1,2}[.)](?=[^?\n]*$))[ \t]+)?[*_]{0,2}\p{Lu}[^:?!,;|\n]{0,40}(?:(?::|(?<!^[ \t]*[-*+•][^\n]*)\?)[*_]{0,2}|[*_]{1,2}:)[ \t]*(?:\n(?:[ \t]*\n(?![ \t]*\n))?|(?![\s\S]))){2,}/gmu

function isSingle(label: string): boolean {
  return knownLabel(label) === 'short' && !/s:\s*$/.test(label)
}

/** A place beside each label of a row; the last may ask for what stands under it: `Tasks:` and a list. */
function placesInRow({ 0: found, index, input }: RegExpExecArray): Edit[] {
  const isLead = /^\s*(?:[-*+•|]|\d+[.)])(?![^\n]*\?)/.test(input.slice(index + found.length))
  const lines = [...found.matchAll(/^[ \t]*(\S[^\n]*?)[ \t]*$/gm)]
  // Questions alone are to be thought about; among labels they are asked.
  const questions = lines.filter(([line]) => line.includes('?')).length
  if (lines[0]?.[1]?.includes('?') || questions > lines.length / 2) return []
  if (lines.length < 3 && (isLead || questions > 0)) return []
  return lines.flatMap((line, at) => {
    const label = (line[1] ?? '').replace(/^(?:[-*+•>]|\d{1,2}[.)])[ \t]+|[*_]{1,2}/g, '')
    const isAsking = at < lines.length - 1 || !isLead || isSingle(label)
    const to = index + line.index + line[0].length
    const room = asksForMore(label) ? `\n\n${ROOM}\n` : ` ${GAP}`
    return isAsking ? { from: index + line.index + line[0].trimEnd().length, to, text: room } : []
  })
}

/** `Name`, `Job title`, `E-mail (required)`, each in a line or point of its own, with nothing drawn beside them. */
const BARE =
  /(?<=(?:^|[^\n]*\n)[ \t]*\n?)(?:^[ \t]*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?[*_]{0,2}\p{Lu}[^\n.:?!;|_☐]{1,44}[*_]{0,2}[ \t]*(?:\n(?:[ \t]*\n(?=[ \t]*(?:[-*+•]|\d{1,2}[.)])))?|(?![\s\S]))){3,}/gmu

/** A place beside each, if nearly all are ones that stand before a blank on many forms. */
function placesBeside({ 0: found, index, input }: RegExpExecArray): Edit[] {
  const lines = [...found.matchAll(/^[ \t]*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?(\S[^\n]*?)[ \t]*$/gm)]
  const known = lines.filter(
    ([, label = '']) => knownLabel(label.replace(/[*_]+|\s*\([^()]*\)/g, '').trim()) !== undefined,
  ).length
  const [before = ''] =
    /[^\n]*\S[^\n]*(?=\s*$)/.exec(input.slice(Math.max(0, index - 200), index)) ?? []
  // What somebody is to bring, or what a record holds.
  const isListed = /:[*_]*\s*$/.test(before) && before.trim().split(/\s+/).length > 3
  if (known < lines.length * MOST_KNOWN || isListed) return []
  return lines.map(({ index: at, 0: line }) => {
    const to = index + at + line.trimEnd().length
    return { from: to, to, text: `: ${GAP}` }
  })
}

const MOST_KNOWN = 0.7

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
  const ruled = Array.from(text.matchAll(RULED)).flatMap(({ index, 0: found, 1: label = '' }) => {
    const words = label.replace(/\*+/g, '').trim()
    if (knownLabel(words) === undefined || /\S[ \t\u00a0]{2,}\S/.test(words)) return []
    return { from: index + label.length, to: index + found.length, text: `: ${GAP}` }
  })
  return [
    ...ruled,
    ...Array.from(text.matchAll(ROW)).flatMap(placesInRow),
    ...Array.from(text.matchAll(BARE)).flatMap(placesBeside),
    ...ratings(text),
    ...drawn,
  ]
}
