import { join } from 'node:path'
import { makePrivateFolder } from '../files/folder.ts'
import { writeFile } from '../files/write-file.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { Person } from '../model/programme.ts'
import { lettersFor } from './letters.ts'
import { keepRotation } from './on-disk.ts'
import { type Programme, refuseWithoutPeople } from './open-programme.ts'
import { type Proposal, proposeMentors, proposePeers } from './pairing/index.ts'
import { peopleLike } from './people/index.ts'

/** What to propose. */
export interface PairOptions {
  /** Peers, or mentors for who waits for one. */
  readonly kind: 'peer' | 'mentoring'
  /** The day from which the pairs hold, ISO 8601. */
  readonly from: string
  /** Decides between pairs that are equally good; 1 when absent. */
  readonly seed?: number
  /** Pairs that are to be, each of two people by number, e-mail address or name. */
  readonly fix?: readonly (readonly [string, string])[]
  /** Pairs that are not to be. */
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
  const common = { people, ledger, from, seed, forbidden: ids(forbid) }
  return kind === 'mentoring'
    ? proposeMentors({ ...common, entries, match })
    : proposePeers({ ...common, fixed: ids(fix), odd })
}

/**
 * Puts proposed pairs into the ledger, in the place of those that were accepted for the same day, and writes for each pair a mail to
 * send and a calendar file, and a table of all by which forms are prefilled. Gives the folder of these. Throws an `OperatorError` when they cannot be written.
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
 *   console.log(await acceptPairs(programme, proposal, { kind: 'peer', rotation: 'six months' }))
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('no list of people')
 * }
 * console.log('done')
 * ```
 */
export async function acceptPairs(
  { folder, organisation }: Pick<Programme, 'folder' | 'organisation'>,
  { from, seed, pairs, without }: Proposal,
  letters: {
    readonly kind: PairOptions['kind']
    /** How long peers stay together, and how often they meet, as the organisation answers it. */
    readonly rotation?: string
    readonly meetings?: string
    /** By what staff are known on forms, such as `work e-mail address`; their number when absent. */
    readonly identity?: string
  },
): Promise<string> {
  const { kind } = letters
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
  for (const pair of pairs)
    for (const [name, text] of Object.entries(lettersFor(pair, { organisation, from, ...letters })))
      await writeFile(join(place, name), text, { isPrivate: true })
  await writeFile(join(place, 'pairs.csv'), rowsFor(pairs, letters), { isPrivate: true })
  return place
}

/**
 * The pairs as a table whose headings are names of fields, by which `policypack prefill` makes a form for each: of three, one for each
 * two of them.
 */
function rowsFor(
  pairs: Proposal['pairs'],
  { kind, identity = '' }: { readonly kind: PairOptions['kind']; readonly identity?: string },
): string {
  const parts = kind === 'mentoring' ? ['mentee', 'mentor'] : ['peer', 'colleague']
  const headings = parts.flatMap((part) => [`${part}.name`, `${part}.identity`])
  const twos = pairs.flatMap(({ people }) =>
    people.length < 3
      ? [people]
      : people.map((person, index) => [person, people[(index + 1) % people.length]!]),
  )
  const rows = twos.map((two) =>
    two.flatMap(({ id, name, email = '' }) => [name, /mail/i.test(identity) ? email : id]),
  )
  const lines = [headings, ...rows].map((cells) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  )
  return `\ufeff${lines.map((line) => `${line}\r\n`).join('')}`
}

function onePerson(people: readonly Person[], who: string): Person {
  const byId = people.find(({ id }) => id === who)
  const found = byId ? [byId] : peopleLike(people, who)
  const [only, ...others] = found
  if (only && others.length === 0) return only
  throw new OperatorError(
    only
      ? `\`${who}\` may be ${found.map(({ id, name }) => `${name} (${id})`).join(' or ')}; give the number`
      : `\`${who}\` is nobody in the list of people`,
  )
}
