/** Where the signs of a gap stand: the words around them on their line. */
export interface Setting {
  /** Inside a quotation, where editors put words in brackets. */
  readonly isQuoted: boolean
  readonly before: string
  readonly after: string
}

/**
 * What a place says of words in brackets, whatever they are: a sentence `lacks` something without them, they are `alone` in
 * a line, a cell or after a label, or the sentence is whole without them, which then are an `aside`.
 */
export type Place = 'lacking' | 'alone' | 'aside'

/** Words that something has to follow. */
const OPENING =
  'the|an?|each|every|any|your|our|their|his|her|its|of|on|to|for|at|in|by|within|after|before|from|between|until|via|through|' +
  'under|per|into|about|than|during|against|over|up|is|are|be|been|being|was|were|will|must|shall|should|can|could|would|has|' +
  'have|had|do|does|and|or|if|when|whether|contact|called|named|titled|dated|dear|with|as|follow|email|telephone|ring|ask|' +
  'provide|owes?|hereby|tell|least|hearing|c/o'
const open = [
  new RegExp(`(?:^|[^\\p{L}-])(?:${OPENING}|${OPENING.toUpperCase()})$|[£$€]$`, 'u'),
  new RegExp(`(?:^|[.!?:]["”’)]*\\s)[\\s>#*_+•–-]*(?:${OPENING})$`, 'iu'),
]
/** Where a key, a button or a word is spoken of. */
const MENTIONED =
  /\b(?:press|pressing|click|clicking|select|hit|tap|keys?|buttons?|mark(?:ed)?|label(?:led)?|begins?|starts? with|repl(?:y|ying) with|headed|tag(?:ged)?|shows?|says?|means?)\b[^.]{0,60}$/i
/** Verbs and joining words, of which none begins what a noun ends. */
const JOINING =
  'is|are|was|were|will|must|shall|should|can|could|may|might|would|has|have|had|does?|did|of|on|to|for|at|in|by|within|' +
  'after|before|from|between|until|via|through|under|per|into|about|than|during|and|or|if|when|who|which|that|as|with|not'
const joining = new RegExp(`^(?:${JOINING})\\b`, 'u')
const joiningOrVerb = new RegExp(`^(?:(?:${JOINING})|\\p{Ll}+s)\\b`, 'u')
/** A label, after which the words stand that belong to it. */
const LABEL = /(?:^|[.;|\])]\s*)[\p{L}][\p{L} '’/&()-]{1,50}:$/u

export function placeOf({ before, after, isQuoted }: Setting): Place {
  if (isQuoted || MENTIONED.test(before)) return 'aside'
  const left = before
    .replace(/(?<=^|\s)["“‘]$/, '')
    // Others before it in a list of them.
    .replace(/(?:\[[^[\]]*\](?:, (?:and )?| and | or ))+$/, '')
    .replace(/[\s*_`(]+$/, '')
  const right = after.replace(/^[*_`"”’)]+(?!s\b)/, '')
  const isFirst =
    /^(?:[>#*+•–|\s-]|\d{1,3}(?:\.\d{1,3})*[.)]?)*$/.test(left) || /[.!?|][)*_]*$/.test(left)
  const isLast = /^\s*(?:$|\|)|^[.;!?](?:\s|$)|^(?:,| and) \[|^\s+\p{Lu}[\p{L} ]{0,30}:/u.test(
    right,
  )
  // A line of its own may be a remark; an entry of a list or table is there to say something.
  if (isFirst && isLast) return /[^\s>]/.test(left) || /^\s*\|/.test(right) ? 'alone' : 'aside'
  if (isFirst) return /^(?: \p{Ll}|['’]s\b)/u.test(right) ? 'lacking' : 'aside'
  const label = left.replace(/^[\s>]*(?:[-*+•]|#+|\d+[.)])\s+|[*_]+/g, '')
  if (LABEL.test(label)) return isLast ? 'alone' : 'aside'
  return open.some((pattern) => pattern.test(left)) ? 'lacking' : 'aside'
}

/** True where one word may stand before what follows: `was [allegedly] there`, `the [then] head` */
export function isAddedWord(words: string, { after }: Setting): boolean {
  const [, next] = /^ ([\p{L}]+)/u.exec(after) ?? []
  return /^\p{Ll}+$/u.test(words.trim()) && next !== undefined && !joiningOrVerb.test(next)
}

/** True where what stands before what follows belongs to it: `regular (weekly/monthly) meetings` */
export function isBeforeNoun({ after }: Setting): boolean {
  return /^ \p{Ll}/u.test(after) && !joining.test(after.slice(1))
}

/** What follows a word that is spoken of. */
export const SPOKEN_OF =
  /^ (?:is|are) (?:what|how|where|when|why|(?:an?|one|two|three) words?|written|spel[lt]|short for)\b|^ (?:in|on|of) (?:the |older |our |all )?[\p{L}]+(?: [\p{L}]+)? (?:stands?|means?)\b/u

/** Words that count what stands before them. */
export const COUNTED =
  /^[ \u00a0-]{0,2}(?:(?:working|calendar|business|consecutive|full|clear|school|additional)[ \u00a0-])*(?:seconds?|minutes?|hours?|days?|weeks?|fortnights?|months?|years?|terms?|times|people|children|adults|employees|members|staff|%|per ?cent|percent|percentage points?|miles|km|kilomet|pounds|dollars|euros?|pence|sessions?|meetings?|questions|participants|points|places|characters|visits|copies|[KMG]B|ans|jours|mois|années|semaines|heures|Tagen?|Wochen|Monaten?|Jahren?|Stunden|años|días|meses|horas|anni|giorni|mesi|ore)(?!\p{L})|^%/iu
/** What stands before an amount. */
const CURRENCY = /(?:[£$€¥₹]|\b(?:GBP|USD|EUR|AUD|NZD|KES|ZAR|NGN|INR|R|KSh|Rs\.?))\s?$/

/** True where a figure belongs: between a currency or nothing and words that count. */
export function isFigure({ before, after }: Pick<Setting, 'before' | 'after'>): boolean {
  return CURRENCY.test(before) || COUNTED.test(after.replace(/^[*_]+/, ''))
}

/** An explained figure: `five (5) days` */
export const IN_WORDS =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)[ -]?$/i

/** What has a number after it. */
export const NUMBERED_BY =
  /\b(?:level|tier|stage|point|grade|room|page|extension|ext\.?|floor|building|band|week|month|day|version|issue|edition|rev\.?|revision|no\.?|number|ref\.?) $/i
