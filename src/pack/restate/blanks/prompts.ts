import { DATE, GAP, LINES, type Way } from './way.ts'

const THING =
  '(?:an? |the |your |some )?(?:text|answers?|responses?|details|comments?|dates?|times?|numbers?|amounts?|values?|names?|initials|signature|item|option|one|reason)'
const CLICK =
  '(?:Click|Tap|Press)(?: or (?:tap|click|press))?(?: here)? to (?:enter|add|insert|type|write|choose|select|pick|sign)\\b[^\\n|.[\\]\\\\:?]{0,40}\\.?'
const ASKED = `(?:Enter|Type|Write|Add|Select|Choose|Pick|Insert)(?: (?:in )?${THING})?(?: here| from (?:the |a )?(?:drop-?down )?list)?`
/** `Select: 1 month / 3 months`, `Dropdown: Good, Fair` */
const LISTED =
  '(?:Select|Choose|Pick|Drop-?down|Options?|List)(?: one| list| menu| from)?: ?(?<options>[^\\n[\\]:|/,;]+(?:[|/,;][^\\n[\\]:|/,;]+)+)'
const NAMED =
  '(?:Sign|Signature|Initials?|(?:Short |Long |Free )?(?:text|answer)(?: (?:field|box))?|Date(?: picker)?|Drop-?down(?: list)?)(?: here)?'
/** In signs that programs put around a prompt, or in words that only programs have. */
const PROMPT = `[*_]{0,2}(?<prompt>\\\\?\\[[ ]?(?:${CLICK}|${LISTED}|${ASKED}|${NAMED})\\.?[ ]?\\\\?\\]|${CLICK}|(?:Choose|Select|Pick) an? (?:item|option|date)\\.?)[*_]{0,2}`

const BEGUN = '^[ \\t>]*(?:(?:[-*+•]|\\d{1,2}[.)])[ \\t]+)?[*_]{0,2}'

/** Words in signs that say what belongs there: `[Name]`, `<date>`, `[Low / High]`. */
const NAMED_THING =
  '(?:\\\\?\\[|<|(?<!\\{)\\{)[ ]?(?<words>\\p{L}[^\\n[\\]<>{}|_]{0,80}?)[ ]?(?:\\\\?\\]|>|\\}(?!\\}))'
/** What the organisation writes and not who fills in the form: words that name it, and labels of what it says of the form. */
const OF_ORGANISATION =
  /\b(?:organi[sz]ation|company|charity|employer|business|firm|trust|school|club|our|logo|hr|human resources|website|policy|jurisdiction)\b|^insert (?!.*\bhere$)/i
const LABEL_OF_ORGANISATION =
  /^(?:organi[sz]ation|company|charity|employer|business|policy|form|document|version|effective|next review|review(?:ed)? (?:date|by)|approv|issue|logo|title)\b|\b(?:return|send|submit|hand|contact|questions?|queries|e-?mail)\b.*\b(?:to|at)$|\bonly$/i
/** `[Your answer here]`, `[Explain why]`: what is written in sentences. */
const AT_LENGTH =
  /^(?:(?:your|please|briefly) )*(?:answer|response|comments?|describe|explain|list|provide|write|enter|type|summari[sz]e|outline|give|state|details?|notes?|add|tell us|say)\b/i

function whatIsNamed({ groups = {} }: RegExpExecArray): string | undefined {
  const { label = '', words = '' } = groups
  const asked = label.replace(/[*_]+/g, '').replace(/[\s:?]+$/, '')
  if (OF_ORGANISATION.test(words) || LABEL_OF_ORGANISATION.test(asked)) return undefined
  const options = words.split(/\s*[/|]\s*|\s+or\s+/)
  if (options.length > 1 && options.every((option) => /^[\p{L}\d][^,]{0,24}$/u.test(option)))
    return /^[DMY/ .-]+$/i.test(words) ? DATE : options.map((option) => `○ ${option}`).join(' ')
  return placeFor({ prompt: words })
}

