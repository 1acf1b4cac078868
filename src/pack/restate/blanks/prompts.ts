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
]

function placeFor({ options, prompt = '' }: Record<string, string | undefined> = {}): string {
  if (options)
    return options
      .split(/[|/,;]/)
      .map((option) => `○ ${option.trim()}`)
      .join(' ')
  return /\bdate\b/i.test(prompt) ? DATE : GAP
}
