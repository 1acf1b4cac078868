import type { Answer } from '../../model/organisation.ts'

/** Something that the pack needs to know. */
export interface Question {
  /** Where the answer goes in the configuration. */
  readonly path: readonly string[]
  readonly group: string
  /** The spelling that it is written in; the locale that was just answered may have another. */
  readonly spelling?: 'en-GB'
  readonly question: string
  readonly hint?: string
  readonly example?: string
  /** What is usual, and holds when nothing is said. */
  readonly default?: Answer
  /** `definitions` are terms with their meanings, `file` the name of one beside the configuration; all others are texts. */
  readonly type: 'text' | 'definitions' | 'file'
  /** Nothing can be built without an answer. */
  readonly required: boolean
  /** Asked also of who is in a hurry: nothing is usual here, and the documents would have a gap. */
  readonly isQuick: boolean
  /** The organisation may have none. */
  readonly optional: boolean
  /** The sentences that the answer will stand in, with the id of their document. */
  readonly sentences: readonly { readonly document: string; readonly sentence: string }[]
  /** What a text should be; ends the sentence `Expected …`. */
  readonly expected: string
  /**
   * What is written into the configuration for a text, a day in ISO 8601 for example; undefined when it should have been
   * another. The locale is the one that was just answered, else that of the configuration holds.
   */
  readonly normal: (text: string, locale?: string) => string | undefined
  /** What an answer should have been that the documents certainly cannot take; undefined when it will do. */
  readonly fault: (answer: Answer, locale?: string) => string | undefined
  /**
   * What a text should have been that contradicts the answer to another question, found by its phrase; undefined when it contradicts none.
   */
  readonly conflict?: (
    text: string,
    answerTo: (phrase: string) => Answer | undefined,
    locale?: string,
  ) => string | undefined
}
