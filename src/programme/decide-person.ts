import type { PersonNamed } from '../contracts/people.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { Person } from '../model/programme.ts'
import { keepDecision } from './on-disk.ts'
import type { Programme } from './open-programme.ts'
import { decisionKey, onePerson } from './people/index.ts'

/**
 * Remembers who in the list of people is meant by somebody on forms; nobody when `who` is absent. It is asked once: from then on
 * the name means that person. Throws an `OperatorError` when no form has such a name in doubt, or `who` is not one person.
 *
 * @example
 * ```ts
 * import { decidePerson, openProgramme, openRecords } from 'policypack'
 *
 * const config = 'org.config.json'
 * const { entries } = await openRecords({ config })
 * const programme = await openProgramme({ config, entries })
 * for (const { named, mayBe } of programme.ledger.doubtful)
 *   await decidePerson(programme, named.name ?? '', mayBe[0]?.id)
 * console.log('done')
 * ```
 */
export async function decidePerson(
  { folder, people, ledger }: Pick<Programme, 'folder' | 'people' | 'ledger'>,
  typed: string,
  who?: string,
): Promise<Person | undefined> {
  const named = ledger.doubtful.map((one) => one.named).filter((one) => isTyped(one, typed))
  if (named.length === 0)
    throw new OperatorError(
      `No form leaves in doubt who \`${typed}\` is; \`policypack people\` lists who has to be decided`,
    )
  const person = who === undefined ? undefined : onePerson(people, who)
  for (const one of named) await keepDecision(folder, decisionKey(one), person?.id ?? null)
  return person
}

function isTyped({ name, identity, email }: PersonNamed, typed: string): boolean {
  return [name, identity, email].some((one) => one?.toLowerCase() === typed.trim().toLowerCase())
}
