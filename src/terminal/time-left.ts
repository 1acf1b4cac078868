/** The first files tell little: threads start, and code is compiled. */
const LEAST_MS = 3000
/**
 * How long the rest will take if it goes on as before, for people; empty while that is no more than a guess.
 * `elapsed` in milliseconds.
 */
export function timeLeft({ done, of }: { done: number; of: number }, elapsed: number): string {
  if (elapsed < LEAST_MS || done === 0) return ''
  const seconds = ((elapsed / done) * (of - done)) / 1000
  if (seconds < 60) return ', less than a minute left'
  const minutes = Math.round(seconds / 60)
  return minutes === 1 ? ', about a minute left' : `, about ${minutes} minutes left`
}
