import { anyOf } from '../../../../language/any-of.ts'
import { doubtful, type Style } from '../style.ts'
import { isFigure, NUMBERED_BY, placeOf, type Setting, SPOKEN_OF } from '../surroundings.ts'
import { isNamed, type Verdict } from '../words.ts'

const LETTER = '[\\p{L}\\p{N}]'
const SAMPLE_FORMAT =
  /\b(?:format|formatted|form|pattern|style|notation|writ(?:ten|e)|as|like|such as|never|not|enter|using|uses?|order|in|means|reads|shown)\b(?: \w+){0,2}[ :("'“‘]*$|\bmask to $|\b(?:e\.g|i\.e)\.,? ["'“‘(]?$|[DMY]{2}, (?:and |or |never )?$|[DMY]{2} or $/i
/** Roman numbers stand after such words, and before a century. */
const NUMBERED =
  /\b(?:chapter|part|article|title|volume|section|book|schedule|appendix|annex|table|figure|louis|pope|psalm|act|division|no\.?|number|level|size|class|world war|super ?bowl|grade|type|factor|vitamin|mr|ms|mrs) $/i
/** The mark of an amendment to a law, after which dots stand for what is gone. */
const REPEALED = /(?:^|\s)[FCE]\d{1,4}[^\p{L}]*$/u
/** A subsection of a law of which nothing is left: `(2) . . . . .` */
const OMITTED = /^[\s>*_]*\(\p{L}{0,4}\d{0,2}\)[\s*_]*(?:\.[ \u00a0])+\.$/u
/** A row that explains a sign: `| XX | not known |` */
const EXPLAINED = (before: string, after: string) =>
  /^\s*\|\s*$/.test(before) && /^\s*\|\s*\p{L}/u.test(after)

/** Signs that stand for figures, dates and words which are not known yet. */
export const dummies: readonly Style[] = [
  // `DD/MM/YYYY`, `XX/XX/XXXX`, `00/00/0000`, `MM/YYYY`, `20XX`, `202_`
  {
    pattern: anyOf(
      [
        /(?<![\p{L}\p{N}_])(?:DD|dd|MM|mm|XX|xx|YYYY|yyyy|MMM|##|\?\?)[ /.-](?:DD|dd|MM|mm|MMM|mmm|Month|month|XX|xx|##|\?\?)[ /.-](?:[YC]{2}YY|yyyy|YY|yy|XXXX|xxxx|XX|xx|20XX|20xx|DD|dd|####|##|20\?\?|\?\?\?\?)(?![\p{L}\p{N}_])/u,
        /\b(?:MM|mm|MMM|Month|XX|xx)[ /.-](?:YYYY|yyyy|20XX|20xx)\b/u,
        /\bDD\/MM\b(?!\/)/,
        /\bYYYYMMDD\b/,
        /\b(?:HH:MM|hh:mm)\b(?!:)/,
        /\bMonth (?:Day|DD), (?:Year|YYYY)\b/,
        /\bYYYY[/-]YY(?:YY)?\b/,
        // In other languages: `JJ/MM/AAAA`, `TT.MM.JJJJ`
        /\b(\p{Lu})\1[/.-](\p{Lu})\2[/.-](\p{Lu})\3{3}\b/u,
      ],
      'gu',
      // What is part of the name of a file says how it is written.
      { before: /(?<!\p{L}-)/u, after: /(?!\.[a-z])/ },
    ),
    judge: (_, { before }) =>
      SAMPLE_FORMAT.test(before) || /\($/.test(before) ? undefined : 'doubtful',
  },
  {
    pattern: /\b00[/.-]00[/.-](?:0000|00)\b|\b00:00 ?(?:to|[–-]) ?00:00\b|\b00h00\b/g,
    judge: (_, { before }) => (SAMPLE_FORMAT.test(before) ? undefined : 'doubtful'),
  },
  {
    pattern:
      /\b(?:20|19)(?:XX|xx|YY|yy|__|_{2,4}|\?\?|\[[ _.…]*\])(?![\p{L}\p{N}])|\b20\d_(?![\p{L}\p{N}_])/gu,
    judge: doubtful,
  },
  {
    pattern:
      /(?<=(?:^|[\p{L}):]) ?)\b(?:Month Year|MONTH\/YEAR|day\/month\/year|Month\/Year)\b(?=[*_]*\s*(?:$|\||\.))/gmu,
    judge: (_, { before }) => (/:[*_\s]*$/.test(before) ? 'doubtful' : undefined),
  },
  // `£XX,XXX`, `$X.00`
  {
    pattern: /[£$€]X[X,]*(?:\.(?:X{1,2}|00))?[kmp]?(?![\p{L}\p{N}])/gu,
    judge: (_, { before }) => (SAMPLE_FORMAT.test(before) ? undefined : 'doubtful'),
  },
  // `X.X`, `xx:xx`
  {
    pattern:
      /(?<![\p{L}\p{N}.,£$€])(?:X{1,3}\.X{1,3}(?:\.X)?|x{1,3}\.x{1,3}(?:\.x)?|XX:XX|xx:xx|(?<=[Vv]ersion:[*_]{0,2} )\d\.[xX])(?:[ap]m)?(?![\p{L}\p{N}])/gu,
    judge: doubtful,
  },
  // `XXX`, `X days`, `XXp`, `XXth`
  {
    pattern:
      /(?<![\p{L}\p{N}_.,@/]|[£$€](?=X)|(?<!\b\p{Lu}{1,5})-)(?:X{3,}|x{3,}|XX|xx|X|x)(?:[-–](?:X{1,}|x{1,}))*(?:p|k|m|th|st|nd|rd|hrs?)?(?![\p{L}\p{N}_@])(?!\.\w|-\d)|\b[Pp]age X of Y\b/gu,
    judge: (_, setting, found) =>
      /^p/i.test(found) ? 'doubtful' : judgeXs(found.replace(/(?:[pkm]|hrs?)$/, ''), setting),
  },
  // `Xxxxx Xxxxx`, `NN months`, `## days`
  { pattern: /(?<![\p{L}\p{N}])Xx{2,}(?: Xx{2,})*(?![\p{L}\p{N}])/gu, judge: doubtful },
  {
    pattern:
      /(?<=\p{L} |[(|] ?)(?:NN|nn|##)(?=[ %])|(?<=\| ?)##(?= ?\|)|(?<=\S[ ]{3,})##(?=[ \t]*$)/gmu,
    judge: (_, setting) =>
      isFigure(setting) || /(?:\||[ ]{3})\s*$/.test(setting.before) ? 'doubtful' : undefined,
  },
  // `… (name)`: what belongs on the dots is said after them.
  {
    pattern: /(?<=^|\s)(?:…|\.{3}) \((?<words>\p{L}[\p{L} '’]{2,40})\)/gmu,
    judge: (words) => (isNamed(words) ? 'doubtful' : undefined),
    isBlank: true,
  },
  // `from … until`, and what a sentence leaves out elsewhere
  {
    pattern: /(?<=[\p{L}:] |[£$€])(?:…|\.{3})(?=[.,;]?(?:\s|$))/gmu,
    judge: (_, setting) => {
      if (setting.isQuoted) return undefined
      if (isFigure(setting)) return 'doubtful'
      return /\b(?:from|to|by|at|of|on|between|with|until) $/.test(setting.before) &&
        /^(?:[.;,]| (?:from|to|by|at|of|on|until|per)\b)/.test(setting.after)
        ? 'possible'
        : 'inTemplate'
    },
    isBlank: true,
  },
  // `POL-000`, `HR-###`
  {
    pattern:
      /(?<![\p{L}\p{N}_-])\p{Lu}{2,6}[-/](?:0{3,4}|#{2,4}|n{3}|(?<=\p{Lu}{3,6}-)YYYY(?:MM(?:DD)?)?(?:-(?:X|N|#){2,4})?)(?![\p{L}\p{N}_-])/gu,
    judge: doubtful,
  },
  // Telephone numbers that are none
  {
    pattern: anyOf(
      [
        /0{3,5}[ -]0{3,4}[ -]?0{3,4}/,
        /\(?x{3}\)?[ -]x{3}[ -]x{4}/,
        /0XXX[X ]+/,
        /(?:\(\d?XXX\)|\+\d\d) X{3}[X -]+/,
        /(?:\(?(?:\\?#){3}\)?[ -])?(?:\\?#){3}-(?:\\?#){4}/,
        /\(?555\)?[ -]555[ -]5555/,
        /\(?123\)?[ -]456[ -]7890/,
        /01234 567 ?890/,
      ],
      'gu',
      { before: /(?<![\p{L}\p{N}_.@/-])/u, after: /(?![\p{L}\p{N}_@])/u },
    ),
    judge: doubtful,
  },
  // `??`, `£???`, `#`
  {
    pattern: /(?<=^|[\s(|])[£$€]?\?{2,}(?=[\s.,;)|]|$)/gmu,
    judge: (_, setting, found) =>
      /^[£$€]/.test(found) ||
      isFigure(setting) ||
      placeOf(setting) !== 'aside' ||
      NUMBERED_BY.test(setting.before)
        ? 'doubtful'
        : undefined,
  },
  {
    pattern: /(?<=[\p{L}.:|] )#(?= \p{Ll})/gu,
    judge: (_, setting) =>
      isFigure(setting) || NUMBERED_BY.test(setting.before) || /^ of \p{Ll}/u.test(setting.after)
        ? 'doubtful'
        : undefined,
  },
  {
    pattern: /(?<=\p{L} )\?(?= \p{Ll})/gu,
    judge: (_, setting) => (isFigure(setting) ? 'doubtful' : undefined),
  },
  // `in YYYY`, `y weeks`, and a question mark alone in a cell
  {
    pattern:
      /(?<=\b(?:in|since|of|by|from|until|dated?|[Rr]evision|[Vv]ersion|[Ee]dition|[Ii]ssue) )(?:YY|CC)YY(?![\w/-])/g,
    judge: doubtful,
  },
  {
    pattern: /(?<=\p{L} )[yzn](?= )/gu,
    judge: (_, setting) => (isFigure(setting) ? 'inTemplate' : undefined),
  },
  { pattern: /(?<=\|[ \t]*)\?(?=[ \t]*\|)/g, judge: () => 'inTemplate' },
  // `●`, `____`, `__%`, `.....`
  {
    pattern: /(?<=[\p{L}\p{N}£$€(,:;.)] ?)[●⚫](?= ?(?:$|[\p{L}\p{N}.,;%)/]))/gmu,
    judge: doubtful,
  },
  {
    pattern: new RegExp(
      `(?<!${LETTER}|[_/])(?:\\\\?_){2,4} ?\\/ ?(?:\\\\?_){2,4} ?\\/ ?(?:20)?(?:\\\\?_){2,6}|(?<![_\\\\])(?:\\\\?_){3,}(?!${LETTER}*_|\\p{Ll}{3})|(?<![_\\\\]|${LETTER})_{5,}(?!${LETTER}*_)|(?<!${LETTER}|[_\\\\])(?:\\\\?_)+(?:\\.(?:\\\\?_)+)?(?= ?%)`,
      'gu',
    ),
    judge: (_, { before, after }, found) =>
      (before.trim() === '' && after.trim() === '') || isEmphasis(found, before, after)
        ? undefined
        : 'doubtful',
    isBlank: true,
  },
  // `€__.__`, `../../....`
  {
    pattern:
      /(?<=[£$€] ?)_{1,5}[.,]_{1,2}(?!_)|(?<!_)_{2,3}:_{2,3}(?!_)|(?<=\s)\.{2,4}\/\.{2,4}\/\.{2,6}(?=\s|$)/gm,
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern: /(?<=[\p{L}] )__(?=[\s.,;]|$)/gmu,
    judge: (_, setting) =>
      isFigure(setting) ||
      NUMBERED_BY.test(setting.before) ||
      /\b(?:least|most|than|within|up to) $/.test(setting.before)
        ? 'doubtful'
        : 'inTemplate',
    isBlank: true,
  },
  // `_ _ _ _ _`
  { pattern: /(?<![_\\])_(?:[ \u00a0]_){3,}(?!_)/g, judge: doubtful, isBlank: true },
  {
    pattern: /(?<=[\p{L}:] )(?:(?:- ){5,}-|[–—]{4,})(?=[ .,]|$)/gmu,
    judge: doubtful,
    isBlank: true,
  },
  // Signs of Markdown, and empty brackets: `*****`, `-----`, `[     ]`
  {
    pattern:
      /(?<=[\p{L}:] )(?:(?:\\?\*){5,}|~{5,}|={5,}|(?<=: )(?:\\?#){5,}|-{5,})(?=[ .,;)]|$)|(?<=[\p{L}:] )(?:\( {3,}\)|\{ {3,}\}|< {3,}>|` {3,}`)/gmu,
    // An ornament stands at both ends.
    judge: (_, { before }, found) =>
      before.trimStart().startsWith(found) ? undefined : 'doubtful',
    isBlank: true,
  },
  // `20....` after other blanks
  {
    pattern: /(?<=(?:_{3}|\.{4}|…)[^\n]*\b(?:20|19))(?:\.{2,4}|…)(?![.…\p{L}\d])/gu,
    judge: doubtful,
    isBlank: true,
  },
  // Lines to write on, with what belongs there below them; one alone is drawn across the page
  {
    pattern:
      /(?<=\p{L}:[ \t]*\n[ \t]*)_{5,}(?=[ \t]*$)|(?<=(?:_{10,}|\p{L}:)[ \t]*\n(?:[ \t]*\n)?[ \t]*|[\p{L}:)][ \t]*_{5,}[ \t]*\n[ \t]*\n[ \t]*)_{10,}(?=[ \t]*$)|(?<=^[ \t]*)_{10,}(?=[ \t]*\n(?:[ \t]*\n)?[ \t]*_{10,}|[ \t]*\n[ \t]*(?:[^\s_#|>-][^\n]{0,60}(?:\n|$(?![\s\S]))))/gmu,
    judge: doubtful,
    isBlank: true,
  },
  {
    pattern: /(?:[.…]{8,}|…\.*…[.…]*|(?<=[:\s|£$€]|\b20)\.{5,}|\.(?:[ \u00a0]\.){4,})/gu,
    judge: (_, { before, after }, found) =>
      /^[.…\s]*(?:\d+|[ivx]+)?\s*(?:\||$)/.test(after) &&
      (/\d/.test(after) ||
        REPEALED.test(before) ||
        OMITTED.test(before + found) ||
        /\b(?:dots|ellips[ei]s|full stops)\b/.test(before))
        ? undefined
        : 'doubtful',
    isBlank: true,
  },
  // `<u>      </u>`
  { pattern: /<u>(?:[ \t\u00a0]|&(?:nbsp|e[mn]sp);)*<\/u>/g, judge: doubtful, isBlank: true },
]

/** `___word___` */
function isEmphasis(found: string, before: string, after: string): boolean {
  return (
    found === '___' &&
    (/^[^\s_][^_]*(?<=[^\s])___(?![\p{L}\p{N}])/u.test(after) ||
      /(?<![\p{L}\p{N}])___(?=[^\s])[^_]*[^\s_]$/u.test(before))
  )
}

const MONTH =
  /^ (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/

/** Kisses, small ones that are quoted (capitals are a name to be), and a number that is masked but for its end: `x, xx, xxx`, `“xxx”`, `XXXX XXXX 4821` */
function isSpoken(found: string, { before, after }: Setting): boolean {
  if (/^x+$/.test(found) && /["“‘']$/.test(before) && /^["”’']/.test(after)) return true
  if (/^X{3,}$/.test(found))
    return /^(?:[ -]X{3,})*[ -]\d{2,6}\b/.test(after) && !/\b(?:0|20)$/.test(before)
  return (
    /^x{3,}$/.test(found) &&
    (/(?:^|[\s(])x{1,2}(?:,| and| or) $/.test(before) ||
      (/^[ \t>*_-]*\p{Lu}[\p{L}.]{0,12},? $/u.test(before) && /^\s*$/.test(after)))
  )
}

/** Shorter ones of these are Roman numbers. */
function judgeXs(found: string, setting: Setting): Verdict {
  const { before, after } = setting
  if ((NUMBERED.test(before) && found.length < 4) || /^(?:th|st|nd|rd)?[ -]century/i.test(after))
    return undefined
  if (/(?:th|st|nd|rd)$/.test(found))
    return /^ century/i.test(after) || placeOf(setting) !== 'lacking' ? undefined : 'doubtful'
  // `E-XX codes`, all of that kind
  if (/\p{Lu}-$/u.test(before) && /^ \p{Ll}/u.test(after)) return 'inTemplate'
  if (EXPLAINED(before, after) || isSpoken(found, setting) || SPOKEN_OF.test(after))
    return undefined
  // Among other Roman numbers: `Room XII, room XXX`
  if (/^XX?X?$/.test(found) && /\b(?=[IVXL]*[IVL])[IVXL]{2,}\b/.test(before + after))
    return undefined
  if (/^x+$/.test(found) && found.length < 3) {
    if (found.length === 2 && NUMBERED_BY.test(before)) return 'doubtful'
    return isFigure({ before, after }) &&
      !/\d ?$|\b(?:hours|days|weeks|months|staff|people|rate|number) $/i.test(before)
      ? 'doubtful'
      : undefined
  }
  if (found.length === 1) {
    if (/\d ?$/.test(before)) return undefined
    if (isFigure({ before, after }) || MONTH.test(after)) return 'doubtful'
    if (found === 'X' && placeOf(setting) === 'lacking') return 'seldom'
    return found === 'X' && NUMBERED_BY.test(before) ? 'inTemplate' : undefined
  }
  return 'doubtful'
}
