import type { Person } from '../../model/programme.ts'
import { type ShownGroups, safeGroups } from '../disclosure/index.ts'
import { partIn, recordsOf, type Situation, textAt } from '../situation/index.ts'
import { plansOn } from './capacity.ts'
import { isIn, quartersBefore } from './period.ts'
import type { FigureCell, FigureTable, Section } from './section.ts'
import { staffOn } from './staff.ts'

/** Figures by team, as far as teams are large enough; small ones are counted together. */
export function teams(situation: Situation): Section {
  const quarters = quartersBefore(situation.on)
  const last = quarters.at(-1)!
  const { staff, isActive, active } = staffOn(situation, last.to)
  const { locale } = situation.organisation
  const byTeam = Map.groupBy(staff, ({ team = 'No team' }) => team)
  const groups = groupsOf([...byTeam].sort(([a], [b]) => a.localeCompare(b, locale)))
  const groupOf = new Map(groups.flatMap(({ name, teams: some }) => some.map((one) => [one, name])))
  const names = groups.map(({ name }) => name)
  const members = (name: string, people: readonly Person[]): Person[] =>
    people.filter(({ team = 'No team' }) => groupOf.get(team) === name)
  /** Of how many people of each group something is true. */
  const divided = (people: readonly Person[], isTrue: (person: Person) => boolean) =>
    safeGroups(
      names.map((name) => {
        const some = members(name, people)
        return { part: some.filter(isTrue).length, whole: some.length }
      }),
    )
  const now = divided(staff, isActive)
  const over = quarters.map(({ to }) => {
    const then = staffOn(situation, to)
    return divided(then.staff, then.isActive)
  })
  const met = metIn(situation)
  const plans = plansOn(situation, last.to)
  return {
    id: 'teams',
    title: 'By team',
    text: [
      'By the team in which people are now; teams of fewer than ten are counted together, with the next larger one where they are still few. Surveys are anonymous, so that none is by team. Whether all groups can take part, see Equality.',
    ],
    tables: [
      {
        caption: 'People who take part, by team, on the last day of the last quarter',
        columns: ['Team', 'People', 'Take part', 'Share'],
        rows: [...names, 'All'].map((name, index): FigureCell[] => [
          ...[name, now.wholes[index] ?? null, now.parts[index] ?? null],
          now.shares[index] ?? null,
        ]),
        chart: {
          ...{ kind: 'bars', columns: [3] },
          ...{ label: 'Share of people who take part, per cent', most: 100 },
        },
      },
      {
        caption: 'Share of people who take part, by team, over time',
        columns: ['Team', ...quarters.map(({ name }) => name)],
        rows: [...names, 'All'].map((name, index): FigureCell[] => [
          name,
          ...over.map(({ shares }) => shares[index] ?? null),
        ]),
      },
      shareTable(
        ['Share of those who take part and met their peer in the last quarter', names, 'Met'],
        divided(active, ({ id }) => met.has(id)),
      ),
      shareTable(
        ['Share of people whose plans are above the target, by team', names, 'Above the target'],
        divided(
          staff.filter(({ id }) => plans.has(id)),
          ({ id }) => plans.get(id)!.planned > plans.get(id)!.target,
        ),
      ),
    ],
  }
}

function shareTable(
  [caption, names, title]: readonly [string, readonly string[], string],
  { parts, shares }: ShownGroups,
): FigureTable {
  return {
    caption,
    columns: ['Team', title, 'Share'],
    rows: [...names, 'All'].map((name, index): FigureCell[] => [
      ...[name, parts[index] ?? null, shares[index] ?? null],
    ]),
  }
}

/** Who met a peer in the last quarter, whoever recorded it. */
function metIn(situation: Situation): ReadonlySet<string> {
  const quarter = quartersBefore(situation.on).at(-1)!
  return new Set(
    recordsOf(situation, 'peer-meeting-record')
      .filter(
        ({ on, record }) => isIn(quarter, on) && textAt(record.values, 'meeting.held') === 'held',
      )
      .flatMap((entry) =>
        ['peer', 'colleague'].flatMap((part) => partIn(situation, entry, part)?.key ?? []),
      ),
  )
}

interface Group {
  readonly name: string
  readonly teams: readonly string[]
}

/** The teams, small ones together, with the smallest of the others where they alone are still few. */
function groupsOf(teams: readonly (readonly [name: string, people: readonly Person[]])[]): Group[] {
  const few: string[] = []
  let people = 0
  for (const [name, members] of teams.toSorted(([, a], [, b]) => a.length - b.length)) {
    if (members.length >= SMALL_TEAM && (people === 0 || people >= SMALL_TEAM)) break
    few.push(name)
    people += members.length
  }
  const one = (name: string): Group => ({ name, teams: [name] })
  if (few.length < 2) return teams.map(([name]) => one(name))
  const large = teams.filter(([name]) => !few.includes(name)).map(([name]) => one(name))
  return [...large, { name: 'Smaller teams together', teams: few }]
}

/** In a team of fewer, either those who take part or the others are under five. */
const SMALL_TEAM = 10
