import { doubtful, type Style } from '../style.ts'
import type { Setting } from '../surroundings.ts'
import { isNamed, isOrganisation, judge, judgeMarked, type Verdict } from '../words.ts'

const WORDS = "(?<words>\\p{L}[\\p{L}\\d_'’./-]{0,40}(?: [\\p{L}\\d_'’./-]{1,20}){0,5})"

/** The same signs before and after words: `%NAME%`, `##NAME##`, `@@name@@`, `--name--`. A sign is as a pattern has it. */
function framed(sign: string, from: number, judgement: Style['judge']): Style {
  const one = `\\\\?${sign}`
  const space = from > 1 ? ' ?' : ''
  return {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}\\\\:/${sign}])(?<open>(?:${one}){${from},3})${space}${WORDS}${space}\\k<open>(?![\\p{L}\\p{N}${sign}])`,
      'gu',
    ),
    judge: judgement,
  }
}

/** Words between signs that are no brackets. */
export const frames: readonly Style[] = [
  // `*|FNAME|*` of newsletters
  { pattern: /\*\|(?<words>[A-Z][A-Z_:]{1,40})\|\*/g, judge: () => 'sure' },
  ...['%', '#', '@', '&'].map((sign) => framed(sign, 1, judgeFramed)),
  ...['~', '\\^', '=', '\\+', '!', '\\/', '\\|', ';'].map((sign) => framed(sign, 1, judgeRare)),
  framed('-', 2, judgeRare),
  { pattern: /\(\(\s?(?<words>\p{L}[\p{L}\d_ '’-]{1,60}?)\s?\)\)/gu, judge: judgeMarked },
  // `$name$`, `$COMPANY_NAME`, `@NAME_OF_MANAGER`
  {
    pattern:
      /(?<![\p{L}\p{N}$])(?:\${1,2}|@(?=[A-Z]+_[A-Z]))(?<words>[A-Z]+(?:_[A-Z]+)+|[A-Za-z]+(?:[_ ][A-Za-z]+){0,3}(?=\$))\${0,2}(?![\p{L}\p{N}{])/gu,
    // `$u_i$` is mathematics.
    judge: (words, setting) =>
      /(?:^|[_ ])\p{L}(?:[_ ]|$)/u.test(words) ? undefined : judgeMarked(words, setting),
  },
  // `__COMPANY_NAME__`
  {
    pattern:
      /(?<![\p{L}\p{N}_])_{1,3}(?<words>[A-Z]{2,}(?:[_ ][A-Z]{2,}){0,5})_{1,3}(?![\p{L}\p{N}_])/gu,
    judge: (words, setting) =>
      judge(words.replaceAll('_', ' '), setting) === 'sure' ? 'sure' : undefined,
  },
  // `Employee_Name`, `Your_State`
  {
    pattern:
      /(?<![\p{L}\p{N}_/.@-])(?<words>Your(?:_\p{Lu}\p{Ll}+){1,4}|\p{Lu}\p{L}+(?:_\p{Lu}\p{Ll}+){0,3}_(?:Name|Ext|Date|Title|Address|Email|Phone|Number|Company|Department|Position|Manager|Salary|Location))(?![\p{L}\p{N}_/-]|\.\w)/gu,
    judge: doubtful,
  },
  // `*insert provider*`, `**INSERT HOURS**`, `_Company_ expects`
  {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{N}*_~])(?<open>(?:\\\\?\\*){1,3}|_{1,3}|~~|==)${WORDS}\\k<open>(?![\\p{L}\\p{N}*_~])`,
      'gu',
    ),
    judge: judgeEmphasised,
  },
]

/** Between signs that have other uses, only what certainly names something. */
function judgeRare(words: string, setting: Setting, found: string): Verdict {
  // The cells of a table.
  if (found.startsWith('|') && (setting.before + setting.after).includes('|')) return undefined
  if (/^insert\b/i.test(words)) return 'doubtful'
  const isDoubled = /^(.)\1\p{L}/u.test(found) && !found.startsWith('=')
  const text = words.replaceAll('_', ' ')
  return isNamed(text) && (isDoubled || judge(text, setting) === 'sure') ? 'doubtful' : undefined
}

function judgeFramed(words: string, setting: Setting, found: string): Verdict {
  const verdict = judgeMarked(words, setting)
  // Nobody doubles such signs by chance.
  return verdict === 'seldom' && /^(.)\1/.test(found) ? 'doubtful' : verdict
}

function judgeEmphasised(words: string, setting: Setting, found: string): Verdict {
  if (/^(?:insert|INSERT) (?!the |a |an )/.test(words)) return 'doubtful'
  if (/^(?:~~|==|\\)/.test(found)) return isNamed(words) ? 'doubtful' : undefined
  const isSubject = /^ (?:is|will|has|must|shall|does|\p{Ll}{3,}s) /u.test(setting.after)
  return isOrganisation(words) &&
    /^\p{Lu}/u.test(words) &&
    isSubject &&
    !/^ (?:means|is defined|includes|refers|stands) /.test(setting.after)
    ? 'doubtful'
    : undefined
}
