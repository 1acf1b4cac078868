import { HIDDEN } from '../../../../convert/markdown/mask.ts'
import { doubtful, type Style, sure } from '../style.ts'
import { COUNTED, IN_WORDS, isFigure, placeOf, type Setting, SPOKEN_OF } from '../surroundings.ts'
import { isNamed, isNote, judge, judgeMarked, type Verdict } from '../words.ts'

const INSIDE = '(?:[^\\[\\]\\n]|\\n(?![ \\t]*\\n)){1,400}?'
const LETTER = '[\\p{L}\\p{N}]'

/** Names of HTML that are words too; with an end they are HTML. */
const ELEMENT =
  /^\/|^(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|center|cite|col|colgroup|dd|del|dfn|div|dl|dt|em|embed|fieldset|font|h[1-6]|head|hr|html|i|iframe|img|ins|kbd|li|main|mark|meta|nav|noscript|ol|p|picture|pre|q|rp|rt|ruby|s|samp|script|small|source|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wbr)(?:\s|$|\/)|=["']/

/** Words between brackets of any kind, and what programs of templates write. */
export const brackets: readonly Style[] = [
  // Programs of templates: `{{{name}}}`, `{% name %}`, `<%= name %>`, `%(name)s`, `{ MERGEFIELD "Name" }`
  { pattern: /\{\{\{\s*(?<words>[^{}\n]{1,200})\s*\}\}\}/gu, judge: sure },
  { pattern: /\{[%#]-?\s*(?<words>[^{}%\n]{1,200}?)\s*-?[%#]\}/gu, judge: doubtful },
  { pattern: /\\?<%=?\s*(?<words>[^<>%\n]{1,200}?)\s*%\\?>/gu, judge: sure },
  { pattern: /%\((?<words>[a-z]\w{1,40})\)[sd]\b/g, judge: judgeMarked },
  {
    pattern: /\{\s*MERGEFIELD\s+"?(?<words>[\p{L}_ ]{1,60}?)"?\s*(?:\\[^{}\n]*)?\}/gu,
    judge: sure,
  },
  // `{{ low | high }}`: the bar would divide a cell.
  { pattern: /\{\{\s*(?<words>[^{}\n]*\|[^{}\n]*?)\s*\}\}/gu, judge: sure },
  // `[[Company]]`, `[Company]`
  {
    pattern: new RegExp(
      `(?<![!${HIDDEN}])\\\\?\\[(?:\\\\?\\[)?(?<words>${INSIDE})\\\\?\\](?:\\\\?\\])?`,
      'gu',
    ),
    judge: judgeSquare,
  },
  // `<<company>>`
  { pattern: /(?:\\?<|&lt;){2}\s*(?<words>[^<>\n]{1,120}?)\s*(?:\\?>|&gt;){2}/gu, judge: sure },
  // `<Company Name>`, `< Company Name >`
  {
    pattern: new RegExp(
      `(?<!${LETTER}|[=<\\\\])(?:\\\\?<|&lt;)(?<words>(?:\\d+(?:[./]\\d+)+|\\d[\\d ]{0,14}|\\d{1,2}(?<apart>[ ./-])\\p{L}{3,9}\\k<apart>\\d{2,4}|[#\\d]\\.[#\\d]|#{1,3}(?: \\p{L}{3,12})?|HH:MM|hh:mm|[£$€] ?(?:\\p{L}[\\p{L} ]{2,30})?|[\\p{L}_●\\[][^<>\\n${HIDDEN}]{0,120}?|[_.]{3,60}|…|[ \\u00a0]\\p{L}[\\p{L}'’ /-]{2,60}[ \\u00a0]))(?:\\\\?>|&gt;)(?!>)`,
      'gu',
    ),
    judge(words, setting) {
      // `<code>x</code>`
      if (setting.after.includes(`</${words}>`)) return undefined
      if (/^\s/.test(words)) return isNamed(words) ? 'sure' : undefined
      if (/^\d{1,3}$/.test(words)) return isFigure(setting) ? 'doubtful' : undefined
      if (/^[\d#£$€]/.test(words)) return 'doubtful'
      if (ELEMENT.test(words) || / $|^\p{L} |^\S+ (?:and|or) .*\d/u.test(words)) return undefined
      if (/^\p{Lu}\p{Ll}+$/u.test(words)) return judge(words, setting) ?? 'likely'
      return judgeMarked(words, setting) && 'sure'
    },
  },
  // `<email@company.example>`
  {
    pattern: /<(?<words>(?:e-?mail|name|firstname|your)[\w.-]*@[\w.-]+)>/giu,
    judge: doubtful,
  },
  // `«name»` of mail merge, and other brackets that are no English ones
  {
    pattern:
      /(?:[«‹《⟨〔〈「『⟪❮]|&l(?:a|sa)quo;)\s?(?<words>[\p{L}_][^«»‹›《》⟨⟩〔〕〈〉「」『』⟪⟫❮❯\n]{0,60}?)\s?(?:[»›》⟩〕〉」』⟫❯]|&r(?:a|sa)quo;)/gu,
    judge(words, setting, found) {
      if (/^[A-Za-z]\w*_\w*$|^[A-Z][a-z]+\d$|^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(words))
        return 'sure'
      if (!/^(?!(?:the|this|that|an?) )[A-Za-z][A-Za-z'’ ]*$/i.test(words)) return undefined
      if (!/^[«‹&]/.test(found)) return judgeMarked(words, setting)
      if (SPOKEN_OF.test(setting.after)) return undefined
      const verdict = judge(words, setting)
      if (/^[«‹] /.test(found))
        return (
          verdict && (isNamed(words) ? 'likely' : /^\p{Lu}/u.test(words) ? 'possible' : 'seldom')
        )
      return verdict && (verdict === 'sure' || verdict === 'likely' ? 'sure' : 'possible')
    },
  },
  // `${name}`, `#{name}`, `{!name}`
  { pattern: /(?<!\\)\$\{\s*(?<words>[\p{L}_][^{}\n]{0,80}?)\s*\}/gu, judge: sure },
  {
    pattern: /(?<![\p{L}\p{N}\\])(?:[#%@§~_]\{|\{[!$@])(?<words>[\p{L}_][\p{L}\d_. -]{1,60})\}/gu,
    judge: judgeMarked,
  },
  // `P{N}`
  { pattern: /(?<=\b\p{Lu}{1,4}-?)\{(?<words>[NX]{1,3}|#{1,3})\}/gu, judge: () => 'inTemplate' },
  // `{company}`
  {
    pattern:
      /(?<![{$#\p{L}\p{N}\\^_\]})%])\{[=*]?\s*(?<words>[\p{L}\d#_●][^{}\n"=;<>\\]{0,160}?)(?:[|:]\w+)?\s*\}(?!\})/gu,
    judge(words, setting) {
      if (isNote(words)) return 'doubtful'
      // `@param {Type} name`, `*.{md}`
      if (/(?:@\p{L}+ |\*\.|\/\*+)$/u.test(setting.before)) return undefined
      if (/^(?:#|\d)/.test(words)) return /^#$|^\d+ to \d+$/.test(words) ? 'inTemplate' : undefined
      if (/^\p{Lu}\p{Ll}+[ -]\d{1,2}$/u.test(words)) return 'inTemplate'
      if (/^[xXnN]$/.test(words)) return isFigure(setting) ? 'sure' : undefined
      // What a program writes is quoted as it does.
      if (setting.isQuoted && /^(?:\p{Lu}\p{Ll}+){2,}$/u.test(words)) return undefined
      if (
        /[£$€\d]/.test(words) ||
        /^(?:\p{L}|\p{L}\w?(?:, ?\p{L}\w?)+)$/u.test(words) ||
        /[,:](?!\s)|^\w+, \w+, |^an? .*,/.test(words)
      )
        return undefined
      return judgeMarked(words, setting)
    },
  },
  // A bracket that has no other: `[Company Name is`, `<Charity name has`, `Treasurer's name].`
  {
    pattern:
      /(?<![\p{L}\p{N}\\!\])}])[[{<]{1,2}(?<words>\p{L}[\p{L}'’_ -]{1,40}?)(?=\s+(?:is|are|will|must|has|have|can|may|of|on|to|at|in|by|and|or|for|with|\p{Ll}+s)\b|[.,;:)]|\s*$)(?![^\n]*[\]}>]|(?:[^\n[{<]|\n(?![ \t]*\n)){0,300}[\]}>])/gmu,
    judge: (words, setting) =>
      judgeHalf(words, setting) ?? (placeOf(setting) === 'lacking' ? 'doubtful' : undefined),
  },
  {
    pattern:
      /(?<![\p{L}'’])(?<words>(?:\p{L}[\p{L}'’]{0,30} ){0,3}\p{L}{1,30})[\]}>](?![\p{L}\p{N}(])/gu,
    judge: (words, setting) =>
      !/[[{<(]/.test(setting.before) && judgeHalf(lastName(words), setting)
        ? 'doubtful'
        : undefined,
  },
  {
    pattern: /(?<![\p{L}\p{N}\\!])[[{](?<words>\p{L}[\p{L}'’_ -]{3,40})\)/gu,
    judge: doubtful,
  },
]

function judgeSquare(source: string, setting: Setting, found: string): Verdict {
  // Somebody coloured it: `[<mark>duties</mark>]`
  const words = source.replace(/<\/?(?:mark|span|font|b|i|u|em|strong)\b[^<>]*>/g, '')
  if (/^<mark>[^<>]*<\/mark>$/.test(source)) return 'sure'

  const isJoined = new RegExp(`${LETTER}$`, 'u').test(setting.before)
  const isContinued = new RegExp(`^${LETTER}`, 'u').test(setting.after)
  if (/^[ \t\u00a0/]+$/.test(words))
    return isJoined || isContinued || /^\s*$|\[[xX]\]|[^\p{L}\d\s:] $/u.test(setting.before)
      ? undefined
      : 'doubtful'
  if (isInLink(setting)) return undefined
  // Words that a sentence can be had with or without: `consultants[, contractors]`
  if (isJoined && /^[,;]? \p{L}/u.test(words)) return 'possible'
  if (/^\d{1,3}$/.test(words) && (isEntry(setting) || /[\p{L}.,;:)”"’]$/u.test(setting.before)))
    return undefined
  // `within [six] months`, `[three] absences`, and not `6 [six] months`
  const counts = isFigure(setting) || /^[*_]* \p{Ll}{3,}s\b/u.test(setting.after)
  if (
    /^\p{L}+(?![\p{L}\d])/u.test(words) &&
    IN_WORDS.test(words) &&
    counts &&
    !setting.isQuoted &&
    !/\d\s*$/.test(setting.before)
  )
    return 'doubtful'
  // `for more than [three days.]`
  const [, count = '', unit = ''] = /^(\p{L}+)( [\p{L} ]+)\.?$/u.exec(words) ?? []
  if (IN_WORDS.test(count) && COUNTED.test(unit) && placeOf(setting) === 'lacking')
    return 'doubtful'
  // `[xx]p`, `[8]th`
  if (
    /^(?:[xXnN]+|\d{1,3})$/.test(words) &&
    /^(?:p|k|m|th|st|nd|rd|am|pm)(?!\p{L})/u.test(setting.after)
  )
    return isJoined ? undefined : 'doubtful'
  const verdict = /^\[\[\p{L}+_[\p{L}_]+\]\]$/u.test(found)
    ? judgeMarked(words, setting)
    : judge(words, setting)
  if (!isJoined && !isContinued) return verdict
  if (isNote(words)) return 'doubtful'
  if (/20$/.test(setting.before) && /^(?:YY|XX|yy|xx|_+)$/.test(words)) return 'sure'
  // `[T]he`, `employee[s]`, `list[0]`, `1[the Government]`
  const told = words.replace(/[^\p{L}]/gu, '').length > 3 || /^(?:X+|[●•]+)$/.test(words)
  return (verdict === 'sure' || /^X+$/.test(words)) &&
    told &&
    !/\d$/.test(setting.before.replace(/20$/, ''))
    ? 'sure'
    : // `on [date]at [time]in [place]`: a converter lost the spaces.
      verdict && told && (words.includes(' ') || (!isJoined && isNamed(words)))
      ? 'inTemplate'
      : undefined
}

/** `[1] A report`, in a list of sources. */
function isEntry({ before, after }: Setting): boolean {
  return /^[\s>*-]*$/.test(before) && /^\s+\S/.test(after)
}

/** `[a link with [brackets] in it](https://…)` */
function isInLink({ before, after }: Setting): boolean {
  return /\[[^[\]]*$/.test(before) && /^[^[\]]*\]\(/.test(after)
}

function judgeHalf(words: string, setting: Setting): Verdict {
  const verdict = words.includes('_') ? judgeMarked(words, setting) : judge(words, setting)
  return isNamed(words) && (verdict === 'sure' || verdict === 'likely') ? 'doubtful' : undefined
}

function lastName(words: string): string {
  const [name = words] = /(?:\p{Lu}[\p{L}'’]*|\p{Ll}+['’]s)(?: [\p{L}'’]+){0,2}$/u.exec(words) ?? []
  return name
}
