import { laterBy } from '../../language/period.ts'
import { safeList } from '../disclosure/index.ts'
import { numberAt, partIn, recordsOf, type Situation } from '../situation/index.ts'
import { quartersBefore } from './period.ts'
import type { FigureCell, Section } from './section.ts'

/** How much of somebody's time is planned, in per cent. */
interface Plan {
  readonly planned: number
  readonly target: number
}

/** What people plan by their latest record on a day; nothing of those whose next session should have told. */
export function plansOn(situation: Situation, day: string): ReadonlyMap<string, Plan> {
  const latest = new Map<string, Plan>()
  const { goals, capacity: usual } = situation.terms
  const since = laterBy(
    day,
    'months' in goals ? { months: -2 * goals.months } : { days: -2 * goals.days },
  )
  for (const entry of recordsOf(situation, 'goal-setting-record')) {
    const person = partIn(situation, entry, 'colleague')
    const [planned, target] = ['capacity.planned', 'capacity.target'].map((name) =>
      numberAt(entry.record.values, name),
    )
    if (!person || planned === undefined || entry.on > day || entry.on < since) continue
    latest.set(person.key, { planned, target: target ?? usual })
  }
  return latest
}

/** How much of people's time is taken up, over time. */
export function capacity(situation: Situation): Section {
  return {
    id: 'capacity',
    title: 'How full plans are',
    text: [
      `The usual target is ${situation.terms.capacity}%. Counted at the end of each quarter, by everybody’s latest goal-setting record.`,
    ],
    tables: [
      {
        caption: 'Planned use of time against the target, by number of people',
        columns: ['Quarter', 'At it or below', 'Up to 10 points above', 'More above', 'All'],
        rows: quartersBefore(situation.on).map(({ name, to }): FigureCell[] => {
          const plans = [...plansOn(situation, to).values()]
          const over = plans.filter(({ planned, target }) => planned > target)
          const far = over.filter(({ planned, target }) => planned > target + 10)
          const { counts, total } = safeList([
            ...[plans.length - over.length, over.length - far.length, far.length],
          ])
          return [name, ...counts, total]
        }),
        chart: { kind: 'bars', columns: [1, 2, 3], label: 'People' },
      },
    ],
  }
}
