export { EMPTY_CONFIG, type Entry, withEntries } from './config-text.ts'
export type { Question } from './question.ts'
export { questionsOf } from './questions.ts'
