import type { AnonymousRecord } from '../../model/record.ts'
import { safeGrid, safeMean, safeShare } from '../disclosure/index.ts'
import {
  anonymousOf,
  numberAt,
  partIn,
  recordsOf,
  type Situation,
  textAt,
} from '../situation/index.ts'
import { isIn, quartersBefore } from './quarters.ts'
import type { FigureCell, Section } from './section.ts'

/** A figure of the programme guide with what it is made of. */
interface Indicator {
  readonly name: string
  readonly formula: string
  /** As it may be told; undefined where there are too few people, or nothing is known. */
  readonly figure?: string
  /** Numerator and denominator; absent where one of them is of too few people. */
  readonly of?: string
  /** What is not known. */
  readonly gaps: readonly string[]
}

const FEWEST_ANSWERS = 5

/** The five key performance indicators of the programme guide, for the last four quarters that are over. */
export function indicators(situation: Situation): Section {
  const all = [
    participation(situation),
    sessions(situation),
    recommendation(situation),
    competency(situation),
    OBJECTIVES,
  ]
  return {
    id: 'indicators',
    title: 'The five key performance indicators',
    text: [],
    promises: [23, 26],
    tables: [
      {
        caption: 'Key performance indicators',
        columns: ['Indicator', 'Figure', 'Of', 'How it is worked out', 'What is not known'],
        rows: all.map(({ name, figure, of, formula, gaps }): FigureCell[] => [
          ...[name, figure ?? null, of ?? '', formula, gaps.join('; ') || 'nothing'],
        ]),
      },
    ],
  }
}

const OBJECTIVES: Indicator = {
  name: 'The figure named in each objective',
  formula: 'as the objective says',
  figure: 'none',
  gaps: ['objectives stand in your plan and not on a form; add their figures by hand'],
}

/** The last day of the last quarter, on which people are counted. */
export function countingDay({ on }: Situation): string {
  return quartersBefore(on).at(-1)!.to
}

export function whole({ on }: Situation): { from: string; to: string } {
  const quarters = quartersBefore(on)
  return { from: quarters[0]!.from, to: quarters.at(-1)!.to }
}

/** People at work on a day, and those of them who are in a partnership then. */
export function takingPart(situation: Situation, day: string) {
  const active = new Set(
    situation.ledger.partnerships
      .filter(({ start, end = '9' }) => start <= day && day <= end)
      .flatMap(({ people }) => people.map(({ key }) => key)),
  )
  const staff = situation.people.filter(
    ({ start = '', leaves = '9' }) => start <= day && day <= leaves,
  )
  return { staff, isActive: ({ id }: { readonly id: string }) => active.has(id) }
}

function participation(situation: Situation): Indicator {
  const { staff, isActive } = takingPart(situation, countingDay(situation))
  const share = safeShare(staff.filter(isActive).length, staff.length)
  const hasNoTeam = staff.filter(({ team }) => team === undefined).length
  return {
    name: 'Share of staff who take part',
    formula:
      'people in a partnership on the last day of the last quarter ÷ people in the list then',
    ...told(share),
    gaps: [
      ...(staff.length === 0 ? ['there is no list of people'] : []),
      ...(hasNoTeam > 0 ? ['the list of people has not everybody’s team'] : []),
    ],
  }
}

/**
 * The surveys of the last four quarters. Those of a quarter with fewer than five are left out of everything, because the difference
 * of two sums would tell what they say.
 */
export function surveysOf(situation: Situation): AnonymousRecord[] {
  const surveys = anonymousOf(situation, 'participant-feedback')
  return quartersBefore(situation.on)
    .map((quarter) => surveys.filter(({ month }) => isIn(quarter, month)))
    .filter(({ length }) => length >= FEWEST_ANSWERS)
    .flat()
}

function sessions(situation: Situation): Indicator {
  const answers = surveysOf(situation)
  const both = answers.flatMap(({ values }) => {
    const [planned, held] = ['sessions.planned', 'sessions.count'].map((name) =>
      numberAt(values, name),
    )
    return planned !== undefined && held !== undefined ? [{ planned, held }] : []
  })
  const sum = (key: 'planned' | 'held'): number => both.reduce((all, one) => all + one[key], 0)
  const missing = answers.length - both.length
  const isKnown = both.length >= FEWEST_ANSWERS && sum('planned') > 0
  return {
    name: 'Sessions held, compared with sessions planned',
    formula: 'sessions that people had ÷ sessions planned, in all surveys that say both',
    ...(isKnown && {
      figure: `${Math.round((sum('held') / sum('planned')) * 100)}%`,
      of: `${sum('held')} of ${sum('planned')} sessions, ${both.length} surveys`,
    }),
    gaps: missing >= FEWEST_ANSWERS ? [`${missing} surveys do not say both`] : [],
  }
}
/** From this of five, somebody would recommend the programme. */
const RECOMMENDS = 4

