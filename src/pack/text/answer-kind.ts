import * as z from 'zod'
import { readCount } from '../../language/count.ts'
import { fold } from '../../language/fold.ts'
import { readNumber } from '../../language/number.ts'
import { dateOrInterval } from '../../language/plain-date.ts'
import { isIsoDate } from '../../language/review.ts'
import { readFrequency, readLength } from '../../language/time-span.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import type { Answer, PlaceholderInfo } from '../../model/organisation.ts'
import { isAddress, isTelephone } from './address.ts'

export type AnswerType = PlaceholderInfo['type']

/** What the catalogue says of an answer, as far as its text goes. */
export type Asked = Pick<PlaceholderInfo, 'type' | 'options' | 'optional'>

/** How the texts of one kind of answer look. */
export interface AnswerKind {
  /** Ends the sentence `Expected …`. */
  readonly expected: string
  /** The text as it is kept, a day in ISO 8601 for example; undefined when it is of another kind. */
  readonly normal: (text: string, locale: string) => string | undefined
  /**
   * The rule that other texts break. Without it people have good reasons to write something else, and only somebody who is
   * being asked is told what was expected.
   */
  readonly rule?: Extract<RuleId, 'answer-type' | 'answer-unclear'>
  /** The same as JSON Schema, where it can be said in it. */
  readonly schema?: JsonSchema
  /** How much it is, for comparing: a day, or a length of time or the time from one to the next in days; undefined where that is not certain. */
  readonly amount?: (text: string, locale: string) => number | undefined
  /** How a message says that it is too small or too large beside another, where it is no matter of `at least` and `at most`. */
  readonly compared?: { readonly least: string; readonly most: string }
  /** The most that it can be, and how that is called. */
  readonly most?: readonly [amount: number, written: string]
}

const anything: AnswerKind = { expected: 'a text', normal: (text) => text }

const named: AnswerKind = {
  expected: 'the name of a team, a body, a role or a person, such as `People team`',
  normal: where((text) => /\p{L}/u.test(text) && !saysNone(text)),
  rule: 'answer-unclear',
}

/** No address that has gone wrong. */
const wordsOrAddress: JsonSchema = { not: { pattern: '^https?:?/(?!/)|^[^\\s@]*@[^\\s@.]*$' } }

const answerKinds = {
  text: anything,
  name: anything,
  definitions: anything,
  choice: anything,
  date: {
    expected: 'a date such as `2026-12-01` or `1 December 2026`',
    // A review may be an interval instead of a day.
    normal: dateOrInterval,
    rule: 'answer-type',
    schema: {
      anyOf: [
        { format: 'date' },
        { pattern: '^([Ee]very|[Ee]ach|[Oo]nce|[Tt]wice) |^\\S*ly$' },
        { pattern: '^(?!\\d{4}-\\d{2}-\\d{2}$).*\\d\\D+\\d' },
      ],
    },
    amount: (text) => (isIsoDate(text) ? Date.parse(text) / 86_400_000 : undefined),
  },
  email: {
    expected: 'an e-mail address',
    normal: where((text) => z.email().safeParse(text).success),
    rule: 'answer-type',
    schema: { format: 'email' },
  },
  url: {
    expected: 'an address that begins with `https://`',
    normal: where(isWebOrMail),
    rule: 'answer-type',
    schema: { pattern: '^(https?://|mailto:)\\S+$' },
  },
  telephone: {
    expected: 'a telephone number such as `020 7946 0000`',
    normal: where(isTelephone),
  },
  frequency: {
    expected: 'how often, such as `every month`, `twice a year` or `quarterly`',
    normal: inEnglish((text) => readFrequency(text)?.text),
    rule: 'answer-unclear',
    amount: (text) => readFrequency(text)?.days,
    compared: { least: 'no more often than', most: 'no less often than' },
  },
  period: {
    expected: 'a length of time, such as `six months` or `4 working days`',
    normal: inEnglish((text) => readLength(text)?.text),
    rule: 'answer-unclear',
    amount: (text) => readLength(text)?.days,
  },
  number: {
    expected: 'a number, such as `12`',
    normal: where((text, locale) => numberIn(text, locale) !== undefined),
    rule: 'answer-unclear',
    amount: numberIn,
  },
  percentage: {
    expected: 'a percentage, such as `80%`',
    normal: where((text, locale) => percentageIn(text, locale) !== undefined),
    rule: 'answer-unclear',
    amount: percentageIn,
    most: [100, '100%'],
  },
  money: {
    expected: 'an amount of money with its currency, such as `£12`',
    normal: where((text) => /\d/.test(text) && /[\p{Sc}\p{L}]/u.test(text)),
    rule: 'answer-unclear',
    schema: { pattern: '\\d' },
    amount: (text, locale) => numberIn(text.replace(/[\p{Sc}\p{L}\s]+/gu, ''), locale),
  },
  body: named,
  person: named,
  law: {
    ...named,
    expected: 'the name of a law, such as `Data Protection Act 2018`',
  },
  place: {
    ...named,
    expected: 'a place, such as `the policy library on the intranet`',
  },
  contact: {
    expected: 'an e-mail address, a telephone number or a role, such as `HR Manager`',
    normal: where((text) => isTelephone(text) || isWordsOrAddress(text)),
    rule: 'answer-unclear',
    schema: wordsOrAddress,
  },
  web: {
    expected: 'an address that begins with `https://`, or words that say where',
    normal: where((text) => isTelephone(text) || isWordsOrAddress(text)),
    rule: 'answer-unclear',
    schema: wordsOrAddress,
  },
} as const satisfies Record<AnswerType, AnswerKind>

