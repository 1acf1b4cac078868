/** Limits in words: `from 15 to 240`, `at least 1`, `at most 9`; undefined where there are none. */
export function between<Bound>(
  min: Bound | undefined,
  max: Bound | undefined,
  say: (bound: Bound) => string,
): string | undefined {
  if (min === undefined) return max === undefined ? undefined : `at most ${say(max)}`
  return max === undefined ? `at least ${say(min)}` : `from ${say(min)} to ${say(max)}`
}

/** What a number with so many decimal places must be: `a whole number`, `given to at most 1 decimal place`. */
export function decimalPlaces(decimals: number): string {
  if (decimals === 0) return 'a whole number'
  return `given to at most ${decimals} decimal ${decimals === 1 ? 'place' : 'places'}`
}
