/** What a screen reader says of the box before a task. */
export function taskLabel(isDone: boolean): string {
  return isDone ? 'Done:' : 'To do:'
}
