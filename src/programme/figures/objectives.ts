import type { Objective } from '../../model/programme.ts'
import type { Situation } from '../situation/index.ts'
import { countingDay, quartersBefore } from './period.ts'
import type { FigureCell, FigureTable } from './section.ts'

const NOT_MEASURED = 'not measured'

/** The figure that each objective names, as the people team measured it: rows for the indicators, and how it went over time. */
export function objectivesOf(situation: Situation): {
  readonly now: readonly (readonly FigureCell[])[]
  readonly tables: readonly FigureTable[]
} {
  const { objectives } = situation.plans
  if (objectives.length === 0)
    return {
      now: [
        [
          ...['The figure named in each objective', 'none', '', ''],
          ...['as the objective says', 'there is no list `objectives.csv` of them'],
        ],
      ],
      tables: [],
    }
  const last = countingDay(situation)
  const quarters = quartersBefore(situation.on)
  return {
    now: objectives.map((one) => {
      const latest = measuredBy(one, last)
      return [
        one.objective,
        latest ? withUnit(latest.figure, one) : NOT_MEASURED,
        one.target === undefined ? '' : `target ${withUnit(one.target, one)}`,
        quarters.find(({ from, to }) => latest && from <= latest.on && latest.on <= to)?.name ?? '',
        'as the objective says',
        one.baseline === undefined ? 'there is no baseline' : 'nothing',
      ]
    }),
    tables: [
      {
        caption: 'Objectives over time',
        columns: ['Objective', 'Baseline', ...quarters.map(({ name }) => name), 'Target', 'Result'],
        rows: objectives.map((one) => [
          one.objective,
          one.baseline === undefined ? '' : withUnit(one.baseline, one),
          ...quarters.map(({ from, to }) => {
            const latest = measuredBy(one, to)
            return latest && latest.on >= from ? withUnit(latest.figure, one) : ''
          }),
          one.target === undefined ? '' : withUnit(one.target, one),
          resultOf(one, last),
        ]),
      },
    ],
  }
}

/** How far an objective was reached by a day. */
export function resultOf(one: Objective, day: string): string {
  const { baseline, target } = one
  const figure = measuredBy(one, day)?.figure
  if (figure === undefined) return NOT_MEASURED
  if (target === undefined) return 'no target'
  // What is to become less has a target below its baseline.
  const isDown = baseline !== undefined && target < baseline
  if (isDown ? figure <= target : figure >= target) return 'reached'
  const start = baseline ?? one.measured[0]?.figure ?? figure
  return (isDown ? figure < start : figure > start) ? 'nearer' : 'no nearer'
}

function measuredBy(
  { measured }: Objective,
  day: string,
): Objective['measured'][number] | undefined {
  return measured.findLast(({ on }) => on <= day)
}

function withUnit(figure: number, { unit }: Objective): string {
  return unit === undefined ? String(figure) : unit === '%' ? `${figure}%` : `${figure} ${unit}`
}
