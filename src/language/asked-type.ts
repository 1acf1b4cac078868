import { anyOf } from './any-of.ts'

/** What a person writes into a blank. */
export type WritingType = 'text' | 'multiline' | 'date' | 'email' | 'number' | 'signature'

/** What is asked for, by the words around the blank: the label before it and, inside a sentence, the words after it. */
export function typeOf(label: string, after = ''): WritingType {
  const words = label.replace(/\s*:$/, '')
  const found = types.find(([, pattern, except]) => pattern.test(words) && !except?.test(words))
  if (found) return found[0]
  return COUNTED.test(after) ? 'number' : 'text'
}

const types: readonly [WritingType, RegExp, RegExp?][] = [
  [
    'signature',
    /\b(?:signature|signed|sign here)\b/i,
    /\bdate\b(?! (?:and|&) sign)(?<!\bsignature (?:and|&) date)|\bname\b|\bsigned on\b(?! behalf)/i,
  ],
  ['email', /\be-?mail\b/i, /\?$|\b\p{L}{3,}ed (?:on|by|from)$/iu],
  [
    'number',
    anyOf(
      [
        /\bhow many\b/,
        /\bnumber (?:of|in)\b/,
        /\bno\. of\b/,
        /\((?:years|months|weeks|days|hours|minutes|miles|km|%)\)$/,
        /\bscale (?:of|from) \d/,
        /^(?:weekly|daily|monthly|annual|total|contracted) (?:hours|days)$/,
        /^(?:hours|minutes|days|weeks|miles|quantity|score)$/,
        /^(?:\p{L}+ ){0,2}(?:hours|days|weeks|minutes|miles)\b[^?:]*\b(?:per|a|each|this|last) \p{L}+$/u,
        /^(?:session|meeting|visit|week) (?:no\.?|number)$/,
        /\(\d+ ?(?:to|–|-) ?\d+\)/,
        /, from \d+ (?:\([^()]*\) )?to \d+ ?(?:\([^()]*\))?\??$/,
        /^(?:height|weight|(?:(?:my|your|their|his|her) )?age(?: (?:on|at|when) [^?:]{1,30})?(?: is)?)$/,
        /\((?:number|figures?|in figures|out of \d+)\)$/,
        /\(\d+ ?[\p{L}=][^()]*\b\d+ ?[\p{L}=][^()]*\)$/u,
        /^points\b(?!.*\bto\b)/,
        /^(?:score|rating|marks?)s?:? \d+ ?[–-] ?\d+$/,
        /^(?:(?:most|fewest|least|highest|lowest|max(?:imum|\.)?|min(?:imum|\.)?) )?(?:\p{L}+ )?\p{L}+s (?:per|each|a|in the|in a) (?:hour|day|week|month|quarter|year)$/u,
        /^(?:hours|days|weeks|months|years|minutes|miles) (?:away|off|worked|taken|missed|lost|absent|claimed|used|left|of|from)\b[^?:]*$/,
      ],
      'iu',
    ),
  ],
  [
    'date',
    anyOf(
      [
        /\bdated?\b/,
        /\bby when\b/,
        /\bbirthday\b/,
        /^(?:(?:my|your|their) )?(?:first|last|final) (?:working )?day\b/,
        /\bborn on\b/,
        /^next (?:meeting|session|review|appointment)$/,
        /\b(?:period|dates?|employed|available|absent|absence|leave)\b[^?]*\b(?:from|to|until)$/,
        /\b(?:starts?|begins?|ends?|finish(?:es)?|expires?|signed|received|returned|completed|filed|issued|held|due|met|takes? effect|dated|closed|reviewed|looked at|again|review) (?:on|from|until)$/,
        /^(?:the )?(?:start|end|beginning) of (?!the (?:address|line))\p{L}[\p{L} ]{1,30}$/u,
      ],
      'iu',
    ),
    /\b(?:to date|up[- ]to[- ]date|out of date|time|place|venue|location)\b/i,
  ],
]

/** Words after a number that says how many there are of them. */
export const COUNTED =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|times?|meetings?|sessions?|people|participants?|per ?cent)\b|^%/i

/** True for words beside which one only ticks: `Done`. */
export function isTicked(label: string): boolean {
  return (
    /^(?:done|completed?|agreed|confirmed|received|discussed|attended|achieved|yes|no|tick)\b/i.test(
      label,
    ) && !/\b(?:by|on|from|at|with|date|name|to)\b/i.test(label)
  )
}
