import { FEWEST, safeCount, safeList } from '../disclosure/index.ts'
import { needsSince, type Situation } from '../situation/index.ts'
import { yearBefore } from './period.ts'
import type { FigureCell, Section } from './section.ts'

/** What people need to learn, and whether it was met. */
export function needs(situation: Situation): Section {
  const { from, to } = yearBefore(situation)
  const all = needsSince({ ...situation, on: to }, from)
  const [shown, few] = [true, false].map((isShown) =>
    all.filter(({ people }) => people.length >= FEWEST === isShown),
  )
  const others = new Set(few!.flatMap(({ people }) => people.map(({ key }) => key)))
  return {
    id: 'needs',
    title: 'What people need to learn',
    text: ['As their goal-setting records of the last four quarters say.'],
    tables: [
      {
        caption: 'Training needs by number of people',
        columns: ['Need', 'People', 'Of these, met'],
        rows: [
          ...shown!.map(({ title, people }): FigureCell[] => {
            const met = people.filter(({ isMet }) => isMet).length
            const { total, counts } = safeList([met, people.length - met])
            return [title, total, counts[0] ?? null]
          }),
          ['Other needs, each of fewer than five people', safeCount(others.size), ''],
        ],
        chart: { kind: 'bars', columns: [1], label: 'People' },
        note: 'A need is met when there is a record of training of the same name since.',
      },
    ],
  }
}
