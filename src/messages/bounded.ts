import { shortened } from './quoted.ts'
import type { RuleId } from './rules.ts'

/** Messages of one kind about one file; nobody reads more. */
const MOST_OF_A_KIND = 50
/** Longer than any sentence that a form gives cause for, all its questions and options in it. */
const LONGEST = 1000

/** What of a message can come from a file and grow with it. */
interface Bounded {
  readonly rule: RuleId
  readonly message: string
  readonly field?: string
  readonly note?: string
}

/**
 * The messages about one file in bounds, whatever the file brings: none is longer than a sentence, and of each kind there
 * are so many that people read them, the last of which tells how many more there were.
 */
export function bounded<M extends Bounded>(messages: readonly M[]): M[] {
  const seen = new Map<RuleId, number>()
  for (const { rule } of messages) seen.set(rule, (seen.get(rule) ?? 0) + 1)
  const told = new Map<RuleId, number>()
  return messages.flatMap((message) => {
    const number = (told.get(message.rule) ?? 0) + 1
    told.set(message.rule, number)
    if (number > MOST_OF_A_KIND) return []
    const more = (seen.get(message.rule) ?? 0) - MOST_OF_A_KIND
    return [inBounds(message, number === MOST_OF_A_KIND ? more : 0)]
  })
}

function inBounds<M extends Bounded>(message: M, more: number): M {
  const { field, note } = message
  const text = cut(message.message)
  return {
    ...message,
    message: more > 0 ? `${text}; and there are ${more} more messages of this kind` : text,
    ...(field !== undefined && { field: shortened(field) }),
    ...(note !== undefined && { note: cut(note) }),
  }
}

function cut(text: string): string {
  return text.length > LONGEST ? shortened(text, LONGEST) : text
}
