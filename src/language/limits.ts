import { type Say, wordsFor } from './words.ts'

/** Limits in words: `from 15 to 240`, `at least 1`, `at most 9`; undefined where there are none. */
export function between<Bound>(
  min: Bound | undefined,
  max: Bound | undefined,
  written: (bound: Bound) => string,
  say: Say = wordsFor('en-GB'),
): string | undefined {
  if (min === undefined)
    return max === undefined ? undefined : say('at most {most}', { most: written(max) })
  if (max === undefined) return say('at least {least}', { least: written(min) })
  return say('from {least} to {most}', { least: written(min), most: written(max) })
}

/** What a number with so many decimal places must be: `a whole number`, `given to at most 1 decimal place`. */
export function decimalPlaces(decimals: number, say: Say = wordsFor('en-GB')): string {
  if (decimals === 0) return say('a whole number')
  return say('given to at most {count} decimal places', { count: decimals })
}
