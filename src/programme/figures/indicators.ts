import { FEWEST, type ShownShare, safeMean, safeShare } from '../disclosure/index.ts'
import { numberAt, type Situation } from '../situation/index.ts'
import { assessedBy, LEVELS, meanLevel, signed } from './competencies.ts'
import { objectivesOf } from './objectives.ts'
import { countingDay, type Quarter, quartersBefore } from './period.ts'
import type { FigureCell, Section } from './section.ts'
import { staffOn } from './staff.ts'
import { surveysIn } from './surveys.ts'

/** A figure of the programme guide: how it is worked out for a quarter, and what is not known of it. */
interface Indicator {
  readonly name: string
  readonly formula: string
  /** As it may be told; undefined where there are too few people, or nothing is known. */
  readonly of: (situation: Situation, quarter: Quarter) => Told | undefined
  readonly gaps: (situation: Situation) => readonly string[]
}

interface Told {
  readonly figure: string
  /** Numerator and denominator; absent where one of them is of too few people. */
  readonly of?: string
}

const indicatorTable: readonly Indicator[] = [
  {
    name: 'Share of staff who take part',
    formula: 'people in a partnership on the last day of the quarter ÷ people in the list then',
    of: (situation, { to }) => {
      const { staff, active } = staffOn(situation, to)
      return told(safeShare(active.length, staff.length, { wholeIsKnown: true }))
    },
    gaps: (situation) => {
      const { staff } = staffOn(situation, countingDay(situation))
      return [
        ...(staff.length === 0 ? ['there is no list of people'] : []),
        ...(staff.some(({ team }) => team === undefined)
          ? ['the list of people has not everybody’s team']
          : []),
      ]
    },
  },
  {
    name: 'Sessions held, compared with sessions planned',
    formula: 'sessions that people had ÷ sessions planned, in all surveys that say both',
    of: (situation, quarter) => {
      const both = surveysIn(situation, quarter).flatMap(({ values }) => {
        const [planned, held] = ['sessions.planned', 'sessions.count'].map((name) =>
          numberAt(values, name),
        )
        return planned !== undefined && held !== undefined ? [{ planned, held }] : []
      })
      const [planned, held] = (['planned', 'held'] as const).map((key) =>
        both.reduce((sum, one) => sum + one[key], 0),
      )
      return both.length < FEWEST || !planned || held === undefined
        ? undefined
        : { figure: `${Math.round((held / planned) * 100)}%`, of: `${held} of ${planned} sessions` }
    },
    gaps: () => ['surveys are answered by who wants to'],
  },
  {
    name: 'Share of participants who would recommend it',
    formula: 'surveys that rate “I would recommend …” 4 or 5 ÷ surveys that rate it',
    of: (situation, quarter) => {
      const ratings = surveysIn(situation, quarter).flatMap(
        ({ values }) => numberAt(values, 'ratings.recommend') ?? [],
      )
      return told(safeShare(ratings.filter((one) => one >= 4).length, ratings.length))
    },
    gaps: () => ['surveys are answered by who wants to'],
  },
  {
    name: 'Change in coaches’ competency ratings',
    formula:
      'average of the seven levels later − at the baseline, of coaches with both, by themselves, up to the quarter',
    of: (situation, { to }) => {
      const { both } = assessedBy(situation, to)
      const change = safeMean(
        both.map(({ before, later }) => meanLevel(later) - meanLevel(before)),
        { least: -LEVELS, most: LEVELS },
      )
      return change && { figure: signed(change.mean), of: `about ${change.of} coaches` }
    },
    gaps: (situation) =>
      assessedBy(situation, countingDay(situation)).others > 0
        ? ['not every coach has both assessments']
        : [],
  },
]

/** The key performance indicators of the programme guide: as they are now, and over the last four quarters that are over. */
export function indicators(situation: Situation): Section {
  const quarters = quartersBefore(situation.on)
  const rows = indicatorTable.map(({ name, formula, of, gaps }) => {
    const each = quarters.map((quarter) => ({ quarter, told: of(situation, quarter) }))
    const last = each.findLast((one) => one.told)
    const cells = [name, last?.told?.figure ?? null, last?.told?.of ?? '']
    const now: FigureCell[] = [
      ...[...cells, last?.quarter.name ?? '', formula],
      gaps(situation).join('; ') || 'nothing',
    ]
    return { now, each: each.map((one) => one.told?.figure ?? null) }
  })
  const objectives = objectivesOf(situation)
  return {
    id: 'indicators',
    title: 'Key performance indicators',
    text: [
      'Counts of people are to the nearest five. Shares of staff follow from these, and those of fewer than a hundred surveys are to the nearest 5%.',
    ],
    tables: [
      {
        caption: 'Key performance indicators, at the end of the last quarter of which one is known',
        columns: [
          ...['Indicator', 'Figure', 'Of', 'Quarter', 'How it is worked out'],
          'What is not known',
        ],
        rows: [...rows.map(({ now }) => now), ...objectives.now],
      },
      {
        caption: 'Key performance indicators over time',
        columns: ['Quarter', ...indicatorTable.map(({ name }) => name)],
        rows: quarters.map(({ name }, index) => [
          name,
          ...rows.map(({ each }) => each[index] ?? null),
        ]),
        chart: { kind: 'line', columns: [1, 2, 3], label: 'Per cent', most: 100 },
      },
      ...objectives.tables,
    ],
  }
}

function told(share: ShownShare | undefined): Told | undefined {
  return share && { figure: share.text, ...(share.counts && { of: share.counts }) }
}
