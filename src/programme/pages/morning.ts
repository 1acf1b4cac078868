import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { dateInWords } from '../../language/date.ts'
import { type DueDuty, dutyKinds, meetingsOf, partedDuties } from '../duties/index.ts'
import { isGoing, isOfPeers, type Situation } from '../situation/index.ts'
import { listSections, pageLists } from './lists.ts'
import { type PageContent, SHORT, tableOf } from './page.ts'
import { filterRule, markTeams, numbersOf, teamFilter, teamsIn } from './team-filter.ts'

/** Where the mail for a duty lies, beside the page. */
export type MailOf = (duty: DueDuty) => string | undefined

/** The page for the morning: what needs a person, who is due, and what comes. */
export function morningPage(
  situation: Situation,
  duties: readonly DueDuty[],
  mailOf: MailOf,
): PageContent {
  const { organisation, on } = situation
  const teams = teamsIn(situation)
  const { hr, participants, soon } = partedDuties(duties)
  return {
    title: 'What to do',
    organisation,
    style: teams.map((_, index) => filterRule(index)).join('\n'),
    body: [
      h('header', [
        h('h1', `What to do on ${dateInWords(on)}`),
        h('p', organisation.name),
        h('p.confidential', 'Personal data: for the people team only. Do not send this page on.'),
        h('ul.sums', [
          sum('now', hr.length, 'need a person'),
          sum('due', participants.length, 'are due or late'),
          sum('soon', soon.length, 'come within a week'),
          h('li', h('a', { href: 'management.html' }, [h('strong', 'Figures'), 'without names'])),
        ]),
        h('nav', { 'aria-label': 'Lists' }, [
          h(
            'ul',
            [{ id: 'pairs', title: 'Who is paired' }, ...pageLists].map(({ id, title }) =>
              h('li', h('a', { href: `#${id}` }, title)),
            ),
          ),
        ]),
        teamFilter(teams),
      ]),
      h('main', [
        ...part('now', 'What needs a person', hr, { situation, teams, mailOf }),
        ...part('due', 'Who is due or late', participants, { situation, teams, mailOf }),
        ...part('soon', 'What comes within a week', soon, { situation, teams, mailOf }),
        h('section', { id: 'pairs' }, [
          h('h2', 'Who is paired, and when they met'),
          ...pairs(situation, teams),
        ]),
        ...listSections(situation),
      ]),
      h('footer', [
        h('p', [
          'Beside this page lie ',
          h('a', { href: 'programme.ics' }, 'the dates for a calendar'),
          ', ',
          h('a', { href: 'programme.xlsx' }, 'the same as a workbook'),
          ', and a mail for each prompt. Make it anew with ',
          h('code', 'policypack programme'),
          '.',
        ]),
      ]),
    ],
  }
}

interface View {
  readonly situation: Situation
  readonly teams: readonly string[]
  readonly mailOf: MailOf
}

function sum(id: string, count: number, what: string): ElementContent {
  return h('li', h('a', { href: `#${id}` }, [h('strong', String(count)), what]))
}

/** The duties of one part of the page, each kind under its heading; kinds without any are named in one line. */
function part(id: string, title: string, duties: readonly DueDuty[], view: View): ElementContent[] {
  const kinds = Object.entries(dutyKinds).filter(([, { who }]) =>
    id === 'soon' ? true : who === (id === 'now' ? 'hr' : 'participants'),
  )
  const present = kinds.filter(([kind]) => duties.some((duty) => duty.kind === kind))
  const absent = kinds.filter(([kind]) => !duties.some((duty) => duty.kind === kind))
  return [
    h('section', { id }, [
      h('h2', title),
      ...(present.length === 0 ? [h('p', 'Nothing.')] : []),
      ...present.flatMap(([kind, { title: heading }]) =>
        dutiesUnder(
          h('h3', id === 'soon' ? {} : { id: kind }, heading),
          duties.filter((duty) => duty.kind === kind),
          view,
        ),
      ),
      ...(id !== 'soon' && absent.length > 0
        ? [
            h('p.quiet', [
              'Nothing under: ',
              ...absent.flatMap(([kind, { title: heading }], index) => [
                ...(index > 0 ? [', '] : []),
                h('span', { id: kind }, heading),
              ]),
              '.',
            ]),
          ]
        : []),
    ]),
  ]
}

/** A heading with its table, which both go where none of its people is of the chosen team. */
function dutiesUnder(heading: Element, duties: readonly DueDuty[], view: View): ElementContent {
  const [caption] = heading.children
  const people = duties.flatMap((duty) => duty.people)
  const isOfAll = duties.some((duty) => duty.people.length === 0)
  const teams = isOfAll
    ? view.teams.keys().toArray().join(' ')
    : numbersOf(people, view.situation, view.teams)
  return h(duties.length > SHORT ? 'div' : 'div.short', { 'data-team': teams }, [
    heading,
    dutyTable(caption?.type === 'text' ? caption.value : '', duties, view),
  ])
}

function dutyTable(caption: string, duties: readonly DueDuty[], view: View): ElementContent {
  const { situation, mailOf } = view
  const hasMail = duties.some((duty) => mailOf(duty) !== undefined)
  const table = tableOf(
    caption,
    ['Who', 'By', 'What is known', ...(hasMail ? ['Prompt'] : [])],
    duties.map((duty) => {
      const mail = mailOf(duty)
      return [
        duty.people.map(({ name }) => name).join(' and ') || 'Everybody',
        duty.due < situation.on
          ? [h('span.late', `${dateInWords(duty.due)} (late)`)]
          : dateInWords(duty.due),
        inCode(duty.note),
        ...(hasMail
          ? [mail === undefined ? 'nobody to ask now' : [h('a', { href: mail }, 'mail')]]
          : []),
      ]
    }),
  )
  table.properties.className = duties.length > SHORT ? ['duties'] : ['duties', 'short']
  markTeams(table, duties, view)
  return table
}

/** The pairs and circles that hold, with when they met and what is booked. */
function pairs(situation: Situation, teams: readonly string[]): ElementContent[] {
  const { ledger, on } = situation
  const active = ledger.partnerships.filter(({ start, end = '9' }) => start <= on && on <= end)
  if (active.length === 0) return [h('p', 'Nobody is paired.')]
  const table = tableOf(
    'Partnerships that hold today',
    ['Who', 'Kind', 'Since', 'Until', 'Times met', 'Last met', 'Next booked'],
    active.map((one) => {
      const isPeer = isOfPeers(one)
      const { days, last, booked } = isPeer ? meetingsOf(situation, one) : { days: [] }
      const day = (date: string | undefined): string => (date ? dateInWords(date) : '')
      return [
        one.people.map(({ name }) => name).join(' and '),
        `${one.kind.replace('-', ' ')}${isGoing(situation, one) ? '' : ', paused or away'}`,
        day(one.start),
        day(one.end),
        isPeer ? String(days.length) : '',
        day(last),
        day(booked),
      ]
    }),
  )
  markTeams(table, active, { situation, teams })
  return [table]
}

/** A note in which commands stand between backticks. */
function inCode(note: string): ElementContent[] {
  return note
    .split('`')
    .flatMap((part, index) => (index % 2 === 1 ? h('code', part) : { type: 'text', value: part }))
}
