import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { PEOPLE_FOLDER } from '../../contracts/file-names.ts'
import { dateInWords } from '../../language/date.ts'
import { slug } from '../../language/slug.ts'
import type { Achievements, Situation } from '../situation/index.ts'
import { type PageContent, tableOf } from './page.ts'

/** Where somebody's page lies, beside the page for the morning. */
export function personPath({ person }: Achievements): string {
  return `${PEOPLE_FOLDER}/${slug(`${person.id} ${person.name}`, 'person')}.html`
}

/** What somebody's manager may know for the performance review: no partner, and nothing that the person did not agree to pass on. */
export function personPage(
  { organisation, on, people }: Situation,
  { person, from, helped, wasHelped, training, agreed }: Achievements,
): PageContent {
  const manager = people.find(({ id }) => id === person.manager)
  const hours = (direction: string): number =>
    training
      .filter((one) => one.direction === direction)
      .reduce((sum, one) => sum + (one.hours ?? 0), 0)
  return {
    title: `For the performance review of ${person.name}`,
    organisation,
    body: [
      h('header', [
        h('h1', `For the performance review of ${person.name}`),
        h('p', `${organisation.name}, ${dateInWords(from)} to ${dateInWords(on)}.`),
        h('p.confidential', [
          `For ${person.name} and the line manager${manager ? `, ${manager.name}` : ''}. Look at it with ${person.name} before you pass it on.`,
        ]),
        h(
          'p.quiet',
          'It names no partner and says nothing of what was said. Mentoring counts as a key result of a mentor and as career development of a mentee.',
        ),
      ]),
      h('main', [
        ...partnerships('As a mentor: a key result', helped),
        ...partnerships('As a mentee: career development', wasHelped),
        ...(training.length === 0
          ? []
          : [
              h('h2', 'Training between colleagues'),
              h('p', `${hours('given')} hours given, ${hours('received')} hours received.`),
              tableOf(
                'Training',
                ['Date', 'Subject', 'Given or received', 'Hours'],
                training.map(({ date, subject, direction, hours: count }) => [
                  dateInWords(date),
                  subject,
                  direction,
                  count === undefined ? '' : String(count),
                ]),
              ),
            ]),
        h('h2', 'What may be used'),
        ...(agreed.length === 0
          ? [h('p', 'No review says that something may be used in the performance review.')]
          : agreed.map(({ on: day, text: said }) =>
              h('p', [h('strong', `${dateInWords(day)}: `), said]),
            )),
      ]),
    ],
  }
}

function partnerships(title: string, some: Achievements['helped']): ElementContent[] {
  if (some.length === 0) return []
  return [
    h('h2', title),
    tableOf(
      'Partnerships',
      ['From', 'Until', 'Kind'],
      some.map(({ start, end, kind }) => [
        dateInWords(start),
        end === undefined ? 'open' : dateInWords(end),
        kind === 'mentoring' ? 'Mentoring' : 'Peer coaching and mentoring',
      ]),
    ),
  ]
}
