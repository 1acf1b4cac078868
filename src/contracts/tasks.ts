import type { Say } from '../language/words.ts'

/** What a screen reader says of the box before a task. */
export function taskLabel(isDone: boolean, say: Say): string {
  return say(isDone ? 'Done:' : 'To do:')
}
