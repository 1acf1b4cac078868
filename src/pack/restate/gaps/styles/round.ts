import type { Style } from '../style.ts'
import {
  IN_WORDS,
  isAddedWord,
  isBeforeNoun,
  isFigure,
  type Place,
  placeOf,
  type Setting,
} from '../surroundings.ts'
import {
  ABBREVIATION,
  isChoice,
  isFinishing,
  isNamed,
  isNote,
  isOrganisation,
  isRequest,
  judge,
  type Verdict,
} from '../words.ts'

/** Words between round brackets, which mostly hold a remark. */
export const round: readonly Style[] = [
  // `(enter the date)`, `(Company Name)`, `(x) days`, `(delete as appropriate)`
  {
    pattern:
      /(?<=^|[\s(“"‘'*_>|£$€])\((?: (?=\p{L}[^()\n]* \)))?(?<words>[\p{L}*_.\d#£$€](?:[^()[\]{}\n]{0,160}?)?|\s?|…) ?\)/gmu,
    judge: judgeRound,
  },
]

const ASKED =
  /^(?:please )?(?:specify|enter|fill in|complete|add|type in|state|choose|select)\b(?! by\b)(?=.*\b(?:name|date|here|details?|number|title|company|organi[sz]ation|role|contact|address|amount|period|location|policy|others?)\b)|^your (?:company|organi[sz]ation|business|employer|charity|school|manager|line manager|contact|name|role)\b/i
const TO_ANSWER =
  /^(?:please )?(?:tick|circle|cross|choose|select|specify|state|enter|complete|name|date|delete|strike|underline)\b/i
/** Round brackets mostly hold a remark, so only those are gaps without which the sentence lacks something. */
function judgeRound(words: string, setting: Setting & { readonly isForm: boolean }): Verdict {
  const { before, isQuoted, isForm } = setting
  // A remark on the blank before it.
  if (/(?:_|\.{3}|…|\])\s*$/.test(before) && /\p{L}/u.test(words)) return undefined
  if (isForm && (TO_ANSWER.test(words) || /^[ ]?:?[ ]*(?:_{3}|[.…]{3})/.test(setting.after)))
    return undefined
  if (/^(?:\s?|\.{3}|…|_+|[xXnN]{1,3}|\d{1,3})$/.test(words)) {
    if (isForm || !isFigure(setting) || IN_WORDS.test(before)) return undefined
    return /^\d/.test(words) && placeOf(setting) !== 'lacking' ? undefined : 'doubtful'
  }
  if (/^(?:number|figure|no\.)$/i.test(words) && isFigure(setting) && !isForm) return 'doubtful'
  if (/^(?:please )?(?:state|specify|say) (?:where|who|whom|which|how|when|what)\b/i.test(words))
    return 'doubtful'
  if (HOUSEWORK.test(words)) return undefined
  // `Count the bolts (note: the list is older).`
  if (/^notes? ?:/i.test(words))
    return (before + setting.after).trim() === '' ? 'doubtful' : 'inTemplate'
  // `## Trial period (optional)`
  if (/^optional(?:$|[,.;])/i.test(words)) return /^#+ /.test(before) ? 'inTemplate' : undefined
  // `Deposit (if applicable): …`
  if (/^(?:if|where) /i.test(words) && /^[*_]*(?::| ?\|)/.test(setting.after)) return undefined
  // `(manager or other – specify)`
  if (/[–—-] (?:please )?(?:specify|state|delete|describe|name)$/i.test(words)) return 'doubtful'
  if (isFinishing(words) || (isNote(words) && !/^(?:option|alternative|variant)\b/i.test(words)))
    return 'doubtful'
  if (
    ASKED.test(words) ||
    /^please (?:specify|state|enter|insert|add) (?:the|your|an?) /i.test(words)
  )
    return 'sure'
  if (isQuoted || /^(?:if|when|where) /i.test(words)) return undefined
  // `Dates are day, month, year (DD/MM/YYYY).`
  if (/^(?:dd|mm)[/. -](?:mm|dd|mmm)[/. -]y{2,4}$/i.test(words))
    return /\b(?:year|day|month|digits|dates?(?: \p{Ll}+){1,6}) $/u.test(before)
      ? undefined
      : 'doubtful'
  // `per day (or week or month)`
  if (/^or (?:(?:or )?(?:hour|day|week|fortnight|month|year),? ?)+$/.test(words))
    return 'inTemplate'
  if (NAME_OF.test(words)) return 'sure'
  if (
    /^(?:day|month|year)(?:[ ,/]+(?:day|month|year)){1,2}$|^(?:#|no\.?) of \p{L}+$|^[£$€] ?amount$/iu.test(
      words,
    )
  )
    return 'doubtful'
  if (isOrganisation(words) && /\bname\b/i.test(words) && !isQuoted) return 'sure'
  const place = /\bcosts? $/.test(before) || isNoRemark(setting) ? 'lacking' : placeOf(setting)
  if (isChoice(words) || NUMBERS.test(words)) return judgeRoundChoice(words, place, setting)
  if (/^[£$€]$/.test(words)) return place === 'lacking' ? 'doubtful' : undefined
  if (/^[#£$€]/.test(words)) return undefined
  // `Reviewed by: (name), every year`
  if (
    /^(?:name|date|title|role)$/i.test(words) &&
    (/\b(?:by|on|to|date):[*_]* $|\bthis $|^[\s>*_]*I,? $/i.test(before) || isCell(setting))
  )
    return isForm ? undefined : 'doubtful'
  if (isMissing(words, place, setting))
    return isNamed(words) || words.includes(' ') || !/\b(?:is|are) $/.test(before)
      ? 'possible'
      : 'seldom'
  if (/^[\p{L} ]+ [–-] e\.g\. /u.test(words)) return place === 'lacking' ? 'doubtful' : undefined
  const verdict = judge(words, setting)
  if (!verdict) return undefined
  if (verdict === 'sure' && isRequest(words) && !EXAMPLE.test(words))
    return place === 'lacking' ? 'possible' : 'inTemplate'
  // `the spring term (year), from (days of the week)`
  if (
    /^(?:specific |exact )?(?:years?|months?|dates?|days of the week|hours|times?|amount|place|venue)$/i.test(
      words,
    ) &&
    place === 'aside'
  )
    return 'inTemplate'
  if (/ (?:is|are|was|were|will|can|must|has|have) /.test(words)) return undefined
  if (!isNamed(words))
    return /^\p{L}+(?: \p{L}+){0,2}$/u.test(words) &&
      !REMARK.test(words) &&
      !isAddedWord(words, setting)
      ? 'seldom'
      : undefined
  const isFirst = /^[\s>#*_-]*$/.test(before)
  // `the chief executive (CEO)`
  if (ABBREVIATION.test(words)) return isInitials(words, before) ? undefined : 'inTemplate'
  if (/^\p{Lu}[\p{Lu} /&]+$/u.test(words) || IN_CAPITALS.test(words)) return 'sure'
  if (place === 'lacking') return isFirst || /^\p{Lu}/u.test(words) ? 'sure' : 'doubtful'
  const isWhole = isFirst && setting.after.trim() === ''
  if (!isWhole || isForm) return undefined
  return /^\p{Lu}/u.test(words) ? 'doubtful' : 'inTemplate'
}

/** `the Data Protection Officer (DPO)` explains itself. */
function isInitials(letters: string, before: string): boolean {
  const last = before.match(/\p{L}+/gu)?.slice(-letters.length) ?? []
  return last.map((word) => word.charAt(0).toUpperCase()).join('') === letters.toUpperCase()
}

/** A remark never follows a comma: `Mr Ward, (job title)` */
function isNoRemark({ before, after }: Setting): boolean {
  return /[,:)] $/.test(before) && /^(?:[.;,]|\s*$| \()/.test(after)
}

/** `per (hour/week)`, `reviewed (annually/every two years) by`, and not `regular (daily/weekly) copies` */
function judgeRoundChoice(words: string, place: Place, setting: Setting): Verdict {
  const { before } = setting
  if (NUMBERS.test(words) && isFigure(setting)) return 'doubtful'
  // `is a (charity / company) working with`, `ask for (one/two) letters`
  const isArticle =
    /\b(?:is an?|are)[*_]* $/.test(before) || (NUMBERS.test(words) && place === 'lacking')
  if (isArticle) return 'doubtful'
  if (isBeforeNoun(setting)) return undefined
  const isTime = words.split(/[/|]/).every((answer) => TIME.test(answer.trim()))
  if (isTime && /\p{L} $/u.test(before) && !/s $/.test(before)) return 'doubtful'
  if (place === 'lacking') return 'possible'
  return /^[\p{Ll}\d /|-]+$/u.test(words) ? 'inTemplate' : 'seldom'
}

const NUMBERS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+)(?: ?[/|] ?(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+))+$/
const TIME =
  /^(?:(?:bi-?)?(?:annual|week|month|quarter|year|fortnight|dai|hour)(?:l?y|ly)|(?:at least )?(?:twice|once|every|each) .*|bi-?annual(?:ly)?|(?:hour|day|week|month|year)s?)$/i

/** `| (name) |` in a table with more than that. */
function isCell({ before, after }: Setting): boolean {
  return /\|\s*$/.test(before) && /^\s*\|/.test(after)
}

/** `leaves from (pick-up point).`: what ends with a word that something has to follow is whole only with the brackets. */
function isMissing(words: string, place: Place, { before, after }: Setting): boolean {
  return (
    place === 'lacking' &&
    /^\p{Ll}[\p{L}'’-]+(?: [\p{L}'’.-]+){0,3}$/u.test(words) &&
    /\b(?:the|an?|from|to|of|at|by|with|is|are|for|your|our) $/.test(before) &&
    /^(?:[.;,](?:\s|$)|\s*$)/.test(after) &&
    !REMARK.test(words)
  )
}

/** How remarks begin, or what they are: `(or write to)`, `(mostly local)`, `(most)` */
const REMARK =
  /^(?:and|or|but|if|see|as|not|what|which|who|where|when|among|most|almost|nearly|about|then|now|in|on|at|by|for|so|was|were|i\.e|e\.g|also|our|your|their|its?|the|this|we|you|they|no|all|only)\b|ly\b|\b(?:or|is|are|was|were|will|can|must|has|have)\b/

/** `(remove the lid first)` is no work on the text. */
const HOUSEWORK =
  /^(?:please )?(?:remove|adjust) (?:the|your|all|any|them|it)\b(?!.*\b(?:names?|notes?|texts?|clauses?|paragraphs?|sections?|box|boxes|brackets?|sentences?|words?|rows?|lines?|examples?|options?|policy|template)\b)/i

const EXAMPLE = /^(?:e\.?g\b|for )/i
const NAME_OF = /^(?:full |job )?(?:name|title|role)s? of (?:the |your |our )?[\p{L}'’ -]{2,40}$/iu
const IN_CAPITALS =
  /^\p{Lu}\p{Ll}+(?:['’]s)? (?:Name|Title|Number|Address|Phone|Email|Date|Position)$/u
