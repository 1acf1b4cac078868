const PLAIN_REQUEST = /^(?:describe|explain|list|outline|summari[sz]e|comment on)\b/i
const VERB =
  /^(?:give|tell|name|write|note(?! to\b)|state|provide|indicate|identify|specify|set out|record|add|say|rate|suggest)\b/i
/** `In your own words, tell us what happened.` */
const AFTER_CLAUSE =
  /^(?:(?:in|if|using|with|where|when|for|from)\b[^,.?!]{3,60}(?:,| [–—-]) (?:please )?(?:say|tell us|describe|explain|outline|summari[sz]e|list|set out)\b|if (?:so|yes|no|not)\b[^.?!]{0,40}?,? (?:please )?(?:say|state|give|provide|specify|describe|explain|list|attach|indicate|tell us)\b)/i
const READER = /\b(?:you|your|us|details?|examples?|reasons?|below|here)\b/i
/** A question as its last words show: `How did it go?`, also with a remark in brackets after it. */
export function isQuestion(text: string): boolean {
  return (
    /\?["”’'*\s]*(?:\([^()]*\)|(?:please )?(?:tick|check|choose|select|mark|circle)\b[^.?!]*[.:]?)?$/i.test(
      text,
    ) || isExplained(text)
  )
}

/** `Where did it happen? Name the room.` */
function isExplained(text: string): boolean {
  const [, more = ''] = /\?\s+(\p{Lu}[^.?!:]{5,80}[.:])$/u.exec(text) ?? []
  return (
    VERB.test(more) ||
    PLAIN_REQUEST.test(more) ||
    /^(?:please|if|use|continue|include)\b/i.test(more)
  )
}

/** `I was absent because (tick all that apply)`, `Tick what you need.` */
export function isChoosing(text: string): boolean {
  return /\((?:please )?(?:tick|check|choose|select|mark|circle|cross)\b[^()]*\)$|^(?:please )?(?:tick|check|choose|select|mark|circle) (?!.*\b(?:if you|sign|read|each)\b)[^?!:;]*\.$/i.test(
    text.replace(ENUMERATOR, ''),
  )
}

/** A text that something is to follow: `Comments:`. */
export function isLead(text: string): boolean {
  return /:\s*(?:\([^()]*\))?$/.test(text)
}

/** A sentence that asks the reader to write: `Describe what you have learnt.` Duties in a contract begin with verbs too. */
export function isRequest(text: string): boolean {
  if (/[;,:]$/.test(text) || !/^\p{Lu}/u.test(text)) return false
  return (
    /^please\b/i.test(text) ||
    PLAIN_REQUEST.test(text) ||
    AFTER_CLAUSE.test(text) ||
    (VERB.test(text) && READER.test(text))
  )
}

/** Words before a list of questions that are to be thought about and not to be answered in writing. */
export function isPrompt(text: string): boolean {
  return /\b(?:think about|consider|ask yourself|ask each other|reflect on|for example|such as|bear in mind|discuss|talk about|may include|could ask|can ask|prompts?)\b/i.test(
    text,
  )
}

/** Words before a list of what somebody has to do. */
export function isDuty(text: string): boolean {
  return /\b(?:agrees?|will|must|shall|should|undertakes?|responsib\w+|duties|role|expected)\b/i.test(
    text,
  )
}

/** A title that says what the answers under it are: `Severity level`, `Type of leave`. */
export function namesAnswers(title: string): boolean {
  return (
    !DURING.test(title) &&
    ANSWERED.test(
      title.replace(ENUMERATOR, '').replace(/^(?:section|part) \w{1,3}\s*[:.–—-]\s*/i, ''),
    )
  )
}

/** `First shift`, over what is to be done then. */
const DURING = /^(?:before|after|during|on|by|first|last|(?:day|week|month) \d)\b/i

const ANSWERED =
  /^(?:(?!of\b|for\b)[\p{L}’'/-]+ ){0,3}(?:levels?|methods?|types?|kinds?|status|priorit(?:y|ies)|ratings?|frequency|outcomes?|decisions?|categor(?:y|ies)|preferences?|severity|urgency|reasons?|sizes?|formats?|grades?|options?|class|results?|recommendations?|gender|sex|shifts?|condition|impact|likelihood|duration|ethnicity|relationship|nature|purpose|causes?|basis|mode|stage|response|choice|selection|locations?|departments?|group|range|actions?)(?: \p{L}+ed| taken)?(?: (?:of|for|to)\b.{1,40})?:?$|^preferred\b/iu

const HOW =
  '(?:tick|check|circle|choose|select|mark|cross|underline|delete|pick|indicate|ring|highlight)'
const WHICH =
  '(?: (?:all|any|one|only|just|as|where|which|whichever|what|those|the|your|a|box|boxes|each|every|if|below|here|up to|at least|at most|appropriate|applicable|\\d|two|three)\\b[^().?!:]*)'
/** In brackets, or as a sentence of their own or after a dash. */
const REMARKS = new RegExp(
  `\\s*\\((?:(?:please )?${HOW}${WHICH}?|(?:only )?one(?: box)? only|all that apply|(?:(?:to be )?(?:completed|filled (?:in|out))|for completion) by [^()]*)\\.?\\)|(?:(?<=[\\p{L})][?:.])\\s*|\\s+[–—-]\\s+)(?:please ${HOW}${WHICH}?|${HOW}${WHICH})[.:]?$`,
  'giu',
)

/** A label without remarks how to answer, such as `(tick all that apply)`, unless it is nothing else. */
export function withoutHow(label: string): string {
  const rest = label.replace(REMARKS, '').trim()
  return /\p{L}/u.test(rest) ? rest : label
}

/** The number or letter that a text begins with: `Q1.`, `2)`, `1.1`, `(a)`. */
export const ENUMERATOR =
  /^(?:Q(?:uestion)?\s*\d+[.):]?|\d+(?:\.\d+)*[.):]|\d+(?:\.\d+)+|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+/i

/** True for an answer that stands for any other; `other hours` is one of its own. */
export function isOther(label: string): boolean {
  return /^(?:others?|sonstiges?|sonstige[rsn]?|andere[rsn]?|autres?|otr[oa]s?)(?:\s*[(:,;–—_.…-].*|\s+(?:please|(?:reason|option|answer|way|place|method|role|topic)s?)\b.*)?$/i.test(
    label,
  )
}
