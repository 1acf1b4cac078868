import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProgramme, programmeOverview } from '../../src/index.ts'
import type { Person } from '../../src/model/programme.ts'
import { ledgerOf, type Rotation } from '../../src/programme/ledger/index.ts'
import { matcherOf } from '../../src/programme/people/index.ts'
import type { Entry } from '../../src/programme/situation/index.ts'
import { entryOf } from '../support/entry.ts'
import { seconds } from './clock.ts'
import type { Add } from './table.ts'

const TEAMS = 40
const sizes = [1250, 2500, 5000]
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** How the time for the pages of a programme grows with the number of people, each of whom meets a peer each month. */
export async function benchProgramme(add: Add, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'programme-'))
  const config = join(folder, 'org.config.json')
  const nothing = await openProgramme<Entry>({ config, entries: [] })
  let before: number | undefined
  for (const size of sizes) {
    const people = staff(size)
    const entries = yearOf(people)
    const rotations: readonly Rotation[] = [
      { kind: 'peer', from: '2027-01-04', seed: 1, pairs: pairsOf(people), without: [] },
    ]
    const time = await seconds(runs, async () => {
      const match = matcherOf(people)
      const ledger = ledgerOf({ records: entries, rotations, people, match })
      const programme = { ...nothing, people, entries, rotations, match, ledger }
      const book = { records: entries.map(({ record }) => record), formOf: () => undefined }
      await programmeOverview({ config, programme, book, on: '2027-12-31' })
    })
    if (before !== undefined) add(`pages for ${size} people`, 'for half as many', time / before)
    before = time
  }
  await rm(folder, { recursive: true, force: true })
}

function staff(count: number): Person[] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `P${index}`, name: `Person ${index}`, roles: [], notWith: [], start: '2020-01-01' },
    ...{ email: `p${index}@example.org`, team: `Team ${index % TEAMS}` },
  }))
}

function pairsOf(people: readonly Person[]): Rotation['pairs'] {
  return people
    .filter((_, index) => index % 2 === 0)
    .map(({ id }, index) => ({ people: [id, people[2 * index + 1]!.id] }))
}

/** A meeting of each pair in each month, and a session of each person in each quarter. */
function yearOf(people: readonly Person[]): Entry[] {
  const meetings = pairsOf(people).flatMap(({ people: [peer = '', colleague = ''] }) =>
    MONTHS.map((month) =>
      entryOf('peer-meeting-record', `2027-${month}-15`, {
        people: { peer, colleague },
        values: { meeting: { held: 'held', booked: 'yes' } },
      }),
    ),
  )
  const sessions = people.flatMap(({ id }, index) =>
    ['02', '05', '08', '11'].map((month) =>
      entryOf('goal-setting-record', `2027-${month}-08`, {
        people: { peer: people[index ^ 1]?.id ?? id, colleague: id },
        values: {
          training: [{ need: `Subject ${index % 30}` }],
          capacity: { planned: 70 + (index % 30), target: 80, helpWanted: 'alone' },
        },
      }),
    ),
  )
  return [...meetings, ...sessions]
}
