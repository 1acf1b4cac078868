import type { Answer } from '../model/organisation.ts'

/** Something that the pack needs to know. */
export interface Question {
  /** Where the answer goes in the configuration. */
  readonly path: readonly string[]
  readonly group: string
  readonly question: string
  readonly hint?: string
  readonly example?: string
  /** What is usual, and holds when nothing is said. */
  readonly default?: Answer
  /** `definitions` are terms with their meanings; all others are texts. */
  readonly type: 'text' | 'definitions'
  /** Nothing can be built without an answer. */
  readonly required: boolean
  /** The organisation may have none. */
  readonly optional: boolean
  /** The sentences that the answer will stand in, with the id of their document. */
  readonly sentences: readonly { readonly document: string; readonly sentence: string }[]
  /** What a text should have been, told to somebody who types; undefined when it will do. */
  readonly misfit: (text: string) => string | undefined
  /** What an answer should have been that the documents certainly cannot take; undefined when it will do. */
  readonly fault: (answer: Answer) => string | undefined
}
