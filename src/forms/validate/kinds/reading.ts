import type { RecordValue } from '../../../model/record.ts'
import type { Fault } from '../voice.ts'

export interface Reading {
  /** `null` when there is no text, or none that can be read as an answer of this kind. */
  readonly value: RecordValue
  /** The text, where the value does not show it. */
  readonly raw?: string
  readonly faults: readonly Fault[]
}

/** The value that a text was read as; the text is kept where it is written in another way. */
export function readAs(value: string | number, text: string, faults: readonly Fault[]): Reading {
  return { value, ...(text !== String(value) && { raw: text.toWellFormed() }), faults }
}

export function unreadable(text: string, fault: Fault): Reading {
  return { value: null, raw: text.toWellFormed(), faults: [fault] }
}
