const AFTER =
  "(?:\\s+(?:of|for|by|to)\\s+(?:(?:the|your|first|next|last|this)\\s+)*[\\p{L}'-]+(?:\\s[\\p{L}'-]+)?)?(?:\\s*\\([^()]*\\))?"
const BEFORE = "(?:[\\p{L}'-]+\\s+){0,3}"
const WHOLES =
  /^(?:(?:job |current |your )?(?:role|position|grade|title|team)|(?:line )?manager|supervisor|mentor|mentee|coach|coachee|participant|facilitator|witness|location|venue|place|time|address|phone|tel\.?|organi[sz]ation|(?:start|end|finish)(?: date| time)?|(?:date|time) and (?:time|place|date)(?: of [\p{L} ]{1,30})?)$/iu

/** What is to be filled in beside a short label. */
export type LabelKind = 'short' | 'long'

/** Tells whether the words are ones that stand before a blank on many forms, such as `Name of mentor`. */
export function knownLabel(text: string): LabelKind | undefined {
  const label = text.replace(/’/g, "'").replace(/\s*:$/, '').trim()
  if (/^the\b/i.test(label) && !/\bsignature\b/i.test(label)) return undefined
  if (
    /\b(?:will|must|shall|agrees?|is|are|should|may|can|includes?|following|confirms?)\b/i.test(
      label,
    )
  ) {
    return undefined
  }
  if (signs.test(label) || nouns.test(label) || WHOLES.test(label)) return 'short'
  return remarks.test(label) ? 'long' : undefined
}

const nouns = new RegExp(
  `^${BEFORE}(?:name|date|e-?mail(?: address)?|(?:tele)?phone(?: number)?|mobile(?: number)?|job title|department|postcode|(?:employee|staff|payroll|reference|policy) (?:number|no\\.?|id)|(?:total |average |contracted )?(?:hours|days|weeks|minutes|miles)(?: [a-z]+){0,2} (?:per|a|each|this|in the) (?:day|week|month|year|session)|(?:total )?(?:amount|cost|salary)(?: [a-z]+){0,2}|age|score|number of [a-z ]{3,40})${AFTER}$`,
  'iu',
)
const signs = new RegExp(
  `^(?:${BEFORE}signature(?: (?:of|for|by|on behalf of) [^.:?,]{1,40})?(?:\\s*\\([^()]*\\))?|signed(?: (?:by|for|on behalf of) [^.:?]{1,40})?(?:\\s*\\([^()]*\\))?|sign(?:ed)? here|signature)$`,
  'iu',
)
const remarks = new RegExp(
  `^${BEFORE}(?:comments?|notes|remarks|reasons?|feedback|summary|further information|other information|additional information)${AFTER}$`,
  'iu',
)
