import type { Person } from '../../src/model/programme.ts'
import { proposePeers } from '../../src/programme/pairing/peers.ts'
import { seededRandom } from '../../src/programme/pairing/random.ts'
import { seconds } from './clock.ts'
import type { Add } from './table.ts'

const HOURS = [20, 25, 30, 37.5, 40]
const sizes = [1250, 2500, 5000]

/** How the time of pairing grows with the number of people, even and odd, in the first rotation and in the next. */
export async function benchPairing(add: Add, runs: number): Promise<void> {
  for (const odd of [0, 1]) {
    let before: number | undefined
    for (const size of sizes) {
      const people = staff(size - odd)
      const time = await seconds(runs, () => twoRotations(people))
      if (before !== undefined)
        add(`two rotations of ${people.length} people`, 'of half as many', time / before)
      before = time
    }
  }
}

function twoRotations(people: readonly Person[]): void {
  const nobody = { partnerships: [], doubtful: [] }
  const { pairs } = proposePeers({ people, ledger: nobody, from: '2026-12-01', seed: 1 })
  const partnerships = pairs.map(({ people: both }) => ({
    ...{ kind: 'peer' as const, start: '2026-12-01', records: [] },
    people: both.map(({ id, name }) => ({ part: 'peer', key: id, name })),
  }))
  proposePeers({ people, ledger: { partnerships, doubtful: [] }, from: '2027-06-01', seed: 2 })
}

/** Ten to a team, of whom one is the manager of the others. */
function staff(count: number): Person[] {
  const random = seededRandom(3)
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: String(index), name: `Person ${index}`, roles: [], notWith: [] },
    hours: HOURS[Math.floor(random() * HOURS.length)]!,
    ...(index % 10 > 0 && { manager: String(index - (index % 10)) }),
  }))
}
