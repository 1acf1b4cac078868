import { HIDDEN } from './mask.ts'
import { isFigure, judge, type Setting, type Verdict } from './words.ts'

/** One way in which people mark what is still to be written. */
export interface Style {
  /** Its group `words` says what is missing; without it nothing does. */
  readonly pattern: RegExp
  readonly judge: (
    words: string,
    setting: Setting & { readonly isForm: boolean },
    found: string,
  ) => Verdict
  /** On a form this is a blank to fill in or tick. */
  readonly isBlank?: true
}

const INSIDE = '(?:[^\\[\\]\\n]|\\n(?![ \\t]*\\n)){1,400}?'
const LETTER = '[\\p{L}\\p{N}]'

/** Names of HTML that are words too; with an end they are HTML. */
const ELEMENT =
  /^\/|^(?:a|abbr|acronym|b|bdi|bdo|big|blockquote|br|center|cite|col|colgroup|dd|del|dfn|div|dl|dt|em|embed|fieldset|font|h[1-6]|head|hr|html|i|iframe|img|ins|kbd|li|main|meta|nav|noscript|ol|p|pre|q|rp|rt|ruby|s|samp|script|small|span|strike|strong|style|sub|sup|svg|table|tbody|td|textarea|tfoot|th|thead|tr|tt|u|ul|var|video|wbr)(?:\s|$|\/)|=["']/

function sure(): Verdict {
  return 'sure'
}
function doubtful(): Verdict {
  return 'doubtful'
}

/** Signs that only programs and templates put around a word. */
function judgeMarked(words: string, setting: Setting): Verdict {
  const text = words
    .replace(/[_.-]+/g, ' ')
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .trim()
  const verdict = judge(text, { ...setting, isQuoted: false })
  return verdict ?? (/^\p{L}{2,}$/u.test(text) ? 'doubtful' : undefined)
}

function surely(verdict: Verdict): Verdict {
  return verdict && 'sure'
}

/** Roman numbers stand after such words, and before a century. */
const NUMBERED =
  /\b(?:chapter|part|article|title|volume|section|book|schedule|appendix|annex|table|figure|louis|pope|psalm|act|division|no\.?|number|level|size|class|world war|super bowl|grade|type|factor|vitamin|mr|ms|mrs) $/i

/** Shorter ones of these are Roman numbers. */
function judgeXs(found: string, { before, after }: Setting): Verdict {
  if (NUMBERED.test(before) || /^(?:th|st|nd|rd)?[ -]century/i.test(after)) return undefined
  if (/^x+$/.test(found) && found.length < 3)
    return isFigure({ before, after }) &&
      !/\d ?$|\b(?:hours|days|weeks|months|staff|people|rate|number) $/i.test(before)
      ? 'doubtful'
      : undefined
  if (found.length === 1)
    return isFigure({ before, after }) && !/\d ?$/.test(before) ? 'doubtful' : undefined
  return 'doubtful'
}

/** A word such as TBC that is spoken about. */
function isSpokenOf({ before, after }: Setting): boolean {
  return /["“”'‘’`«(]$/.test(before) && /^["“”'‘’`»]/.test(after)
    ? true
    : /["“‘']$/.test(before) ||
        /\b(?:marked|mark|write|writes|written|wrote|word|letters|abbreviation|abbreviations|acronym|called|labelled|labeled|as|say|says|said|shows?|enter|put|not|nor|never|avoid|use|using|used|or|and|the|a|an|of|no|like|virus|with|than) $/i.test(
          before,
        ) ||
        /^\s*(?:\(|means?\b|stands? for\b|is short\b|is used\b|=|—|–|entries|items|labels?|markers?|virus|test|score|guidance|instead|against|and |or )/i.test(
          after,
        )
}

const ASKED =
  /^(?:please )?(?:specify|enter|fill in|complete|add|type in|state|choose|select)\b(?! by\b)(?=.*\b(?:name|date|here|details?|number|title|company|organi[sz]ation|role|contact|address|amount|period|location|policy)\b)|^your (?:company|organi[sz]ation|business|employer|charity|school|manager|line manager|contact|name|role)\b/i
const FINISHING =
  /^(?:please )?(?:delete|strike|cross|tick|circle|amend|edit|adapt|select|choose)\b.*\b(?:appropriate|applicable|necessary|required|apply|relevant|out|one)\b/i
const NAME_OF = /^(?:full |job )?(?:name|title|role)s? of (?:the |your |our )?[\p{L}'’ -]{2,40}$/iu
const OWNER =
  "(?:company|organi[sz]ation(?:['’]s)?|business|employer|employee|charity|manager|line manager|contact|director|hr|person|role|job|policy|department|team|office|trade union|union|designated \\w+)"
const THING =
  '(?:name|title|number|address|phone|telephone|email|e-mail|date|position|company|organi[sz]ation|employer|jurisdiction|state|amount|location|website|contact details)'
const TERM = new RegExp(`^(?:${OWNER} )?${THING}$`, 'i')
const IN_CAPITALS =
  /^(?:COMPANY|ORGANI[SZ]ATION|NAME|DATE|TITLE|ADDRESS|EMPLOYER|STATE|AMOUNT)$|^\p{Lu}+ \p{Lu}[\p{Lu} ]+$|^\p{Lu}\p{Ll}+(?:['’]s)? (?:Name|Title|Number|Address|Phone|Email|Date|Position)$/u
const LEADS_TO =
  /\b(?:of|on|by|to|at|from|between|and|dear|for|in|with|contact|is|the|within|until|telephone|email|call|:) $/i

/** Round brackets mostly hold a remark, so only those are gaps that hold nothing but the name of one. */
function judgeRound(words: string, setting: Setting & { readonly isForm: boolean }): Verdict {
  const { before, isQuoted, isForm } = setting
  // A remark on the blank before it.
  if (/(?:_|\.{3}|…|\])\s*$/.test(before)) return undefined
  // How to answer.
  if (
    isForm &&
    /^(?:please )?(?:tick|circle|cross|choose|select|specify|state|enter|complete|name|date|delete|strike|underline)\b/i.test(
      words,
    )
  )
    return undefined
  if (FINISHING.test(words)) return 'doubtful'
  if (ASKED.test(words)) return 'sure'
  if (isQuoted || !(TERM.test(words) || NAME_OF.test(words))) return undefined
  if (NAME_OF.test(words) || IN_CAPITALS.test(words)) return 'sure'
  return LEADS_TO.test(before) ? 'doubtful' : undefined
}

const SAMPLE_FORMAT =
  /\b(?:format|formatted|form|pattern|style|notation|written as|write|as|like|such as|e\.g\.|enter|using|use|order|in|means|reads|shown)\b(?: \w+){0,2}[ :("'“‘]*$/i

export const styles: readonly Style[] = [
  // Programs of templates: `{{{name}}}`, `{% name %}`, `<%= name %>`.
  { pattern: /\{\{\{\s*(?<words>[^{}\n]{1,200})\s*\}\}\}/gu, judge: sure },
  { pattern: /\{%-?\s*(?<words>[^{}%\n]{1,200}?)\s*-?%\}/gu, judge: doubtful },
  { pattern: /\\?<%=?\s*(?<words>[^<>%\n]{1,200}?)\s*%\\?>/gu, judge: sure },
  // `{{ low | high }}`: the bar would divide a cell.
  { pattern: /\{\{\s*(?<words>[^{}\n]*\|[^{}\n]*?)\s*\}\}/gu, judge: sure },
  // `[[Company]]`, `[Company]`
  {
    pattern: new RegExp(
      `(?<![!\\]${HIDDEN}])\\\\?\\[(?:\\\\?\\[)?(?<words>${INSIDE})\\\\?\\](?:\\\\?\\])?`,
      'gu',
    ),
    judge(words, setting) {
      const isJoined = new RegExp(`${LETTER}$`, 'u').test(setting.before)
      const isContinued = new RegExp(`^${LETTER}`, 'u').test(setting.after)
      if (/^[ \t\u00a0]+$/.test(words))
        return isJoined || isContinued || /^\s*$|\[[xX]\]/.test(setting.before)
          ? undefined
          : 'doubtful'
      const verdict = judge(words, setting)
      if (!isJoined && !isContinued) return verdict
      // `[T]he`, `employee[s]`, `list[0]`, `1[the Government]`
      const told = words.replace(/[^\p{L}]/gu, '').length > 3 || /^X+$/.test(words)
      return verdict === 'sure' && told && !/\d$/.test(setting.before.replace(/20$/, ''))
        ? 'sure'
        : undefined
    },
  },
  // `[_____]`, `[.....]`: see above, since there are no words; `[    ]` too.
  // `<<company>>`
  { pattern: /(?:\\?<|&lt;){2}\s*(?<words>[^<>\n]{1,120}?)\s*(?:\\?>|&gt;){2}/gu, judge: sure },
  // `<Company Name>`
  {
    pattern: new RegExp(
      `(?<!${LETTER}|[=<\\\\])(?:\\\\?<|&lt;)(?<words>(?:\\d+\\.\\d+|[\\p{L}_●\\[][^<>\\n${HIDDEN}]{0,120}?|[_.]{3,60}))(?:\\\\?>|&gt;)(?!>)`,
      'gu',
    ),
    judge(words, setting) {
      if (ELEMENT.test(words) || / $|^\p{L} |^\S+ (?:and|or) .*\d/u.test(words)) return undefined
      return surely(judgeMarked(words, setting))
    },
  },
  // `«name»` of mail merge
  {
    pattern: /[«‹](?<words>[\p{L}_][^«»‹›\n]{0,60}?)[»›]/gu,
    judge(words, setting) {
      if (/^[A-Za-z]\w*_\w+$|^\p{Lu}\p{Ll}+\p{Lu}\p{L}*$/u.test(words)) return 'sure'
      return /^[A-Za-z][A-Za-z ]*$/.test(words) && judge(words, setting) === 'sure'
        ? 'sure'
        : undefined
    },
  },
  // `*|FNAME|*` of newsletters
  { pattern: /\*\|(?<words>[A-Z][A-Z_:]{1,40})\|\*/g, judge: sure },
  // `${name}`, `$name$`, `$COMPANY_NAME`
  { pattern: /(?<!\\)\$\{\s*(?<words>[\p{L}_][^{}\n]{0,80}?)\s*\}/gu, judge: sure },
  {
    pattern:
      /(?<![\p{L}\p{N}$])\$(?<words>[A-Z]+(?:_[A-Z]+)+|[A-Za-z]+(?:[_ ][A-Za-z]+){0,3}(?=\$))\$?(?![\p{L}\p{N}{])/gu,
    judge: judgeMarked,
  },
  // `{company}`
  {
    pattern:
      /(?<![{$#\p{L}\p{N}\\^_\]})%])\{\s*(?<words>[\p{L}_●][^{}\n"=;<>\\]{0,80}?)\s*\}(?!\})/gu,
    judge(words, setting) {
      if (
        /[£$€\d]/.test(words) ||
        /^(?:\p{L}|\p{L}\w?(?:, ?\p{L}\w?)+)$/u.test(words) ||
        /[,:](?!\s)|^\w+, \w+, /.test(words)
      )
        return undefined
      return judgeMarked(words, setting)
    },
  },
  // `%NAME%`, `##NAME##`, `#NAME#`, `@@name@@`, `~NAME~`
  {
    pattern:
      /(?<![\p{L}\p{N}%])%{1,2}(?<words>[A-Za-z][A-Za-z_]{0,40}(?: [A-Za-z_]{2,20}){0,3})%{1,2}(?![\p{L}\p{N}%])/gu,
    judge: judgeMarked,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}#])#{1,3}(?<words>[A-Za-z][A-Za-z_]{0,40}(?: [A-Za-z_]{2,20}){0,3})#{1,3}(?![\p{L}\p{N}#])/gu,
    judge: judgeMarked,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}@])@{1,2}(?<words>[A-Za-z][A-Za-z_]{0,40}(?: [A-Za-z_]{2,20}){0,3})@{1,2}(?![\p{L}\p{N}@])/gu,
    judge: judgeMarked,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}~])~(?<words>[A-Z][A-Z_]{1,40}(?: [A-Z_]{2,20}){0,3})~(?![\p{L}\p{N}~])/gu,
    judge: judgeMarked,
  },
  // `__COMPANY_NAME__`
  {
    pattern:
      /(?<![\p{L}\p{N}_])_{1,3}(?<words>[A-Z]{2,}(?:[_ ][A-Z]{2,}){0,5})_{1,3}(?![\p{L}\p{N}_])/gu,
    judge: (words, setting) =>
      judge(words.replaceAll('_', ' '), setting) === 'sure' ? 'sure' : undefined,
  },
  // `(enter the date)`, `(Company Name)`, `(delete as appropriate)`
  {
    pattern: /(?<=^|[\s(“"‘'*_>|])\((?<words>[\p{L}*_][^()[\]{}\n]{1,120}?)\)/gmu,
    judge: judgeRound,
  },
  // What Word shows in an empty control.
  {
    pattern:
      /\b(?:Click (?:or tap )?(?:here )?to (?:enter|add|insert|choose|select) (?:an? )?(?:text|date|name|item|title|number)\b\.?|Click here and type\b|Choose an item(?=\.?\s*(?:$|\|))\.?|Enter (?:text|date|any content)\b(?: here)?\.?(?=\s*(?:$|\|))|Type (?:text )?here\b\.?)/gm,
    judge: doubtful,
  },
  // `INSERT NAME HERE`, `Insert company name here`
  {
    pattern:
      /(?<![([{<*_] ?)\b(?:INSERT|ENTER|ADD)(?: [A-Z][A-Z'’/]*){1,7}\b(?![)\]}>])|(?<![([{<*_] ?)\b(?:Insert|Enter|Add|Type) (?:your |the |an? )?(?:[\p{L}'’]+ ){1,5}here\b(?=[.!]?[*_]*\s*(?:$|\|))/gmu,
    judge: doubtful,
  },
  // `COMPANY NAME`, `Company Name is`
  {
    pattern:
      /(?<![\p{L}\p{N}_[(<{«#%*|] ?)(?:COMPANY|ORGANI[SZ]ATION|BUSINESS|EMPLOYER|CHARITY|SCHOOL) NAME(?=[’']?S?\b)(?= (?:is|will|has|shall|must|and|or|does|in|to)\b|['’]s|[.,])|\b(?:Company|Organi[sz]ation|Business|Charity) Name(?=['’]s\b| (?:is|will|has|shall|must|does|recogni[sz]es|believes|aims|operates|expects|values|reserves|provides|takes|may|wants|ensures|staff|employees|policy)\b)/gu,
    judge: doubtful,
  },
  // `ABC Company`, `XYZ Ltd`, `Your Company`
  {
    pattern:
      /\b(?:ABC|XYZ|Xyz|XXX|XXXX|XX) (?:Company|Corporation|Corp|Ltd|Limited|Inc|LLC|PLC|plc|Organi[sz]ation|School|Trust|Charity)\b\.?|\bCompany (?:XYZ|ABC)\b|\b(?:Your|YOUR) (?:Company|Organi[sz]ation|Business|COMPANY|ORGANI[SZ]ATION)(?: Name| NAME)?(?=[’']s\b| [a-z]|[.,])(?! (?:and|or|should|must) )/gu,
    judge: doubtful,
  },
  {
    pattern:
      /\b[xX]{2,}@[xX]{2,}\.\w{2,}(?:\.\w{2,})?|\b(?:[\w.+-]+@)?(?:www\.)?(?:your|my|the)?-?(?:company|organi[sz]ation|business|charity|domain|employer)(?:-?(?:name|domain|website))?\.(?:com|org|net|co\.uk|org\.uk|com\.au|co)\b/giu,
    judge: doubtful,
  },
  // `DD/MM/YYYY`, `XX/XX/XXXX`, `20XX`, `January XX`
  {
    pattern:
      /\b(?:DD|dd|MM|mm|XX|xx|YYYY|yyyy|MMM)[ /.-](?:DD|dd|MM|mm|MMM|mmm|Month|month|XX|xx)[ /.-](?:YYYY|yyyy|YY|yy|XXXX|xxxx|XX|xx|20XX|20xx|DD|dd)\b/gu,
    judge: (_, { before }) =>
      SAMPLE_FORMAT.test(before) || /\($/.test(before) ? undefined : 'doubtful',
  },
  { pattern: /\b(?:20|19)(?:XX|xx|YY|yy|__|_{2,4}|\?\?)(?![\p{L}\p{N}])/gu, judge: doubtful },
  {
    pattern:
      /(?<![\p{L}\p{N}_.@/]|(?<!\b\p{Lu}{1,5})-)(?:X{3,}|x{3,}|XX|xx|X|x)(?:-(?:X{1,}|x{1,}))*p?(?![\p{L}\p{N}_@])(?!\.\w)/gu,
    judge: (_, setting, found) => judgeXs(found, setting),
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_.@/-])(?:0{3,5}[ -]0{3,4}[ -]?0{3,4}|\(?x{3}\)?[ -]x{3}[ -]x{4}|0XXX[X ]+)(?![\p{L}\p{N}_@])/gu,
    judge: doubtful,
  },
  // TBC
  {
    pattern:
      /(?<![\p{L}\p{N}_./-])(?:TBC|TBD|TBA|TBDs|T\.B\.C\.?|T\.B\.D\.?|tbc|tbd)(?![\p{L}\p{N}_/-]|\.\w| \p{Lu}\p{Ll}+\b(?!:))/gu,
    judge: (_, setting) => (isSpokenOf(setting) ? undefined : 'doubtful'),
  },
  {
    pattern:
      /(?<=(?:^|[:|(–—]|\bis|\bare|\bon) ?[*_]{0,3})\b(?:[Tt]o be|TO BE) (?:confirmed|determined|advised|agreed|announced|decided|completed|inserted|added|CONFIRMED|DETERMINED|ADVISED|AGREED|ANNOUNCED|COMPLETED|INSERTED|ADDED)\b(?=[*_]{0,3}[ ]*(?:$|[|)]|\.\s*$))/gm,
    judge: doubtful,
  },
  // What a word processor or a writer left behind.
  {
    pattern:
      /\bError! (?:Reference source|Bookmark|No (?:table of contents|text of specified style|document variable|bookmark|index|sequence))[^.\n|]{0,60}\.?|#REF!/g,
    judge: doubtful,
  },
  {
    pattern:
      /(?<![\p{L}\p{N}_-])(?:TODO|FIXME|TO DO|XXX:)(?=\s*[:(–—-]|\s*$|\])|^[ \t>*-]*(?:TODO|FIXME)(?=\s)/gmu,
    judge: (_, setting) => (isSpokenOf(setting) ? undefined : 'doubtful'),
  },
  {
    pattern:
      /\blorem ipsum(?: dolor(?: sit(?: amet)?)?)?|\bdolor sit amet\b|\bconsectetur adipisc?ing\b/giu,
    judge: (_, setting) => (isSpokenOf(setting) ? undefined : 'doubtful'),
  },
  // `●`, `____`, `.....`
  { pattern: /(?<=[\p{L}\p{N}£$€(,:] ?)[●⚫](?= ?(?:$|[\p{L}\p{N}.,;%)/]))/gmu, judge: doubtful },
  {
    pattern: new RegExp(
      `(?<!${LETTER}|[_/])(?:\\\\?_){2,4} ?\\/ ?(?:\\\\?_){2,4} ?\\/ ?(?:20)?(?:\\\\?_){2,6}|(?<![_\\\\])(?:\\\\?_){3,}(?!${LETTER}*_)`,
      'gu',
    ),
    judge: (_, { before, after }) =>
      before.trim() === '' && after.trim() === '' ? undefined : 'doubtful',
    isBlank: true,
  },
  {
    pattern: /(?:[.…]{8,}|…{2,}|(?<=[:\s|])\.{5,}|\.(?:[ \u00a0]\.){4,})/gu,
    judge: (_, { after }) =>
      /^[.…\s]*(?:\d+|[ivx]+)?\s*(?:\||$)/.test(after) && /\d/.test(after) ? undefined : 'doubtful',
    isBlank: true,
  },
]
