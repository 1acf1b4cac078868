import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { dateInWords } from '../../language/date.ts'
import { laterBy } from '../../language/period.ts'
import {
  achievementsOf,
  anonymousOf,
  guidelinesOf,
  needsSince,
  personCalled,
  type Situation,
  textAt,
} from '../situation/index.ts'
import { tableOf } from './page.ts'
import { personPath } from './person.ts'
import { markTeams, teamsIn } from './team-filter.ts'

/** A list that the people team works with over weeks, below what is due today. */
interface PageList {
  readonly id: string
  readonly title: string
  /** Nothing where there is none. */
  readonly of: (situation: Situation) => readonly ElementContent[]
}

/** Fewer surveys in a month could tell whose comments they are. */
const FEWEST_SURVEYS = 5

export const pageLists: readonly PageList[] = [
  {
    id: 'needs',
    title: 'Training needs',
    of: (situation) => {
      const since = laterBy(situation.on, { months: -12 })
      const rows = needsSince(situation, since).flatMap(({ title, people }) => {
        const open = people.filter(({ isMet }) => !isMet)
        const due = open.flatMap((one) => one.due ?? []).sort()[0]
        return [
          [
            title,
            String(people.length),
            due ? dateInWords(due) : '',
            open.map(({ name }) => name).join(', ') || 'nobody',
          ],
        ]
      })
      const columns = ['Need', 'People', 'Earliest date', 'Not met yet']
      return rows.length === 0
        ? []
        : [tableOf('Training needs of the last twelve months', columns, rows)]
    },
  },
  {
    id: 'acknowledged',
    title: 'Who knows the guidelines',
    of: (situation) => {
      const rows = guidelinesOf(situation).map(({ document, version, known, unknown }) => [
        document,
        version,
        `${known.length} of ${known.length + unknown.length}`,
        unknown.map(({ name }) => name).join(', ') || 'nobody',
      ])
      return rows.length === 0
        ? []
        : [
            tableOf(
              'Guidelines, and who of those who take part confirmed them',
              ['Guideline', 'Newest version', 'Confirmed by', 'Not yet by'],
              rows,
            ),
          ]
    },
  },
  {
    id: 'changes',
    title: 'Changes that were decided',
    of: (situation) => {
      const day = (date: string | undefined): string =>
        date === undefined ? '' : dateInWords(date)
      const { improvements } = situation.plans
      const rows = improvements.map(({ change, responsible, due, done, effect = '' }) => [
        change,
        responsible ? personCalled(situation, responsible).name : '',
        day(due),
        day(done),
        effect,
      ])
      const columns = ['Change', 'Responsible', 'By', 'Made', 'Did it help?']
      return rows.length === 0 ? [] : [tableOf('Changes', columns, rows)]
    },
  },
  {
    id: 'comments',
    title: 'What people say in surveys',
    of: (situation) => {
      const since = laterBy(situation.on, { months: -12 }).slice(0, 7)
      const surveys = anonymousOf(situation, 'participant-feedback').filter(
        ({ month }) => month > since,
      )
      return [...Map.groupBy(surveys, ({ month }) => month)]
        .filter(([, { length }]) => length >= FEWEST_SURVEYS)
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .flatMap(([month, answers]) =>
          Object.entries(QUESTIONS).flatMap(([name, question]) => {
            const said = answers.flatMap(({ values }) => textAt(values, `comments.${name}`) ?? [])
            return said.length === 0
              ? []
              : [
                  h('h3', `${question}, ${monthInWords(month)}`),
                  h(
                    'ul',
                    said.sort().map((one) => h('li', one)),
                  ),
                ]
          }),
        )
    },
  },
  {
    id: 'reviews',
    title: 'For performance reviews',
    of: (situation) => {
      const all = achievementsOf(situation)
      if (all.length === 0) return []
      const table = tableOf(
        'What counts as a key result or as career development, one page for each person',
        ['Who', 'Team', 'Page'],
        all.map((one) => [
          one.person.name,
          one.person.team ?? '',
          [h('a', { href: personPath(one) }, `page for ${one.person.name}`)],
        ]),
      )
      const rows = all.map(({ person: { id, name } }) => ({ people: [{ key: id, name }] }))
      markTeams(table, rows, { situation, teams: teamsIn(situation) })
      return [table]
    },
  },
]

const QUESTIONS: Readonly<Record<string, string>> = {
  change: 'What should we change?',
  helped: 'What helped most?',
  result: 'What has somebody done differently?',
}

/** The lists as sections, those without anything in one line. */
export function listSections(situation: Situation): Element[] {
  const drawn = pageLists.map((list) => ({ ...list, content: list.of(situation) }))
  const none = drawn.filter(({ content }) => content.length === 0)
  return [
    ...drawn
      .filter(({ content }) => content.length > 0)
      .map(({ id, title, content }) => h('section', { id }, [h('h2', title), ...content])),
    ...(none.length === 0
      ? []
      : [
          h('p.quiet', [
            'Nothing yet of: ',
            ...none.flatMap(({ id, title }, index) => [
              ...(index > 0 ? [', '] : []),
              h('span', { id }, title.toLowerCase()),
            ]),
            '.',
          ]),
        ]),
  ]
}

function monthInWords(month: string): string {
  return dateInWords(`${month}-01`).replace(/^1 /, '')
}
