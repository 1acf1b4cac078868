import { DATE, GAP, LINES, type Way } from './way.ts'

/** Room for a letter or a figure: `_`, `\_`, a square, a frame. */
const SIGNS = ['\\\\?_', '[☐□▢◻⬜]', '\\[[ _]{0,3}\\]']
const SPACE = '[ \\u00a0]'
/** Signs of a kind in groups, such as `__/__/20__` and `[ ][ ]-[ ][ ]`. */
const GROUPED = new RegExp(
  `(?<![\\p{L}\\p{N}\\]!_\\\\])(?:(?:20|19)${SPACE}?)?(?:${SIGNS.map(
    (sign) =>
      `${sign}(?:${SPACE}?${sign}|${SPACE}?[-–—/.:]${SPACE}?(?:20|19)?${SPACE}?${sign}|${SPACE}?/${SPACE}?20\\d\\d(?!\\d))+`,
  ).join('|')})(?:${SPACE}?[ap]\\.?m\\.?(?:${SPACE}?/${SPACE}?[ap]\\.?m\\.?)?(?!\\p{L}))?`,
  'giu',
)
const NUMBERED = /\b(?:code|number|no\.?|reference|ref)[:*_]*[ \t]*$/i
const LONGEST_PART = 9
const SHORT_PART = 6

