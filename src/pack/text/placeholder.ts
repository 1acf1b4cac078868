import { nameOfThing } from './names-of-one-thing.ts'

/** The key by which a placeholder finds its answer: its phrase, as texts are compared, and one for all names of one thing. */
export function placeholderKey(phrase: string): string {
  return nameOfThing(phrase)
}

/** The phrase as it is written in the attribute of a condition: `responsible-persons-role-title`. */
export function conditionKey(key: string): string {
  return placeholderKey(key)
    .replace(/'/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

/**
 * Finds placeholders in a text: `(insert …)`, `[insert …]` and `{{…}}`. Groups: 1 the capital or small i of *insert*
 * with round brackets, 2 its phrase; 3 and 4 the same with square brackets; 5 the phrase in braces.
 */
export const PLACEHOLDER_PATTERN =
  /\(\s*([Ii])(?:nsert|NSERT)\s([^()[\]{}]+)\)|\[\s*([Ii])(?:nsert|NSERT)\s([^()[\]{}]+)\]|\{\{([^{}]+)\}\}/g

/** The forms in which an answer can be asked for beside its plain one: `(insert goal-setting frequency as period)`. */
const answerForms = ['bare', 'possessive', 'period', 'adjective', 'length', 'way'] as const
export type AnswerForm = (typeof answerForms)[number]

/**
 * A placeholder as it was found: its key, its text in one line, whether its value begins with a capital, and the form of it
 * that is asked for.
 */
export interface PlaceholderMatch {
  readonly key: string
  readonly raw: string
  readonly capital: boolean
  readonly form?: AnswerForm
}

/** Reads a match of `placeholderPattern`. */
export function readPlaceholder(match: RegExpExecArray): PlaceholderMatch {
  const [raw, round, roundPhrase, square, squarePhrase, braced] = match
  return {
    ...readPhrase(roundPhrase ?? squarePhrase ?? braced ?? ''),
    raw: raw.replace(/\s+/g, ' '),
    capital: (round ?? square) === 'I',
  }
}

/** The key of a phrase, and the form that it asks for. */
export function readPhrase(phrase: string): Pick<PlaceholderMatch, 'key' | 'form'> {
  const whole = placeholderKey(phrase)
  const [, key = '', asked] = /^(.*\S) as (\S+)$/.exec(whole) ?? []
  const form = answerForms.find((one) => one === asked)
  return form ? { key, form } : { key: whole }
}

/** The placeholder whose answer says by what people are told apart who have the same name. */
export const IDENTITY_OF_STAFF = 'identity of staff'

/** How a placeholder begins, whether or not it ends. */
export const PLACEHOLDER_OPENING = /[([]\s*insert(?!\p{L})|\{\{/giu
