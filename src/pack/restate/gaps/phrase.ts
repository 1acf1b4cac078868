import type { Gap } from './gap.ts'
import { isChoice } from './words.ts'

/** Words that say what is missing only together with those before them. */
const GENERAL =
  /^(?:date|name|names?|title|job title|role|number|no|amount|time|place|address|e-?mail|e-?mail address|phone|phone number|telephone|telephone number|signature|details|x+|n+|y+|tbc|tbd|tba|text|list|here|version|value|figure|percentage|yes or no|link|url|describe|explain|specify|choose|days?|hours?|weeks?|months?|years?)$/i

/** What is counted by a number before it. */
const COUNTED =
  /^ ?((?:[a-z]+ )?(?:minutes|hours|days|weeks|months|years|times|people|sessions|meetings))\b/i

/** What a gap is asked for by: its own words, or those beside it. */
export function phraseOf(gap: Gap): string {
  if (gap.words === '' && COMPANY.test(gap.raw)) return 'organisation name'
  const own = ownWords(gap.words)
  const isWhole = own !== '' && (/^\s*insert\s/i.test(gap.words) || !GENERAL.test(own))
  const whole = !isWhole ? withLabel(own, gap) : own
  const phrase = /\p{Ll}/u.test(whole) ? whole : whole.toLowerCase()
  return gap.isInAddress ? `${phrase} in addresses` : phrase
}

/** `XYZ Ltd`, `Acme` */
const COMPANY =
  /^(?=[\p{L} .]{3,40}$)(?:.*\b(?:company|corp(?:oration)?|ltd|limited|inc|llc|plc|organi[sz]ation|charity|trust|employer)\b.*|acme)$/iu

/** `DD/MM/YYYY`, `HH:MM` */
const FORMAT = /^[DMYH]{1,4}(?:[ /.:–-]+[DMYH]{1,4})+$/i
/** What follows is only an example. */
const EXAMPLE = /(?<=\p{L}\S*)[\s,(–—-]*\b(?:e\.g\b|i\.e\b|for example|such as)[\s\S]*$/iu

function ownWords(written: string): string {
  const words = written
    .replace(/<[^<>]*>/g, '')
    .replace(EXAMPLE, '')
    .trim()
  if (FORMAT.test(words)) return /H/i.test(words) ? 'time' : 'date'
  const text = clean(words)
    .replace(
      /^(?:please )?(?:insert|enter|add|type(?: in)?|fill in|put|state|specify|supply|provide|give|include|write|choose|select)(?: (?:here|in))?[ :,-]+(?=\S)/i,
      '',
    )
    .replace(/^(?:the|an?|your|our|this)[ ](?=\S)/i, '')
    .replace(/[ ,]+(?:here|as appropriate|if applicable|as applicable)$/i, '')
  if (isChoice(clean(words))) return text.replace(/\s*[/|]\s*/g, ' or ')
  const [, thing, owner] = /^(.{2,40}?) of (?:the |your |our |this )?(.{2,40})$/i.exec(text) ?? []
  return thing &&
    owner &&
    /^(?:full |job )?(?:name|title|date|address|e-?mail(?: address)?|(?:tele)?phone(?: number)?|number)$/i.test(
      thing,
    )
    ? `${owner} ${thing}`
    : text
}

/** In the signs that a phrase can have. */
function clean(words: string): string {
  return words
    .replace(/(?<=\p{Ll})(?=\p{Lu}\p{Ll})/gu, ' ')
    .replace(/\u00ad/g, '')
    .replace(/\|/g, '/')
    .replace(/@/g, ' at ')
    .replace(/\.(?=\S)/g, ' ')
    .replace(/[^\p{L}\p{M}\p{N} '’,./&+%£$€?!;-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;-]+|[\s,.;:-]+$/g, '')
}

/** `Approved by: [date]` asks for the date that stands beside these words. */
function withLabel(own: string, { before, after }: Gap): string {
  const [, label = ''] =
    /([^|:.!?;[\]{}<>]{2,60}):?[ \t]*\|?[*_\s]*$/.exec(before.replace(/^[\s>#*+|-]+/, '')) ?? []
  const [next = ''] = /^[^|:.!?;()[\]{}<>]*/.exec(after) ?? []
  const words = clean(label.split(/, /).at(-1) ?? '')
    .split(' ')
    .filter(Boolean)
  const nearest = words.slice(own === '' ? -5 : -3)
  const near = withoutJoining(nearest).join(' ')
  const following = own === '' ? clean(next).split(' ').filter(Boolean).slice(0, 3).join(' ') : ''
  if (own === '') return [near, following].filter(Boolean).join(near && following ? ' … ' : '')
  const small = own.toLowerCase()
  if (near.toLowerCase().endsWith(small)) return near
  const counted = /^(?:number|no|x+|n+|y+|amount|figure|value)$/.test(small)
    ? COUNTED.exec(next)?.[1]
    : undefined
  const isMark = /^(?:x+|n+|y+)$/.test(small) && near !== ''
  // What is missing differs from place to place, so the words before it belong to it.
  return [near, counted ? `number of ${counted}` : isMark ? 'number' : small]
    .filter(Boolean)
    .join(' ')
}

/** Words from the first one that names something on, or all where none does. */
function withoutJoining(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !JOINING.test(word))
  return first < 0 ? words : words.slice(first)
}

const JOINING =
  /^(?:and|or|is|are|be|for|in|at|on|by|of|to|the|an?|from|with|see|due|than|as|if|that|this|most|least|shall|will|must|it|they|we|you|which|who)$/i

/** The words of a suggestion, short enough for a message. */
export function shortened(phrase: string): string {
  return phrase.length > 60 ? `${phrase.slice(0, 59)}…` : phrase
}
