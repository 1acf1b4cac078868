import { didYouMean, listed } from '../../../messages/suggest.ts'
import type { Field, FieldType } from '../../../model/field.ts'
import type { Figure } from '../../../model/form-rule.ts'
import { PLACEHOLDER_OPENING } from '../../text/placeholder.ts'

/** A fault, and the keys below the rule that lead to it. */
export interface Fault {
  readonly at: Path
  readonly reason: string
}

/** Keys and indices that lead to a value. */
export type Path = readonly (string | number)[]

/** The fields of a form by name. */
export type Form = ReadonlyMap<string, Field>

/** One fault where there is a reason, at a key of the rule. */
export function faults(at: Path, reason: string | undefined): Fault[] {
  return reasons(reason).map((one) => ({ at, reason: one }))
}

/** A reason as a list. */
export function reasons(reason: string | undefined): string[] {
  return reason === undefined ? [] : [reason]
}

/** Why a field is not one of those types; undefined where it is. */
export function mismatch(
  name: string,
  types: readonly FieldType[],
  form: Form,
): string | undefined {
  const field = form.get(name)
  if (!field) return missing(name, form)
  return types.includes(field.type)
    ? undefined
    : `Unexpected field \`${name}\` of the type \`${field.type}\`, expected one of the type ${listed(types)}`
}

/** Why a name is none of a field; undefined where it is one. */
export function missing(name: string, form: Form): string | undefined {
  return form.has(name)
    ? undefined
    : `Unexpected field \`${name}\`, which the form does not have${didYouMean(name, form.keys())}`
}

/** A figure that waits for its answer, as in a draft, is told of elsewhere. */
export function figureFault(
  key: string,
  figure: Figure,
  isRead: boolean,
  expected: string,
): Fault[] {
  const waits = String(figure).search(PLACEHOLDER_OPENING) >= 0
  return isRead || waits
    ? []
    : faults([key], `Unexpected value \`${figure}\` for \`${key}\`, expected ${expected}`)
}
