import { visibleOptions } from '../../contracts/slot.ts'
import type { ColumnField, Field, FieldOf } from '../../model/field.ts'

/** A question that has an answer of its own: any but a signature or a table. */
export type Question = Exclude<Field, FieldOf<'signature' | 'rows'>> | ColumnField

/** The names in the PDF under which the answer to a question stands, that of "Other" left out. */
export function namesOf(question: Question, name: string): string[] {
  return question.type === 'checks'
    ? visibleOptions(question).map(({ state }) => `${name}.${state}`)
    : [name]
}

/** The name of the text field beside "Other", where a question has one. */
export function otherNameOf(question: Question): string | undefined {
  return 'other' in question ? question.other : undefined
}
