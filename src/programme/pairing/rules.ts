import type { Person } from '../../model/programme.ts'
import type { Ledger } from '../ledger/index.ts'

/** What keeps two people from being paired, in words; undefined where nothing does. */
export type Obstacle = 'manager' | 'notWith' | 'forbidden'

export const obstacles: Readonly<Record<Obstacle, string>> = {
  manager: 'one is the manager of the other',
  notWith: 'the list of people says that they are not to be paired',
  forbidden: 'you said that they are not to be paired',
}

/** The same text for the two of a pair, in whichever order. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a}\n${b}` : `${b}\n${a}`
}

/** What keeps two people from being paired. */
export function obstacleOf(
  forbidden: ReadonlySet<string>,
): (a: Person, b: Person) => Obstacle | undefined {
  return (a, b) => {
    if (a.manager === b.id || b.manager === a.id) return 'manager'
    if (a.notWith.includes(b.id) || b.notWith.includes(a.id)) return 'notWith'
    return forbidden.size > 0 && forbidden.has(pairKey(a.id, b.id)) ? 'forbidden' : undefined
  }
}

/** How often two people were paired before a day, and when last. */
export interface Before {
  readonly times: number
  /** The day on which the last of them began, ISO 8601. */
  readonly last: string
}

/** All who were paired before a day, by `pairKey`; those of three with each other. */
export function pairedBefore({ partnerships }: Ledger, day: string): ReadonlyMap<string, Before> {
  const before = new Map<string, Before>()
  for (const { people, start } of partnerships) {
    if (start >= day) continue
    for (const [index, one] of people.entries())
      for (const other of people.slice(index + 1)) {
        const key = pairKey(one.key, other.key)
        const known = before.get(key)
        const last = known && known.last > start ? known.last : start
        before.set(key, { times: (known?.times ?? 0) + 1, last })
      }
  }
  return before
}

/** Why somebody takes no part on a day; undefined where they do. */
export function absenceOf(person: Person, day: string): string | undefined {
  const { start, leaves, awayFrom, awayTo } = person
  if (start !== undefined && start > day) return `starts on ${start}`
  if (leaves !== undefined && leaves < day) return `left on ${leaves}`
  if (leaves === day) return `leaves on ${leaves}`
  if (awayFrom === undefined && awayTo === undefined) return undefined
  const isAway = (awayFrom ?? '') <= day && day <= (awayTo ?? '9')
  return isAway ? `is away${awayTo === undefined ? '' : ` until ${awayTo}`}` : undefined
}
