import type { Message } from '../messages/message.ts'
import { count } from './write.ts'

/** Groups what is said of several places in the same words, capitals apart: to a reader it is one problem. */
export function problemsIn<M extends Message>(messages: readonly M[]): M[][] {
  const alike = Map.groupBy(messages, ({ severity, rule, message }) =>
    [severity, rule, message.toLowerCase()].join(' '),
  )
  return [...alike.values()]
}

/** What shows the places of problems that were told once, to end a sentence with; empty where each has one place. */
export function wayToAll(messages: readonly Message[]): string {
  return problemsIn(messages).length < messages.length ? '; `--all` shows each place' : ''
}

/** How many problems of a severity there are, and in how many places: `6 errors in 186 places`. */
export function countProblems(messages: readonly Message[], severity: Message['severity']): string {
  const places = messages.filter((message) => message.severity === severity)
  const problems = problemsIn(places).length
  const where = places.length > problems ? ` in ${places.length} places` : ''
  return `${count(problems, severity)}${where}`
}