/** What stands where people write until they do: behind its label, in a cell, and under what asks. */
export const prompts: readonly Way[] = [
  // `Team: Choose an item.`, `Manager [Sign here]`
  [
    new RegExp(
      `(?<=(?:${BEGUN}|[ ]{2,}|\\t)(?<label>\\p{L}[^\\n|[\\]_:]{0,80}))(?<sign>[*_]{0,2}[:?][*_]{0,2}[ \\t]*|[ \\t]+)${PROMPT}(?=[ \\t]*(?:$|\\t|[ ]{2,}\\S))`,
      'gimu',
    ),
    ({ groups = {} }) => {
      const { label = '', sign = '', prompt = '' } = groups
      const isSigned = /\bsign|initial/i.test(prompt) && !/\bsign|initial/i.test(label)
      const lead = /[:?]/.test(sign) ? sign.trimEnd() : ':'
      return `${isSigned ? ` (signature)${lead.replace('?', ':')}` : lead} ${placeFor(groups)}`
    },
  ],
  // `Name: Click here to enter text. Post: Click here to enter text.`
  [
    new RegExp(
      `(?<=\\p{L}:)[ \\t]*(?<prompt>${CLICK})(?=[ \\t]+\\p{Lu}[^\\n:]{1,40}:|[ \\t]*$)`,
      'gmu',
    ),
    ({ groups }) => ` ${placeFor(groups)}  `,
  ],
  // `Your name *` and under it `Your answer ____`, `MM/DD/YYYY`
  [
    /(?<=^[ \t]*\p{Lu}[^\n|:]{1,80}?)[ \t]*\*?[ \t]*\n[ \t]*(?:Your answer[ \t]*(?=_{3,})|(?<date>(?:MM|DD)\/(?:MM|DD)\/YYYY)(?=[ \t]*$))/gmu,
    ({ input, index, groups }) =>
      `${/[?:]\s*$/.test(input.slice(Math.max(0, index - 2), index)) ? ' ' : ': '}${groups?.date ? DATE : ''}`,
  ],
  // `| Start date | [Select date] |`
  [new RegExp(`(?<=\\|[ \\t]*)${PROMPT}(?=[ \\t]*\\|)`, 'gimu'), ({ groups }) => placeFor(groups)],
  // `What happened?` and under it `[Type here]`
  [
    new RegExp(`(?<=\\S[ \\t]*\\n(?:[ \\t]*\\n)?[ \\t]*)${PROMPT}(?=[ \\t]*$)`, 'gimu'),
    ({ groups }) => {
      const place = placeFor(groups)
      return place === GAP ? LINES : place
    },
  ],
  // `Reported by: [NAME]`, `- [ ] Other: [details]`
  [
    new RegExp(
      `(?<=${BEGUN}(?:\\[ \\][ ]|[☐□][ ]?)?(?<label>\\p{Lu}[^\\n|[\\]_:<>{}]{0,80}):[*_]{0,2}[ \\t]*)[$£€]?[*_]{0,2}${NAMED_THING}[*_]{0,2}(?=[ \\t]*\\\\?$)`,
      'gmu',
    ),
    whatIsNamed,
  ],
  // `| Reported by | [Name] |`
  [
    new RegExp(
      `(?<=\\|[ \\t]*[*_]{0,2}(?<label>\\p{Lu}[^|\\n[\\]<>{}]{1,60})\\|[ \\t]*)${NAMED_THING}(?=[ \\t]*\\|)`,
      'gmu',
    ),
    whatIsNamed,
  ],
  // `What could be better?` and under it `[Your answer here]`
  [
    new RegExp(
      `(?<=(?<label>\\S[^\\n]*)[?:][*_]{0,2}[ \\t]*\\n(?:[ \\t]*\\n)?[ \\t]*)[*_]{0,2}${NAMED_THING}[*_]{0,2}(?=[ \\t]*$)`,
      'gmu',
    ),
    (match) => {
      const { words = '' } = match.groups ?? {}
      return AT_LENGTH.test(words) && !OF_ORGANISATION.test(words) ? LINES : undefined
    },
  ],
]

function placeFor({ options, prompt = '' }: Record<string, string | undefined> = {}): string {
  if (options)
    return options
      .split(/[|/,;]/)
      .map((option) => `○ ${option.trim()}`)
      .join(' ')
  return /\bdate\b/i.test(prompt) ? DATE : GAP
}
