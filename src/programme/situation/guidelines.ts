import { fold } from '../../language/fold.ts'
import { addDays } from '../../language/period.ts'
import { isGoing, type Named, personCalled, type Situation } from './situation.ts'

/** A guideline of which the people team notes who knows it. */
interface Guideline {
  readonly document: string
  /** The newest that anybody has confirmed. */
  readonly version: string
  /** Those who take part and have confirmed this version. */
  readonly known: readonly Named[]
  /** Those who take part and have not. */
  readonly unknown: readonly (Named & { readonly due: string })[]
}

/** So many days after the start, or after a version is new, everybody is to know it. */
const DAYS_TO_READ = 14

/** Which guidelines those who take part have confirmed to know, each in its newest version. */
export function guidelinesOf(situation: Situation): Guideline[] {
  const begun = startsOf(situation)
  const named = situation.plans.acknowledgements
    .filter(({ on = '' }) => on <= situation.on)
    .map((one) => ({ ...one, person: personCalled(situation, one.person) }))
  return [...Map.groupBy(named, ({ document }) => fold(document)).values()].map((all) => {
    const version = all
      .map((one) => one.version)
      .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
      .at(-1)!
    const newest = all.filter((one) => one.version === version)
    const keys = new Set(newest.map(({ person }) => person.key))
    const since = newest.map(({ on = '' }) => on).sort()[0]!
    const participants = [...begun.values()]
    return {
      ...{ document: all[0]!.document, version },
      known: participants.filter(({ key }) => keys.has(key)),
      unknown: participants
        .filter(({ key }) => !keys.has(key))
        .map(({ start, ...one }) => ({
          ...one,
          due: addDays([start, since].sort()[1]!, DAYS_TO_READ),
        })),
    }
  })
}

/** Everybody in a partnership that goes on, with when their first of these began. */
function startsOf(situation: Situation): Map<string, Named & { readonly start: string }> {
  const begun = new Map<string, Named & { start: string }>()
  for (const one of situation.ledger.partnerships) {
    if (!isGoing(situation, one)) continue
    for (const { key, name } of one.people)
      if (!begun.has(key)) begun.set(key, { key, name, start: one.start })
  }
  return begun
}
