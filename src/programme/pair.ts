import { unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { listFolder, makePrivateFolder } from '../files/folder.ts'
import { writeFile } from '../files/write-file.ts'
import { freeName } from '../language/slug.ts'
import { lettersFor } from './letters.ts'
import { keepRotation } from './on-disk.ts'
import { type Programme, refuseWithoutPeople } from './open-programme.ts'
import { type Proposal, proposeMentors, proposePeers } from './pairing/index.ts'
import { onePerson } from './people/index.ts'

export interface PairOptions {
  /** Peers, or mentors for who waits for one. */
  readonly kind: 'peer' | 'mentoring'
  /** The day from which the pairs hold, ISO 8601. */
  readonly from: string
  /** Decides between pairs that are equally good; 1 when absent. */
  readonly seed?: number
  /** Pairs that are to be, each of two people by number, e-mail address or name. */
  readonly fix?: readonly (readonly [string, string])[]
  readonly forbid?: readonly (readonly [string, string])[]
  /** What is done when one person is left: three form a circle, or one rests. */
  readonly odd?: 'three' | 'rest'
}

/**
 * Proposes pairs for a day, the best over all people by the rules of the programme, each with its reasons, and says why anybody has
 * none. The same people, records and seed give the same pairs. Throws an `OperatorError` when there is no list of people, or
 * somebody who is named is not in it.
 *
 * @example
 * ```ts
 * import { openProgramme, openRecords, OperatorError, proposePairs } from 'policypack'
 *
 * const config = 'org.config.json'
 * const { entries } = await openRecords({ config })
 * const programme = await openProgramme({ config, entries })
 * try {
 *   const { pairs } = proposePairs(programme, { kind: 'peer', from: '2026-12-01' })
 *   for (const { people, reasons } of pairs) console.log(people.map(({ name }) => name), reasons)
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('no list of people')
 * }
 * console.log('done')
 * ```
 */
export function proposePairs(programme: Programme, options: PairOptions): Proposal {
  refuseWithoutPeople(programme)
  const { people, ledger, entries, match } = programme
  const { kind, from, seed = 1, fix = [], forbid = [], odd = 'three' } = options
  const ids = (pairs: PairOptions['fix'] = []): [string, string][] =>
    pairs.map(([a, b]) => [onePerson(people, a).id, onePerson(people, b).id])
  const common = { people, ledger, from, seed, fixed: ids(fix), forbidden: ids(forbid) }
  return kind === 'mentoring'
    ? proposeMentors({ ...common, entries, match })
    : proposePeers({ ...common, odd })
}

/**
 * Puts proposed pairs into the ledger, in the place of those that were accepted for the same day, and writes for each pair a mail to
 * send and a calendar file. Gives the folder of these. Throws an `OperatorError` when they cannot be written.
 *
 * @example
 * ```ts
 * import { acceptPairs, openProgramme, openRecords, OperatorError, proposePairs } from 'policypack'
 *
 * const config = 'org.config.json'
 * const { entries } = await openRecords({ config })
 * const programme = await openProgramme({ config, entries })
 * try {
 *   const proposal = proposePairs(programme, { kind: 'peer', from: '2026-12-01' })
 *   console.log(await acceptPairs(programme, proposal))
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('no list of people')
 * }
 * console.log('done')
 * ```
 */
export async function acceptPairs(
  { folder, organisation, frequencies, names }: Programme,
  { kind, from, seed, pairs, without }: Proposal,
): Promise<string> {
  await keepRotation(folder, {
    ...{ kind, from, seed },
    pairs: pairs.map(({ people, oneWay }) => ({
      people: people.map(({ id }) => id),
      ...(oneWay && { oneWay }),
    })),
    without: without.map(({ person }) => person.id),
  })
  const place = join(folder, `${kind === 'peer' ? 'peers' : 'mentors'}-${from}`)
  await makePrivateFolder(place)
  // Letters of pairs that were accepted for the same day before.
  for (const name of await listFolder(place))
    if (/\.(?:eml|ics)$/.test(name)) await unlink(join(place, name))
  const sender = names.peopleTeam ?? 'HR'
  const taken = new Set<string>()
  for (const pair of pairs) {
    const { name, ...letters } = lettersFor(pair, {
      organisation,
      sender,
      kind,
      from,
      ...frequencies,
    })
    const free = freeName(name, taken)
    for (const [ending, text] of Object.entries(letters))
      await writeFile(join(place, `${free}.${ending}`), text, { isPrivate: true })
  }
  return place
}
