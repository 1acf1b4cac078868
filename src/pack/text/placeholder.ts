import { fold } from '../../language/fold.ts'

/** The key by which a placeholder finds its answer: its phrase, as texts are compared. */
export function placeholderKey(phrase: string): string {
  return fold(phrase)
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

/** A placeholder as it was found: its key, its text in one line, and whether its value begins with a capital. */
export interface PlaceholderMatch {
  readonly key: string
  readonly raw: string
  readonly capital: boolean
}

/** Reads a match of `placeholderPattern`. */
export function readPlaceholder(match: RegExpExecArray): PlaceholderMatch {
  const [raw, round, roundPhrase, square, squarePhrase, braced] = match
  return {
    key: placeholderKey(roundPhrase ?? squarePhrase ?? braced ?? ''),
    raw: raw.replace(/\s+/g, ' '),
    capital: (round ?? square) === 'I',
  }
}

/** How a placeholder begins, whether or not it ends. */
export const PLACEHOLDER_OPENING = /[([]\s*insert(?!\p{L})|\{\{/giu
