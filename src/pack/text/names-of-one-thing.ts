import { fold } from '../../language/fold.ts'

const ONE = '(?:org|organi[sz]ation|company|employer|charity|firm|corporation|nonprofit|non-profit)'
const KIND = `(?:${ONE}(?:(?: or | ?/ ?)${ONE})?)`
const KIND_NAMED = `(?:${KIND}|business|enterprise|agency|institution|school|college|university|trust|practice|foundation|association|society|church|club)`
const WHOLE = '(?:full|legal|registered|official|complete|formal)'
const SHORT = '(?:short(?:ened)?|abbreviated|brief)'

/** Names under which one thing is asked for, by the name that it has here. */
const names: readonly (readonly [name: string, others: RegExp])[] = [
  [
    'organisation name',
    new RegExp(
      `^(?:${KIND}|(?:${WHOLE} ){0,2}${KIND_NAMED}(?:'s)?(?: ${WHOLE}){0,2} name(?:,? (?:ltd|limited|inc|llc|plc|cic)[.]?)?|(?:${WHOLE} ){0,2}name of (?:the |your |our |this )?${KIND_NAMED})$`,
    ),
  ],
  [
    'organisation short name',
    new RegExp(
      `^(?:${KIND_NAMED}(?:'s)? (?:${SHORT} name|abbreviation|acronym|initials)|${SHORT} name of (?:the |your |our )?${KIND_NAMED})$`,
    ),
  ],
]

/** The name of a thing by which its answer is found, for one of the names that people give it: `companyFullName`. */
export function nameOfThing(phrase: string): string {
  const words = fold(phrase.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ').replace(/[_.-]+/g, ' '))
    .replace(/^(?:the|your|our|this) /, '')
    .replace(/ here$/, '')
  const found = names.find(([, others]) => others.test(words))
  return found ? found[0] : fold(phrase)
}

/** Says as what something is taken that is asked for, and whose name it is. */
export function takenAs(raw: string, phrase: string, key: string): string {
  const whose = names.some(([name]) => name === key) ? ', the name of your organisation' : ''
  return `Found \`${raw}\`, taken as \`(insert ${phrase})\`${whose}`
}
