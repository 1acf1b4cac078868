import { partiesIn } from '../contracts/people.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { FormDefinition } from '../model/form.ts'
import { isActive, isOfPeers, type Participant, type Partnership } from './ledger/index.ts'
import type { Programme } from './open-programme.ts'

/** What the marks of a person are called on forms. */
type Mark = 'name' | 'identity' | 'email'

/**
 * The pairs that hold on a day as rows by which a form is prefilled: a row for each pair, and of three for each two of them, with the names
 * and the numbers of both, or whatever people are known by on forms. What it gives throws an `OperatorError` when no pair has the
 * parts that the form names.
 *
 * @example
 * ```ts
 * import { openProgramme, openRecords, OperatorError, pairRows, prefillForms } from 'policypack'
 *
 * const config = 'org.config.json'
 * const { entries } = await openRecords({ config })
 * const programme = await openProgramme({ config, entries })
 * try {
 *   const { made } = await prefillForms({
 *     form: 'peer-meeting-record',
 *     data: pairRows(programme, '2026-12-01'),
 *     config,
 *   })
 *   console.log(`${made.length} forms`)
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('no pairs')
 * }
 * console.log('done')
 * ```
 */
export function pairRows(
  { ledger, people, frequencies: { identity = '' } }: Programme,
  on: string,
): (form: Pick<FormDefinition, 'id' | 'recordKey' | 'fields'>) => string[][] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const marksOf = ({ key, name }: Participant): Readonly<Record<Mark, string>> => {
    const person = byId.get(key)
    const email = person?.email ?? ''
    return { name, email, identity: /mail/i.test(identity) ? email : (person?.id ?? '') }
  }
  return ({ id, recordKey, fields }) => {
    const parts = partiesIn(recordKey)
    const twos = ledger.partnerships
      .filter((one) => isActive(one, on))
      .flatMap((one) => twosOf(one, parts))
    if (twos.length === 0)
      throw new OperatorError(
        `No pair that holds on ${on} has the parts that \`${id}\` asks for, ${new Intl.ListFormat('en-GB').format(parts) || 'since it names nobody'}; choose the day by \`--on\`, or say whom it is for by \`--data\``,
      )
    const asked = new Set(fields.map(({ name }) => name))
    const marks: readonly Mark[] = ['name', 'identity', 'email']
    const columns = parts.flatMap((part, place) =>
      marks
        .filter((mark) => asked.has(`${part}.${mark}`))
        .map((mark) => ({ heading: `${part}.${mark}`, place, mark })),
    )
    return [
      columns.map(({ heading }) => heading),
      ...twos.map((two) => {
        const known = two.map(marksOf)
        return columns.map(({ place, mark }) => known[place]?.[mark] ?? '')
      }),
    ]
  }
}

/** Each two of a partnership in the order of the parts that a form names; none where it is of other partnerships. */
function twosOf(
  { kind, people }: Partnership,
  parts: readonly string[],
): (readonly Participant[])[] {
  if (!isOfPeers({ kind })) {
    const two = parts.flatMap((part) => people.find((one) => one.part === part) ?? [])
    return parts.length > 0 && two.length === parts.length ? [two] : []
  }
  if (parts.length !== 2 || !parts.includes('peer')) return []
  return people.length < 3
    ? [people]
    : people.map((one, index) => [one, people[(index + 1) % people.length]!])
}
