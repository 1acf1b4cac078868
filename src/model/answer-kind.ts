import { z } from 'zod'
import type { Answer, PlaceholderInfo } from './organisation.ts'
import type { JsonSchema } from './record-schema.ts'
import { intervalMonths, isIsoDate } from './review.ts'

/** What kind of answer a placeholder takes. */
export type AnswerType = PlaceholderInfo['type']

/** How the texts of one kind of answer look. */
interface AnswerKind {
  /** Ends the sentence `Expected …`. */
  readonly expected: string
  readonly fits: (text: string) => boolean
  /**
   * Whether other texts are faults. Where not, people have good reasons to write something else, and only somebody who is
   * being asked is told what was expected.
   */
  readonly strict: boolean
  /** The same as JSON Schema, where it is strict. */
  readonly schema?: JsonSchema
}

const COUNT = '(\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)'
const UNIT =
  '((working |calendar |school )?(minute|hour|day|week|fortnight|month|quarter|term|year)s?)'
const EACH =
  /\b(every|each|once|twice|per|times|(bi|fort)?(nightly|hourly|daily|weekly|monthly|quarterly|yearly|annually))\b/i

const anything: AnswerKind = { expected: 'a text', fits: () => true, strict: false }

const answerKinds = {
  text: anything,
  name: anything,
  definitions: anything,
  date: {
    expected: 'a date such as `2026-12-01`',
    // A review may be an interval instead of a day.
    fits: (text) => isIsoDate(text) || intervalMonths(text) !== undefined,
    strict: true,
    schema: { anyOf: [{ format: 'date' }, { pattern: '^[Ee]very ' }] },
  },
  email: {
    expected: 'an e-mail address',
    fits: (text) => z.email().safeParse(text).success,
    strict: true,
    schema: { format: 'email' },
  },
  url: {
    expected: 'an address that begins with `https://`',
    fits: (text) => /^(https?|mailto):$/.test(URL.parse(text)?.protocol ?? ''),
    strict: true,
    schema: { pattern: '^(https?://|mailto:)\\S+$' },
  },
  frequency: {
    expected: 'how often, such as `every month`, `twice a year` or `quarterly`',
    fits: (text) => EACH.test(text),
    strict: false,
  },
  period: {
    expected: 'a length of time, such as `six months` or `4 working days`',
    fits: (text) => new RegExp(`\\b${COUNT} ${UNIT}\\b`, 'i').test(text),
    strict: false,
  },
  percentage: {
    expected: 'a percentage, such as `80 %`',
    fits: (text) => /^\d{1,3}([.,]\d+)?\s*(%|per cent|percent)$/i.test(text),
    strict: false,
  },
  money: {
    expected: 'an amount of money with its currency, such as `£12`',
    fits: (text) => /\d/.test(text) && /[\p{Sc}\p{L}]/u.test(text),
    strict: false,
  },
} as const satisfies Record<AnswerType, AnswerKind>

/** How the texts of a kind of answer look. */
export function answerKind(type: AnswerType): AnswerKind {
  return answerKinds[type]
}

/** What a text should have been, for somebody who is being asked; undefined when it will do. */
export function misfit(type: AnswerType, text: string): string | undefined {
  const kind = answerKind(type)
  return kind.fits(text.trim()) ? undefined : `Expected ${kind.expected}`
}

/** The text in an answer that is certainly not of the kind, and what was expected; undefined when it will do. */
export function answerFault(
  type: AnswerType,
  answer: Answer,
): { readonly text: string; readonly expected: string } | undefined {
  const kind = answerKind(type)
  if (!kind.strict || answer === null) return undefined
  const texts = (typeof answer === 'object' ? Object.values(answer) : [answer]).map(String)
  const text = texts.find((one) => one.trim() !== '' && !kind.fits(one.trim()))
  return text === undefined ? undefined : { text, expected: kind.expected }
}
