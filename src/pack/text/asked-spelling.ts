import { respellingFor } from '../../language/spelling.ts'
import type { Answer } from '../../model/organisation.ts'

/** What has the words of a question. */
interface Asked {
  readonly spelling?: 'en-GB' | undefined
  readonly group: string
  readonly type: string
  readonly question: string
  readonly hint?: string | undefined
  readonly example?: string | undefined
  readonly default?: Answer | undefined
  readonly expected?: string
}

/** A question and its usual answer, spelled as in a locale where it says which spelling it is in. */
export function askedIn<A extends Asked>(locale: string, asked: A): A {
  if (!asked.spelling) return asked
  const respell = respellingFor(locale)
  const { hint, example, expected, default: usual } = asked
  return {
    ...asked,
    group: respell(asked.group),
    question: respell(asked.question),
    ...(hint !== undefined && { hint: respell(hint) }),
    ...(example !== undefined && { example: respell(example) }),
    ...(expected !== undefined && { expected: respell(expected) }),
    // Documents compare with what is chosen, letter by letter.
    ...(typeof usual === 'string' && asked.type !== 'choice' && { default: respell(usual) }),
  }
}
