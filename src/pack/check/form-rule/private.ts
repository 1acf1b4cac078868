import { privateQuestions } from '../../../contracts/definition.ts'
import type { Private } from '../../../model/form.ts'
import type { Answered } from '../../../model/form-rule.ts'
import { faultsOfCondition } from './condition.ts'
import { type Fault, type Form, faults, missing } from './faults.ts'

/** What is wrong with what a form keeps from those who collect it. */
export function faultsOfPrivate(hidden: Private | undefined, form: Form): Fault[] {
  if (typeof hidden !== 'object') return []
  const named = privateQuestions({ private: hidden })
  const unless: readonly Answered[] = hidden.unless === undefined ? [] : [hidden.unless].flat()
  const deciding = unless.map(({ field }) => field)
  return [
    ...named.flatMap((name, index) =>
      faults(['fields', index], missing(name, form) ?? cannotBePrivate(name, deciding, form)),
    ),
    ...unless.flatMap((condition, index) =>
      faultsOfCondition(condition, form).map(({ reason }) => ({
        at: Array.isArray(hidden.unless) ? ['unless', index] : ['unless'],
        reason,
      })),
    ),
  ]
}

function cannotBePrivate(
  name: string,
  deciding: readonly string[],
  form: Form,
): string | undefined {
  if (form.get(name)?.type === 'signature')
    return `Unexpected field \`${name}\`, a signature, which cannot be left out by itself`
  return deciding.includes(name)
    ? `Unexpected field \`${name}\`, whose own answer decides what is private`
    : undefined
}
