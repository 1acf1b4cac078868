import { anyOf } from './any-of.ts'
import { foreignKind } from './foreign-labels.ts'

/** What a person writes into a blank. */
export type WritingType = 'text' | 'multiline' | 'date' | 'email' | 'number' | 'signature'

/** What is asked for, by the words around the blank: the label before it and, inside a sentence, the words after it. */
export function typeOf(label: string, after = ''): WritingType {
  // `Signed for (insert organisation's name)`: a gap says nothing of what its sentence asks for.
  const words = label
    .replace(/\s*\(insert [^()]*\)|\{\{[^{}]*\}\}/gi, '')
    .replace(/\s*:$/, '')
    // `Steps (who, what, by when)` are no date.
    .replace(/(?<=\p{L}.*)\s*\([^()]*,[^()]*,[^()]*\)$/u, '')
    .trim()
  const foreign = foreignKind(words)
  if (foreign) return foreign === 'long' ? 'text' : foreign
  const found = types.find(([, pattern, except]) => pattern.test(words) && !except?.test(words))
  if (found) return found[0]
  return COUNTED.test(after) || (PER.test(after) && COUNTS.test(words)) ? 'number' : 'text'
}

const UNITS = 'hours|days|weeks|months|years|minutes|miles|nights|kilometres'
/** `Days of leave requested`, `Overtime hours`, and not `Office hours`, `Hours of work`, `Preferred days`. */
const AMOUNT = [
  `^(?!.*\\b(?:office|opening|core|working|work|normal|usual|standard|preferred|available|availability|contact|business|school|which|what|in|on|at|within|for|next|these|those|key|shift|quiet|visiting|consecutive|or|and) (?:${UNITS})\\b)`,
  "(?:[\\p{L}'’-]+ ){0,3}",
  `(?:${UNITS})`,
  '(?:$| (?!of (?:the|work|business|operation|attendance|birth|meeting|last)\\b|available|preferred|open|on which|that|when|where|I|we|you|and|or|by|read|approved|\\p{L}+ by\\b)[^?:/|]*$)',
].join('')
/** `Working days lost`, `Hours off` */
const COUNTED_AMOUNT = `^(?:\\p{L}+ ){0,2}(?:work)?(?:${UNITS}) (?:approved|granted|away|off|left|worked|taken|missed|lost|absent|claimed|used|spent|requested|owed|owing|due|remaining)\\b(?! by\\b)[^?:]*$`
/** `Amount due`, `Total cost`, `Current annual salary`, and not `Cost centre`, `Reason for the cost` */
const MONEY = [
  '^(?!.*\\b(?:for|of|about|details?|which|what|reason|who|or|and)\\b.*(?:amount|cost|price|fee|total|salary)s?\\b)',
  "(?:[\\p{L}'’-]+ ){0,3}(?:amount|cost|price|fee|(?:sub-?|grand )?total|salary|income|wage|rent|mileage|fare|rate(?!s)|value(?!s)|pay(?= (?:by|per)\\b))s?",
  '(?:$| (?:due|\\p{L}{2,}ed|paid|owing|payable|outstanding|in total|each)$| ?[£$€]$| (?:per|of|for|by) (?:the |a )?\\p{L}+(?: \\p{L}+)?$)',
].join('')