/** How the texts of a kind of answer look. */
export function answerKind({ type, options }: Omit<Asked, 'optional'>): AnswerKind {
  return type === 'choice' ? oneOf(options ?? []) : answerKinds[type]
}

/**
 * An answer with each of its texts in the form in which it is kept; what is of another kind stays as it is. Where there may
 * be none, words that say so become `null`.
 */
export function normalAnswer(asked: Asked, answer: Answer, locale: string): Answer {
  const { normal } = answerKind(asked)
  const one = (text: string) => normal(text.trim(), locale) ?? text
  if (typeof answer === 'string') return asked.optional && saysNone(answer) ? null : one(answer)
  if (Array.isArray(answer)) return answer.map(one)
  return answer
}

/** An answer that will not do, the rule that it breaks, and what was expected. */
export interface AnswerFault {
  readonly rule: RuleId
  readonly text: string
  readonly expected: string
}

/** The first text in an answer that certainly will not do; undefined when all will. */
export function answerFault(asked: Asked, answer: Answer, locale: string): AnswerFault | undefined {
  const { rule, normal, expected, amount, most } = answerKind(asked)
  if (answer === null || (asked.optional && saysNone(String(answer)))) return undefined
  const all = (typeof answer === 'object' ? Object.values(answer) : [answer]).map(String)
  const texts = all.map((text) => text.trim()).filter((text) => text !== '')
  const other = texts.find((text) => normal(text, locale) === undefined)
  if (rule && other !== undefined) return { rule, text: other, expected }
  const large = most && texts.find((text) => (amount?.(text, locale) ?? 0) > most[0])
  return large === undefined || !most
    ? undefined
    : { rule: 'answer-limits', text: large, expected: `at most ${most[1]}` }
}

/** True for words by which people say that there is none. */
function saysNone(text: string): boolean {
  return /^(?:[-–—]|none|no|nil|nothing|nobody|no one|n\/?a|not applicable)\.?$/i.test(text.trim())
}

function oneOf(options: readonly string[]): AnswerKind {
  return {
    expected: `one of ${options.map((option) => `\`${option}\``).join(', ')}`,
    normal: (text) => options.find((option) => fold(option) === fold(text)),
    rule: 'answer-type',
    schema: { enum: options },
  }
}

function where(fits: (text: string, locale: string) => boolean): AnswerKind['normal'] {
  return (text, locale) => (fits(text, locale) ? text : undefined)
}

/** True for a locale whose grammar is known here: it decides what fits in a sentence, and how. */
export function isEnglish(locale: string): boolean {
  return /^en\b/i.test(locale)
}

function inEnglish(read: (text: string) => string | undefined): AnswerKind['normal'] {
  return (text, locale) => (isEnglish(locale) ? read(text) : text)
}

function numberIn(text: string, locale: string): number | undefined {
  return readNumber(text, { locale, label: '' })?.number ?? readCount(text.toLowerCase())
}

function percentageIn(text: string, locale: string): number | undefined {
  return numberIn(text.replace(/\s*(?:%|per cent|percent)\.?$/i, ''), locale)
}

function isWebOrMail(text: string): boolean {
  return isAddress(text) && !text.startsWith('tel:')
}

/** Words are no address that has gone wrong. */
function isWordsOrAddress(text: string): boolean {
  const looksLikeAddress = /^(?:https?:?\/|mailto:)|^[^\s@]*@[^\s@]*$/i.test(text)
  if (looksLikeAddress) return isWebOrMail(text) || z.email().safeParse(text).success
  return /\p{L}/u.test(text) && !saysNone(text)
}
