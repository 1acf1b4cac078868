import { safeCount, safeMean } from '../disclosure/index.ts'
import { numberAt, partIn, recordsOf, rowsAt, type Situation, textAt } from '../situation/index.ts'
import { countingDay, isIn, yearBefore } from './period.ts'
import type { FigureCell, FigureTable, Section } from './section.ts'

/** The greatest change between two levels, which go from 1 to 5. */
export const LEVELS = 4
const RATED = { least: 1, most: 5 } as const

const competencies: Readonly<Record<string, string>> = {
  listening: 'Active listening',
  questioning: 'Questioning',
  feedback: 'Feedback',
  goalSetting: 'Goal setting',
  confidentiality: 'Confidentiality',
  trust: 'Building trust',
  followThrough: 'Follow-through',
}

type Ratings = readonly (number | undefined)[]

/** The ratings of each coach who rated themselves before training and later, up to a day: the first and the last. */
export function assessedBy(situation: Situation, day: string) {
  const coaches = new Map<string, { before?: Ratings; later?: Ratings }>()
  for (const entry of recordsOf(situation, 'coaching-competency-assessment')) {
    const { values } = entry.record
    const coach = partIn(situation, entry, 'coach')
    if (!coach || textAt(values, 'assessor.kind') !== 'self' || entry.on > day) continue
    const ratings = Object.keys(competencies).map((name) => numberAt(values, `ratings.${name}`))
    const known = coaches.get(coach.key) ?? {}
    const isFirst = textAt(values, 'assessment.stage') === 'baseline'
    coaches.set(coach.key, isFirst ? { before: ratings, ...known } : { ...known, later: ratings })
  }
  const all = [...coaches.values()]
  const both = all.flatMap(({ before, later }) => (before && later ? [{ before, later }] : []))
  return { both, others: all.length - both.length }
}

export function meanLevel(ratings: Ratings): number {
  const given = ratings.filter((one) => one !== undefined)
  return given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length)
}

export function signed(number: number): string {
  const sign = number > 0 ? '+' : number < 0 ? '−' : '±'
  return `${sign}${Math.abs(number)}`
}

/** Whether training works: what coaches could do before it and later, and what people taught each other. */
export function training(situation: Situation): Section {
  const { both } = assessedBy(situation, countingDay(situation))
  const rows = Object.values(competencies).map((title, place): FigureCell[] => {
    const pairs = both.flatMap(({ before, later }) => {
      const [one, other] = [before[place], later[place]]
      return one !== undefined && other !== undefined ? [{ one, other }] : []
    })
    const [before, later] = (['one', 'other'] as const).map((key) =>
      safeMean(
        pairs.map((pair) => pair[key]),
        RATED,
      ),
    )
    const change = safeMean(
      pairs.map(({ one, other }) => other - one),
      { least: -LEVELS, most: LEVELS },
    )
    return [title, before?.text ?? null, later?.text ?? null, change ? signed(change.mean) : null]
  })
  const people = safeCount(both.length)
  return {
    id: 'competencies',
    title: 'What coaches can do',
    text: [
      `Of the coaches who rated themselves before training and later${people === null ? ', who are too few to show' : `, about ${people} people`}. The lowest levels are the priorities for training.`,
    ],
    tables: [
      {
        caption: 'Levels of coaches, baseline and later',
        columns: ['Competency', 'Baseline', 'Later', 'Change'],
        rows,
        chart: { kind: 'bars', columns: [1, 2], label: 'Level, from 1 to 5', most: 5 },
      },
      hours(situation),
    ],
  }
}

/** How much people taught each other. */
function hours(situation: Situation): FigureTable {
  const rows = recordsOf(situation, 'training-record').flatMap((entry) => {
    const person = partIn(situation, entry, 'participant')
    return rowsAt(entry.record.values, 'training')
      .filter((row) => isIn(yearBefore(situation), textAt(row, 'date') ?? ''))
      .map((row) => ({
        person: person?.key ?? '',
        direction: textAt(row, 'direction'),
        hours: numberAt(row, 'hours') ?? 0,
      }))
  })
  return {
    caption: 'Training between colleagues in the last four quarters',
    columns: ['', 'People', 'Hours'],
    rows: [
      ['Given', 'given'],
      ['Received', 'received'],
    ].map(([title = '', direction]): FigureCell[] => {
      const some = rows.filter((row) => row.direction === direction)
      const people = safeCount(new Set(some.map(({ person }) => person)).size)
      const sum = some.reduce((all, row) => all + row.hours, 0)
      return people === null ? [title, null, null] : [title, people, safeCount(sum)]
    }),
    note: 'The same training can be in the records of both people.',
  }
}
