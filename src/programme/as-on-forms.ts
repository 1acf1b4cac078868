import type { Programme } from './open-programme.ts'
import { personOf } from './people/index.ts'

/**
 * By what forms name somebody of whom the number or e-mail address in the list of people was typed; what was typed where it is
 * nobody's, or no form is of them.
 */
export function asOnForms({ entries, match }: Programme, typed: string): string {
  const person = personOf(match({ part: 'person', isParty: true, identity: typed }))
  if (!person) return typed
  const named = entries
    .flatMap(({ people }) => people)
    .filter((one) => personOf(match(one)) === person)
  const known = [
    ...named.flatMap(({ identity, email }) => identity ?? email ?? []),
    ...named.flatMap(({ name }) => name ?? []),
  ]
  return known.includes(typed) ? typed : (known[0] ?? typed)
}
