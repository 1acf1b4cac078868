import { anyOf } from './any-of.ts'
import { foreignKind } from './foreign-labels.ts'

/** What was done to something: `received`, `sent`. */
const DONE = '(?:\\p{L}{2,}ed|sent|seen|given|taken|held|made|paid|due|left|written|born|begun|met)'
const AFTER =
  `(?:\\s+${DONE})?` +
  "(?:\\s+(?:of|for|by|to)\\s+(?:(?:the|your|first|next|last|this)\\s+)*[\\p{L}'-]+(?:\\s[\\p{L}'-]+)?)?(?:\\s*\\([^()]*\\))?"
const BEFORE = "(?:[\\p{L}'-]+\\s+){0,3}"
/** Labels that stand alone: `Line manager`, but not `Manager of the shop`. */
const WHOLES = anyOf(
  [
    /(?:job |current |your )?(?:role|position|grade|title|team)/,
    /(?:line )?manager|supervisor|mentor|mentee|coach|coachee|participant|facilitator|witness/,
    /employer|organi[sz]ation|directorate|base|branch|site|school|course/,
    /present|apologies|attendees|chair(?:person)?/,
    /address|town|city|county|country|postal code|zip(?: code)?/,
    new RegExp(`${DONE} (?:by|to|on|at|from|with)`, 'u'),
    /extension|tel\.?/,
    /nationality|gender|occupation|d\.?o\.?b\.?/,
    /relationship(?: to (?:you|\p{L}+))?/u,
    /(?:goal|objective|target|action|task|step|referee|child|dependant)s?(?: \d{1,2})?/,
    /location|venue|place|time|by (?:when|whom)|(?:start|end|finish)(?: date| time)?/,
    /(?:date|time) and (?:time|place|date)(?: of [\p{L} ]{1,30})?/u,
  ],
  'iu',
  { before: /^/, after: /$/ },
)

/** What is to be filled in beside a short label. */
export type LabelKind = 'short' | 'long'

/** Tells whether the words are ones that stand before a blank on many forms, such as `Name of mentor`. */
export function knownLabel(text: string): LabelKind | undefined {
  const label = text
    .replace(/’/g, "'")
    .replace(/["“”]/g, '')
    .replace(/\s*:$/, '')
    .replace(/,? \(?if (?:any|applicable)\)?$/i, '')
    // `Reason for refusal / change`
    .replace(/(?<=\p{L}) ?\/ ?\p{L}+$/u, '')
    .trim()
  if (/^the\b/i.test(label) && !/\bsignature\b/i.test(label)) return undefined
  if (
    /\b(?:will|must|shall|agrees?|is|are|should|may|can|includes?|following|confirms?)\b/i.test(
      label,
    )
  ) {
    return undefined
  }
  if (HERE.test(label)) return 'short'
  const foreign = label.length <= 40 ? foreignKind(label) : undefined
  if (foreign) return foreign === 'long' ? 'long' : 'short'
  if (signs.test(label) || nouns.test(label) || WHOLES.test(label)) return 'short'
  return remarks.test(label) ? 'long' : undefined
}

/** `Please print your name here` */
const HERE =
  /^(?:please )?(?:print|write|enter|type) (?:your |the )?(?:full )?(?:name|date|address|initials)(?: here)?$/i

const nouns = anyOf(
  [
    /(?:sur|fore|nick)?name(?:s|\(s\))?/,
    /initials/,
    /date(?:s|\(s\))?/,
    /e-?mail(?: address)?/,
    /(?:tele)?phone(?: number)?/,
    /mobile(?: number)?/,
    /job title/,
    /department/,
    /postcode/,
    /(?:employee|staff|payroll|reference|policy|account|student|national insurance|case|contact) (?:number|no\.?|id)/,
    /(?:total |average |contracted )?(?:hours|days|weeks|minutes|miles)(?: [a-z]+){0,2} (?:per|a|each|this|in the) (?:day|week|month|year|session)/,
    /(?:total )?(?:amount|cost|salary)(?: [a-z]+){0,2}/,
    /age/,
    /score/,
    /number of [a-z ]{3,40}/,
  ],
  'iu',
  { before: new RegExp(`^${BEFORE}`, 'u'), after: new RegExp(`${AFTER}$`, 'u') },
)
const signs = new RegExp(
  `^(?:${BEFORE}signature(?: (?:&|and) date)?(?: (?:of|for|by|on behalf of|du|de|des) [^.:?,]{1,40})?(?:\\s*\\([^()]*\\))?|signed(?: (?:by|for|on behalf of) [^.:?]{1,40})?(?:\\s*\\([^()]*\\))?|(?:please )?sign(?:ed)? here|signature)$`,
  'iu',
)
const remarks = new RegExp(
  `^${BEFORE}(?:(?:if (?:so|yes|no|not|other|any)[ \\p{L}]{0,20},? )?please (?:give|provide|add|state|specify|explain|describe|list|say)\\b[^.?!:]{0,60}|if (?:so|yes|no|not)[ \\p{L}]{0,20},? (?:give|provide) (?:full |further |more )?details|comments?|notes|remarks|reasons?|feedback|summary|further information|other information|additional information)${AFTER}$`,
  'iu',
)

/** True for labels beside which people write more than a few words: `What we talked about`, `Actions agreed`. */
export function asksForMore(label: string): boolean {
  const asked = label.replace(/^\(?(?:Q(?:uestion)?\s*)?(?:\d{1,2}|[a-z])[.:)]\s+/i, '')
  return MORE.test(asked) || knownLabel(asked) === 'long'
}

/** True for questions and requests that a few words do not answer: `What happened?`, `Describe the damage`. */
export function asksAtLength(label: string): boolean {
  return (
    asksForMore(label) &&
    (/\?|^(?:please )?(?:describe|explain|why)\b/i.test(label) || knownLabel(label) === 'long')
  )
}

const MORE =
  /^(?:what|how|why|(?:please )?(?:describe|explain)|any (?:other|further|special|additional))\b(?! (?:is|are|was) (?:your|the) (?:name|address))|\b(?:actions|outcomes|notes|comments|reasons|details|objectives|achievements|strengths|concerns|discussed|talked about|description|feedback|summary|following|goals|aims|next steps)\b(?!.*\bdate\b)/i
