const NO_WORD_BEFORE = '(?<![\\p{L}\\p{N}_])'
const NO_WORD_AFTER = '(?![\\p{L}\\p{N}_])'
/** A place to write or to tick, as people draw it; `from` and `to` count in the text that it was found in. */
export interface Mark {
  readonly kind: 'gap' | 'box'
  readonly from: number
  readonly to: number
  /** Drawn as a date: `__/__/____`. */
  readonly isDate?: true
}

/** The places to write or to tick in a text, in their order. */
export function marksIn(text: string): Mark[] {
  const found = [...text.matchAll(pattern)].filter((match) => !isOmission(match))
  return found.map(({ index, groups = {}, 0: found }) => ({
    kind: groups.box === undefined ? 'gap' : 'box',
    from: index,
    to: index + found.length,
    ...(DATE.test(found) && { isDate: true as const }),
  }))
}

/** A legend of signs, `[...]` for what a quotation leaves out, and `[]` among other signs that are spoken of, such as `{}`. */
function isOmission({ 0: found, index, input }: RegExpExecArray): boolean {
  // `☐ means open`
  if (LEGEND.test(lineAround(input, index))) return true
  if (found === '[]') return /\{\}|\(\)|["“”']{2}/.test(lineAround(input, index))
  if (found === '[ ]') return /\{ \}|< >/.test(lineAround(input, index))
  if (!/^\[[.…]/.test(found)) return false
  if (/\b(?:dots|brackets|ellips[ie]s)\b/i.test(lineAround(input, index))) return true
  const before = input.slice(input.lastIndexOf('\n\n', index) + 1, index)
  const isQuoted = (before.match(/["“”]/g)?.length ?? 0) % 2 === 1
  const isWhole = /(?:^|[.!?]["”’)]?\s|\n)\s*$/.test(before)
  return isQuoted || (isWhole && /^\s+\p{L}/u.test(input.slice(index + found.length)))
}

const LEGEND = /^[ \t>*-]*[☐□○☑✓✔] ?(?:=|means|stands for)\s/

function lineAround(text: string, index: number): string {
  const end = text.indexOf('\n', index)
  return text.slice(text.lastIndexOf('\n', index) + 1, end < 0 ? undefined : end)
}

const DATE = /_,? 20_|[_.…] ?\/ ?[_.…]+ ?\/ ?(?:\d\d)?[_.…]|^[☐□▢◻⬜]{2}([/-])[☐□▢◻⬜]{2}\1[☐□▢◻⬜]/

const underscores = [
  `${NO_WORD_BEFORE}(?:[_.…]{2,8}|…) ?/ ?(?:[_.…]{2,8}|…) ?/ ?(?:20|19)?(?:[_.…]{2,8}|…)${NO_WORD_AFTER}`,
  // `________ 20__`, `20__ / 20__`, an address, a telephone number
  `(?<!_)_{3,},? 20_{2,}`,
  `${NO_WORD_BEFORE}20[_.…]{2,}(?: ?/ ?20[_.…]{2,})?${NO_WORD_AFTER}`,
  `(?<!_)_{2,}[ ]?@[ ]?_{2,}`,
  `\\(_{2,}\\)[ -]?_{2,}(?:[ -]_{2,})*`,
  // A number in parts
  `(?<!_)_{2,9}(?:[ ]_{2,9})+${NO_WORD_AFTER}(?![ ]?_)`,
  // A square for each letter
  '[☐□▢◻⬜]{2,}(?:[ /-][☐□▢◻⬜]+)*(?![☐□▢◻⬜]|[ \\t]*[\\p{L}\\p{N}])',
  `(?<=[:?][ \\t\\u00a0]*)__(?=\\s|$)`,
  // `__ Yes __ No`
  `(?<!_)__(?=[ ]?\\p{L}[^_\\n]*[ ]__[ ]?\\p{L})|(?<=(?<!_)__[ ]?\\p{L}[^_\\n]*[ ])__(?=[ ]?\\p{L})`,
  `(?<=${NO_WORD_BEFORE}(?:[Yy]es|[Nn]o|N/A)[ ]?)__(?!_)`,
  `(?<=${NO_WORD_BEFORE}(?:[Yy]es|[Nn]o|N/A))_{2,}`,
  `${NO_WORD_BEFORE}_{3,}${NO_WORD_AFTER}`,
  `${NO_WORD_BEFORE}_{4,}`,
  `(?<!_)_{4,}${NO_WORD_AFTER}`,
  '_{5,}',
  `${NO_WORD_BEFORE}_(?:[ \\u00a0]_){2,}${NO_WORD_AFTER}`,
]
// Dots in the middle of a text may be a pause, so there it takes more of them.
const dots = [
  '(?:[.…]{8,}|…{4,}[.…]*)(?![ .…]*\\d{1,3}[ \\t]*(?:\\n|$))',
  '(?:\\.{5,}|\\.*…[.…]*…[.…]*)(?=[^\\S\\n]*(?:$|\\n|\\t|[ \\u00a0]{2}))',
  // Not `F3. . . . .`, which is how laws print what was left out
  '(?<!\\b\\p{Lu}\\d{1,3}[ .\\u00a0]*)\\.(?:[ \\u00a0]\\.){4,}(?![ .…]*\\d{1,3}[ \\t]*(?:\\n|$))',
]
const brackets = ['\\[[ \\t\\u00a0]{3,}\\](?![(\\[])', '\\[_{2,}\\]', '\\[\\.{3,}\\]']
const boxes = [
  '[☐☑☒□❏❑▢◻⬜○◯⚪〇]',
  '(?<![\\p{L}\\p{N}])\\([ \\t\\u00a0]{1,3}\\)(?=[ \\t]*(?:[\\p{L}\\p{N}]|\\r?\\n|$))',
  '(?<![\\]!])\\[[ \\t\\u00a0]{1,2}\\](?![(\\[])',
  '(?<![\\]!\\p{L}\\p{N}])\\[\\](?![(\\[])',
]

const pattern = new RegExp(
  `(?<gap>${[...brackets, ...underscores, ...dots].join('|')})|(?<box>${boxes.join('|')})`,
  'gu',
)
