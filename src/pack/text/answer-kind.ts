import * as z from 'zod'
import { dateOrInterval } from '../../language/plain-date.ts'
import type { JsonSchema } from '../../model/json-schema.ts'
import type { Answer, PlaceholderInfo } from '../../model/organisation.ts'
import { isAddress, isTelephone } from './address.ts'

const COUNT = '(\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)'
const UNIT =
  '((working |calendar |school )?(minute|hour|day|week|fortnight|month|quarter|term|year)s?)'
const EACH =
  /\b(every|each|once|twice|per|times|(bi|fort)?(nightly|hourly|daily|weekly|monthly|quarterly|yearly|annually))\b/i

/** What kind of answer a placeholder takes. */
export type AnswerType = PlaceholderInfo['type']

/** How the texts of one kind of answer look. */
interface AnswerKind {
  /** Ends the sentence `Expected …`. */
  readonly expected: string
  /** The text as it is kept, a day in ISO 8601 for example; undefined when it is of another kind. */
  readonly normal: (text: string, locale: string) => string | undefined
  /**
   * Whether other texts are faults. Where not, people have good reasons to write something else, and only somebody who is
   * being asked is told what was expected.
   */
  readonly strict: boolean
  /** The same as JSON Schema, where it is strict. */
  readonly schema?: JsonSchema
}

const anything: AnswerKind = { expected: 'a text', normal: (text) => text, strict: false }

const answerKinds = {
  text: anything,
  name: anything,
  definitions: anything,
  date: {
    expected: 'a date such as `2026-12-01` or `1 December 2026`',
    // A review may be an interval instead of a day.
    normal: dateOrInterval,
    strict: true,
    schema: {
      anyOf: [
        { format: 'date' },
        { pattern: '^[Ee]very ' },
        { pattern: '^(?!\\d{4}-\\d{2}-\\d{2}$).*\\d\\D+\\d' },
      ],
    },
  },
  email: {
    expected: 'an e-mail address',
    normal: where((text) => z.email().safeParse(text).success),
    strict: true,
    schema: { format: 'email' },
  },
  url: {
    expected: 'an address that begins with `https://`',
    normal: where((text) => isAddress(text) && !text.startsWith('tel:')),
    strict: true,
    schema: { pattern: '^(https?://|mailto:)\\S+$' },
  },
  telephone: {
    expected: 'a telephone number such as `020 7946 0000`',
    normal: where(isTelephone),
    strict: false,
  },
  frequency: {
    expected: 'how often, such as `every month`, `twice a year` or `quarterly`',
    normal: where((text) => EACH.test(text)),
    strict: false,
  },
  period: {
    expected: 'a length of time, such as `six months` or `4 working days`',
    normal: where((text) => new RegExp(`\\b${COUNT} ${UNIT}\\b`, 'i').test(text)),
    strict: false,
  },
  percentage: {
    expected: 'a percentage, such as `80 %`',
    normal: where((text) => /^\d{1,3}([.,]\d+)?\s*(%|per cent|percent)$/i.test(text)),
    strict: false,
  },
  money: {
    expected: 'an amount of money with its currency, such as `£12`',
    normal: where((text) => /\d/.test(text) && /[\p{Sc}\p{L}]/u.test(text)),
    strict: false,
  },
} as const satisfies Record<AnswerType, AnswerKind>

/** How the texts of a kind of answer look. */
export function answerKind(type: AnswerType): AnswerKind {
  return answerKinds[type]
}

/** An answer with each of its texts in the form in which it is kept; what is of another kind stays as it is. */
export function normalAnswer(type: AnswerType, answer: Answer, locale: string): Answer {
  const { normal } = answerKind(type)
  const one = (text: string) => normal(text.trim(), locale) ?? text
  if (typeof answer === 'string') return one(answer)
  if (Array.isArray(answer)) return answer.map(one)
  return answer
}

/** The text in an answer that is certainly not of the kind, and what was expected; undefined when it will do. */
export function answerFault(
  type: AnswerType,
  answer: Answer,
  locale: string,
): { readonly text: string; readonly expected: string } | undefined {
  const { strict, normal, expected } = answerKind(type)
  if (!strict || answer === null) return undefined
  const texts = (typeof answer === 'object' ? Object.values(answer) : [answer]).map(String)
  const text = texts.find((one) => one.trim() !== '' && normal(one.trim(), locale) === undefined)
  return text === undefined ? undefined : { text, expected }
}

function where(fits: (text: string) => boolean): AnswerKind['normal'] {
  return (text) => (fits(text) ? text : undefined)
}