const types: readonly [WritingType, RegExp, RegExp?][] = [
  [
    'signature',
    /\b(?:signature|signed|sign here)\b|(?:^|\b(?!to |please |must )\p{L}+ )sign$/iu,
    /\bdate\b(?! (?:and|&) sign)(?<!\bsignature (?:and|&) date)|\bname\b(?! (?:and|&) sign)|\bsigned (?:on|at|in)\b(?! behalf)/i,
  ],
  ['email', /\be-?mail\b/i, /\?$|\b\p{L}{3,}ed (?:on|by|from)$/iu],
  [
    'number',
    anyOf(
      [
        /\bhow many\b/,
        /(?<!\b(?:reference|account|membership|policy|identity|serial|case|phone|mobile|registration|card|employee|staff|payroll|code|licen[cs]e) )\b(?:number|no\.) (?:of|in)\b/,
        /\((?:in )?(?:years|months|weeks|days|hours|minutes|hrs|mins|ms|secs?|seconds|[kmg]b|miles|km|cm|mm|m|kg|lbs?|%|(?:in )?[£$€]|gbp|eur|usd|chf|number|figures?|in figures|out of \d+)\)$/,
        /\bscale (?:of|from) \d/,
        /^out of \d/,
        /\(\d+ ?(?:to|–|-) ?\d+\)/,
        /\(\d+ ?[\p{L}=][^()]*\b\d+ ?[\p{L}=][^()]*\)$/u,
        /, from \d+ (?:\([^()]*\) )?to \d+ ?(?:\([^()]*\))?\??$/,
        new RegExp(AMOUNT, 'u'),
        new RegExp(COUNTED_AMOUNT, 'u'),
        /^(?:\p{L}+ ){0,2}(?:hours|days|weeks|minutes|miles)\b[^?:]*\b(?:per|a|each|this|last) \p{L}+$/u,
        /^(?:(?:most|fewest|least|highest|lowest|max(?:imum|\.)?|min(?:imum|\.)?) )?(?:\p{L}+ )?\p{L}+s (?:per|each|an?|in the|in a) (?:hour|day|week|month|quarter|year)$/u,
        new RegExp(MONEY, 'u'),
        /^(?:quantity|qty|count|mileage|score)$/,
        /\bodometer\b/,
        /^(?:session|meeting|visit|week|lesson|class) (?:no\.?|number)$/,
        /^(?:if (?:so|yes|no|not),? )?(?:height|weight|(?:(?:my|your|their|his|her|\p{L}+['’]s) )?age(?: (?:on|at|when|of) [^?:]{1,30})?(?: is)?)$/u,
        /^points\b(?!.*\bto\b)/,
        /^(?:score|rating|marks?)s?:? \d+ ?[–-] ?\d+$/,
      ],
      'iu',
    ),
  ],
  [
    'date',
    anyOf(
      [
        /\bdated?\b/,
        /\bd\. ?o\. ?b\b/,
        /^(?:dob|on)$/,
        /^(?:if (?:so|yes|no|not),? )?when\?$/,
        /\b(?:session|meeting|interview|hearing|visit|appointment|lesson|course|shift) on$/,
        /\((?:dd?|mm?|day|month)[ /.-]+(?:mm?|dd?|month|day)[ /.-]+(?:y{2,4}|year)\)$/,
        /\bby when\b/,
        /\bbirthday\b/,
        /\bborn on\b/,
        /^(?:(?:my|your|their) )?(?:first|last|final) (?:\p{L}+ )?day\b/u,
        /^day of (?!the week)\p{L}/u,
        /^next (?:meeting|session|review|appointment)(?: on)?$/,
        /\b(?:period|season|term|dates?|employed|available|absent|absence|leave|holiday)\b[^?]*\b(?:from|to|until)$/,
        // `Week ending`, `Review due`, `Leave to begin`, `Earliest available start`
        /\b(?:week|month|year|term|period|course|fortnight|quarter|session)s? (?:ending|ended|commencing|beginning|starting)$/,
        /^(?!.*\b(?:amount|balance|fees?|total|payment|sum|money|salary|pay|tax|days|hours)\b)[^?]*\bdue(?: by| on| back)?$/,
        /\b(?:required|needed|wanted|reply|respond|return|complete|finish|submit|resolve) by$/,
        /^(?!(?:what|how|why|who|wants?|likes?|head|please|the)\b)(?:\p{L}+ ){1,3}(?:to )?(?:start|begin|commence|end|finish|return)s?$/u,
        /^(?:\p{L}+ ){0,2}(?:expir(?:y|es)|valid (?:until|to|from)|agreed on|hired|joined)$/u,
        /^(?:the )?(?:start|end|beginning) of (?!the (?:address|line))\p{L}[\p{L} ]{1,30}$/u,
        /\b(?:return|send|submit|reply|respond)(?: \p{L}+){1,6} by$/u,
        /\b(?:starts?|begins?|ends?|finish(?:es)?|expires?|takes? effect|review) (?:on|from|until)$/,
        // `Your employment began on`, `Received by us on`
        /\b(?!(?:based|spent|focus+ed|worked|agreed|relied|commented|acted|reported|decided|placed|concentrated|advised|consulted|discussed|need|speed|feed|carried|called|touched|charged) )(?:\p{L}+(?:[^e\P{L}]ed|ied|eed)|began|begun|sent|held|met|paid|given|made|done|taken|seen|told|set|left|due|again|at) on$/u,
        /\b(?:shared|sent|given|returned|reported|handed|submitted|issued|shown|paid|repaid) (?:\p{L}+ ){1,6}on(?: or before)?$/u,
        /\b(?:return|start|begin|end|leave|join|resume|back|report)\b(?: \p{L}+){0,3} on(?: or before| or after)?$/u,
        /\b(?:received|returned|completed|employed|reviewed) from$/,
        /\p{L} until$|^[^…]*\bthat on$/u,
      ],
      'iu',
    ),
    /\b(?:to date|up[- ]to[- ]date|out of date|time|place|venue|location)\b|\bor age\b|\/ ?age\b/i,
  ],
]

const PER = /^(?:per|a|each|every) (?:day|week|fortnight|month|year|session|shift)\b/i
const COUNTS = new RegExp(`\\b(?:${UNITS}|times) (?:is|are|of|will be)$`, 'i')

/** Words after a number that says how many there are of them. */
export const COUNTED =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|times?|meetings?|sessions?|people|participants?|per ?cent|tagen?|stunden|wochen|jours|heures|semaines)\b|^%/i

/** True for words beside which one only ticks: `Done`. */
export function isTicked(label: string): boolean {
  return (
    /^(?:done|completed?|agreed|confirmed|received|discussed|attended|achieved|yes|no|tick)\b/i.test(
      label,
    ) &&
    !/\b(?:by|on|from|at|with|date|name|to|actions?|outcomes?|goals?|points?|steps?|changes?|tasks?|hours)\b/i.test(
      label,
    )
  )
}