function recommendation(situation: Situation): Indicator {
  const ratings = surveysOf(situation).flatMap(
    ({ values }) => numberAt(values, 'ratings.recommend') ?? [],
  )
  return {
    name: 'Share of participants who would recommend it',
    formula: `surveys that rate “I would recommend the programme” ${RECOMMENDS} or 5 ÷ surveys that rate it`,
    ...told(safeShare(ratings.filter((one) => one >= RECOMMENDS).length, ratings.length)),
    gaps: [],
  }
}

export const competencies: Readonly<Record<string, string>> = {
  listening: 'Active listening',
  questioning: 'Questioning',
  feedback: 'Feedback',
  goalSetting: 'Goal setting',
  confidentiality: 'Confidentiality',
  trust: 'Building trust',
  followThrough: 'Follow-through',
}

/** The ratings of each coach who rated themselves before training and later: the first and the last. */
export function assessed(situation: Situation) {
  const coaches = new Map<string, { before?: Ratings; later?: Ratings }>()
  for (const entry of recordsOf(situation, 'coaching-competency-assessment')) {
    const { values } = entry.record
    const coach = partIn(situation, entry, 'coach')
    if (!coach || textAt(values, 'assessor.kind') !== 'self') continue
    if (entry.on > countingDay(situation)) continue
    const ratings = Object.keys(competencies).map((name) => numberAt(values, `ratings.${name}`))
    const known = coaches.get(coach.key) ?? {}
    const isFirst = textAt(values, 'assessment.stage') === 'baseline'
    coaches.set(coach.key, isFirst ? { before: ratings, ...known } : { ...known, later: ratings })
  }
  const all = [...coaches.values()]
  const both = all.flatMap(({ before, later }) => (before && later ? [{ before, later }] : []))
  return { both, others: all.length - both.length }
}

type Ratings = readonly (number | undefined)[]

function competency(situation: Situation): Indicator {
  const { both, others } = assessed(situation)
  const changes = both.map(({ before, later }) => meanOf(later) - meanOf(before))
  const change = safeMean(changes)
  return {
    name: 'Change in coaches’ competency ratings',
    formula:
      'average of the seven levels later − at the baseline, of coaches with both, by themselves',
    ...(change && { figure: signed(change.mean), of: `${change.of} coaches` }),
    gaps: others > 0 ? ['not every coach has both assessments'] : [],
  }
}

export function signed(number: number): string {
  return `${number > 0 ? '+' : number < 0 ? '−' : '±'}${Math.abs(number).toFixed(1)}`
}

function meanOf(ratings: Ratings): number {
  const given = ratings.filter((one) => one !== undefined)
  return given.reduce((sum, one) => sum + one, 0) / Math.max(1, given.length)
}

function told(share: ReturnType<typeof safeShare>): Pick<Indicator, 'figure' | 'of'> {
  return share ? { figure: share.text, ...(share.counts && { of: share.counts }) } : {}
}

/** How many people of each team take part; small teams are counted together. */
export function teams(situation: Situation): Section {
  const { staff, isActive } = takingPart(situation, countingDay(situation))
  const { locale } = situation.organisation
  const byTeam = Map.groupBy(staff, ({ team = 'No team' }) => team)
  const groups = groupsOf([...byTeam].sort(([a], [b]) => a.localeCompare(b, locale)))
  const counts = groups.map(([, people]) => {
    const active = people.filter(isActive).length
    return [active, people.length - active]
  })
  const { rows, totals } = safeGrid(counts, { rowsAreKnown: true })
  const share = ([active, others]: readonly FigureCell[]): FigureCell =>
    typeof active === 'number' && typeof others === 'number'
      ? Math.round((active / (active + others)) * 100)
      : null
  return {
    id: 'teams',
    title: 'Who takes part, by team',
    text: [
      'Counted on the last day of the last quarter. Whether the programme is open to all groups, see Equality.',
    ],
    promises: [23],
    tables: [
      {
        caption: 'People who take part, by team',
        columns: ['Team', 'Take part', 'Do not', 'Share (%)'],
        rows: [
          ...groups.map(([name], index): FigureCell[] => {
            const { counts: shown } = rows[index]!
            return [name, ...shown, share(shown)]
          }),
          ['All', ...totals.counts, share(totals.counts)],
        ],
        chart: {
          kind: 'bars',
          columns: [3],
          label: 'Share of people who take part, per cent',
          most: 100,
        },
      },
    ],
  }
}

type Group = readonly [name: string, people: readonly { readonly id: string }[]]

/** The teams, small ones together, with the smallest of the others where they alone are still few. */
function groupsOf(teams: readonly Group[]): Group[] {
  const bySize = teams.toSorted(([, a], [, b]) => a.length - b.length)
  const few = new Set<Group>()
  let people = 0
  for (const team of bySize) {
    if (team[1].length >= SMALL_TEAM && (people === 0 || people >= SMALL_TEAM)) break
    few.add(team)
    people += team[1].length
  }
  const together = [...few].flatMap(([, some]) => some)
  const large = teams.filter((team) => !few.has(team))
  return few.size < 2 ? [...teams] : [...large, ['Smaller teams together', together]]
}

/** In a team of fewer, either those who take part or the others are under five. */
const SMALL_TEAM = 10
