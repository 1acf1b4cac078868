import { excludeEachOther } from '../../../../language/exclusive-answers.ts'
import type { Style } from '../style.ts'
import { isRequest, type Verdict } from '../words.ts'

/** What stands where somebody's own is to be written. */
const THING =
  '(?:(?:full |first |last )?names?|(?:fore|sur)names?|role|(?:job )?title|position|contact(?: details)?|(?:(?:tele)?phone|contact|fax)(?: numbers?)?|numbers?|e-?mail(?: address)?|dates?|time|address|organi[sz]ation|company|department|team|owner|author|signature|initials|locations?|descriptions?|details|amount|status|reason|link|url|kinds?|types?|category|text|version)'
const THINGS = new RegExp(`^${THING}(?:(?:, ?| and | & | or | ?/ ?)${THING}){0,4}$`, 'i')

/** What is numbered where nothing is said of it yet. */
const COUNTED =
  /\b(?:item|topic|point|goal|objective|name|option|action|example|task|step|risk|issue|person|member|attendee|participant|question|resource|link|decision|benefit|requirement|feature|milestone|skill|category|reason|contact|speaker|deliverable|use|purpose|role|note|metric|outcome|priority|responsibility|duty)s?$/i

const LIST = '^[ \\t>]*(?:(?:[-*+•]|\\d+[.)])[ \\t]+)'
const LABEL = `(?:${LIST}|^[ \\t>]*)[*_]{0,3}\\p{L}[^:|\\n]{0,60}(?::[*_]{0,3}|[*_]{1,3}:| [–—-])[ \\t]+`
/** The edge of a cell that is not the first of its row. */
const CELL = '\\|[^\\n]{0,300}\\|[ \\t]*'
/** The end of a line, or that of a cell below the head of a table. */
const END = '(?=[*_]{0,3}[ \\t]*$|[ \\t]*\\|(?![^\\n]{0,600}\\n[ \\t>]*\\|?[ \\t]*:?-{2,}))'

/** What is all of a value, behind a label, in a cell or, for what says so, behind the sign of a list. */
function whole(pattern: string, places = `${LABEL}|${CELL}|${LIST}`): RegExp {
  return new RegExp(`(?=[\\p{Lu}(_*.…£$€%])(?<=${places})${pattern}${END}`, 'gmu')
}

/** What stands alone on the lines of a letter before who is spoken to and below who writes. */
const OF_WHOM =
  '(?:your|employee|employer|recipient|sender|manager|company|organi[sz]ation|school|club|my)'
const ON_LETTER = `(?:${OF_WHOM}(?:['’]s)? )?(?:(?:full |first |last )?names?|(?:postal |home |private )?address(?: (?:line )?\\d)?|post ?code|town|city|county|date|(?:job )?title|position|role|company|organi[sz]ation|school|employer|signature|(?:tele)?phone(?: number)?|e-?mail(?: address)?)(?: of (?:the )?${OF_WHOM})?(?:(?: and | & | ?/ ?|, ?)(?:(?:job )?title|position|role|date|address|name))?`
const CLOSING =
  'yours (?:sincerely|faithfully|truly)|sincerely(?: yours)?|(?:(?:kind|best|warm) )?regards|signed'

/** `NAME` and `Address` over `Dear …`, `Name` below `Yours sincerely` */
const letters: readonly Style[] = [
  `(?<=^[ \\t>*_]*)(?<words>${ON_LETTER})(?=[,*_]*[ \\t]*\\n(?:[^\\n]{0,60}\\n){0,14}[ \\t>*_]*dear\\b)`,
  `(?<=^[ \\t>*_]*(?:${CLOSING}),?[*_ \\t]*\\n(?:[^\\n]{0,60}\\n){0,6}[ \\t>*_]*)(?<words>${ON_LETTER})(?=[,*_]*[ \\t]*$)`,
].map((pattern) => ({
  pattern: new RegExp(pattern, 'gimu'),
  judge: () => 'doubtful' as const,
  isBlank: true as const,
}))

/** Values that say what belongs there, most of them in a text that surely is a template. */
export const values: readonly Style[] = [
  ...letters,
  // `Governor: Name, Role`, `Treasurer - Name`, `Severity: High/Medium/Low`
  {
    pattern: whole(
      "(?<words>\\p{Lu}[\\p{L}\\d'’-]*(?:(?:, ?| ?/ ?| )[\\p{L}\\d&][\\p{L}\\d'’-]*){0,12})",
      `${LABEL}|${CELL}`,
    ),
    // A cell before others says what these are.
    judge: (words, { before, after }) =>
      (isThing(words) && !/\|.*\S.*\|/.test(after) && !/\|\s*\|\s*$/.test(before)) ||
      isChoiceOfMany(words)
        ? 'inTemplate'
        : undefined,
    isBlank: true,
  },
  // `Discussion: (what was said)`
  { pattern: whole('\\((?<words>\\p{L}[^()\\n]{5,160})\\)'), judge: inTemplate, isBlank: true },
  // `| _what the guests saw_ |`
  {
    pattern: whole(
      '(?<sign>[*_])(?<words>\\p{L}[^*_|\\n]{2,160})\\k<sign>',
      `${LABEL}|${CELL}|${LIST}|^[ \\t>]*`,
    ),
    judge: (words, { before }) =>
      /\S/.test(before) || isRequest(words) || words.endsWith('?') ? 'inTemplate' : undefined,
    isBlank: true,
  },
  // `Discussion: ...`, `| Bonus | % |`
  {
    pattern: whole('(?:…|\\.{3}|[£$€%](?: ?[-–] ?[£$€%])?)'),
    judge: inTemplate,
    isBlank: true,
  },
  // `- Item 1`, `- Topic 2: [link]`
  {
    pattern:
      /(?<=^[ \t>]*(?:\uFFFC+|[-*+•]|\d+[.)])[ \t]+)(?<words>\p{Lu}\p{L}+(?: \p{L}+)?) \d(?=[ \t]*(?:$|: ?(?:\[[^\]\n]*\])?\())/gmu,
    // The contents of a text end with pages.
    judge: (words) => (COUNTED.test(words) ? 'inTemplate' : undefined),
    isBlank: true,
  },
  // Entries of a list with nothing in them
  {
    pattern:
      /^[ \t>]*(?:[-*+]|\d{1,2}[.)])[ \t]*(?:\[ ?\])?[ \t]*$(?:\n[ \t>]*(?:[-*+]|\d{1,2}[.)])[ \t]*(?:\[ ?\])?[ \t]*$)+|(?<=[:?][ \t]*\n)^[ \t>]*[-*+][ \t]*$/gm,
    judge: inTemplate,
    isBlank: true,
  },
]

/** True for words that stand where somebody's own are to be written: `Name`, `Role / Team` */
export function isThing(words: string): boolean {
  return THINGS.test(words)
}

function inTemplate(): Verdict {
  return 'inTemplate'
}

/** `High/Medium/Low` */
function isChoiceOfMany(words: string): boolean {
  const answers = words.split(/ ?\/ ?/)
  return (
    (answers.length > 2 || (answers.length === 2 && excludeEachOther('', answers))) &&
    answers.every((answer) => /^(?=.*\p{L})\S+(?: \S+){0,3}$/u.test(answer))
  )
}