/** A date or a number that is drawn in parts, as one place; a line to write on stays what it is. */
function joined({ 0: whole, index, input }: RegExpExecArray): string | undefined {
  const found = whole.replace(/[ \u00a0]?[ap]\.?m.*$/i, '')
  // `__/__/____ – __/__/____`
  const [first = '', dash = '', second] = found.split(/([ \u00a0]*[-–—][ \u00a0]*)/)
  if (second?.includes('/') && first.includes('/')) return `${DATE}${dash}${DATE}`
  const parts = found.split(/[-–—/.:]/)
  const sizes = parts.map((part) => part.match(/_|[☐□▢◻⬜]|\[ *\]/g)?.length ?? YEAR)
  const [day = 0, month = 0, year = 0] = sizes
  const before = input.slice(Math.max(0, index - 40), index)
  const isNumber = NUMBERED.test(before)
  if (parts.length === 1) {
    const isFramed = /^(?:\[[ _]{0,2}\] ?){3,}$/.test(found)
    return isFramed && /^[ \t]*(?:\n|$)/.test(input.slice(index + found.length)) ? GAP : undefined
  }
  // A single box in each is one to tick.
  const isSmall = sizes.every((size) => size <= LONGEST_PART)
  if (!isSmall || (/[☐□▢◻⬜[]/.test(found) && day < 2)) return undefined
  if (parts.length === 3 && /[/.]/.test(found)) return isNumber ? GAP : DATE
  const isShort = found.includes('/') && sizes.every((size) => size <= SHORT_PART)
  const isMoney = found.includes('.') && /[£$€] ?$/.test(before)
  if (/[/.]/.test(found)) return parts.length > 3 || isShort || isMoney ? GAP : undefined
  const isDay = day === 2 && month === 2 && parts.length === 3 && !isNumber
  return isDay && (year === YEAR || found.startsWith('[')) ? DATE : GAP
}

const YEAR = 4

/** Ways to draw room to write, and the line or the date that is meant. */
export const rooms: readonly Way[] = [
  [GROUPED, joined],
  // `[  |  ] [  |  ]`, `[__/__/____]`, `|__|__|__|`
  [/\[[ _]*\|[ _|]*\](?:[ \t]*[/-]?[ \t]*\[[ _|]+\])*|\|(?:_{1,4}\|){2,}/g, () => GAP],
  [/\[[ \t_]{1,8}\/[ \t_]{1,8}\/[ \t]*(?:20)?[ \t_]{1,10}\]/g, () => DATE],
  // `Review date:    /    /`, `this ____ day of ________ 20__`, `Date: dd/mm/yyyy`, `D D M M Y Y`
  [/(?<=:)[ \t\u00a0]*\/[ \t\u00a0]*\/[ \t\u00a0]*$/gm, () => ` ${DATE}`],
  [
    /(?<!_)_{2,}[ \t]*(?:st|nd|rd|th)?[ \t]+day of[ \t]+_{3,},?[ \t]*(?:(?:20)?_{2,})?/g,
    () => DATE,
  ],
  [
    /(?<=[:\]][ \t]*|\bdate\b[^\n]*[ ])\[?[ \t]*(?:d ?d|m ?m)[ /.-]*(?:m ?m|d ?d)[ /.-]*y ?y(?: ?y ?y)?[ \t]*\]?(?=[ \t]*$)/gim,
    () => DATE,
  ],
  // `Make and model: &nbsp;&nbsp;&nbsp;`, `<u>          </u>`, `[          ]{.underline}`
  [/(?<=:)[ \t]*(?:&nbsp;[ \t]?){3,}/g, () => ` ${GAP} `],
  [
    /<u>(?:[ \t\u00a0]|&(?:nbsp|e[mn]sp);)*<\/u>|\[[ \t\u00a0]+\]\{\.(?:ul|underline)\}/g,
    () => GAP,
  ],
  // `**Date:** \***\*\*\***\_\_\***\*\***`, as a program leaves a line
  [/(?<=[:?][*_]{0,2}[ \t]*)(?=[\\*]*_)(?=_*[\\*])(?:\\?[*_]){8,}(?=[ \t]*$)/gm, () => GAP],
  // `for ...... minutes each`
  [/(?<=\p{L}[ ])\.{6,}(?=[ ]\p{Ll})/gu, () => GAP],
  // `Name:⇥`, `Telephone (day):⇥⇥Telephone (evening):⇥`
  [/(?<=^[^\n|>#]{2,100}:)[ ]*\t+[ \t]*(?=$|[\p{Lu}][^\n:]{1,40}:)/gmu, () => ` ${GAP}  `],
  // Round bullets with nothing behind them
  [/(?<=^[ \t]*)[•▪●◦](?=[ \t]*$)/gm, () => GAP],
  // `[]` alone on a line, and in a sentence
  [/^[ \t]*\[[ \t]*\][ \t]*$/gm, () => GAP],
  [
    /(?<=\p{L},?[ \t])\[\](?=[ \t]\p{Ll}|[,.;])(?=[^\n]*[.!?][ \t]*$)/gmu,
    (match) => (isOption(match) ? undefined : '____'),
  ],
  // A question with nothing under it but spaces that do not break, or several empty lines
  [
    /(?<=[:?](?:[ \t]*\([^()\n]*\))?[*_]*[ \t]*)\n(?:[ \t]*\n)*[ \t]*(?:&nbsp;|\u00a0)[ \t]*(?:\n[ \t]*(?:&nbsp;|\u00a0)?[ \t]*(?=\n|(?![\s\S])))*/g,
    () => `\n\n${LINES}\n`,
  ],
  [
    /(?<=^[^\n|>#:]{3,120}(?:[:?]|\? If [^\n.?]{5,80}\.)(?:[ \t]*\([^()\n]*\))?[*_]*[ \t]*)\n(?:[ \t]*\n)(?:(?:[ \t]*\n){2,}|[ \t]*\n(?=[^\n]*(?:[?:]|_{3,}|[☐□○❑[])|(?![\s\S])))/gm,
    () => `\n\n${LINES}\n\n`,
  ],
]

const YES_OR_NO = /\b(?:Yes|No|N\/A|Not sure|Not applicable|Partly)\b/i

/** A box before an answer, or a sign that is spoken of among others, such as `{}`. */
function isOption({ input, index }: RegExpExecArray): boolean {
  const line = input.slice(input.lastIndexOf('\n', index) + 1, input.indexOf('\n', index) >>> 0)
  return YES_OR_NO.test(line) || /[☐□]|\{\}|\(\)|["“”]{2}/.test(line)
}
