import { textAt } from '../../contracts/nested-values.ts'
import { laterBy } from '../../language/period.ts'
import type { Person } from '../../model/programme.ts'
import type { Partnership } from '../ledger/index.ts'
import { type Entry, numberAt, recordsByPerson, rowsAt, type Situation } from './situation.ts'

/** What somebody did in the last twelve months that counts in a performance review. */
export interface Achievements {
  readonly person: Person
  readonly from: string
  /** Partnerships in which they helped, a key result, and in which they were helped, career development. */
  readonly helped: readonly Partnership[]
  readonly wasHelped: readonly Partnership[]
  readonly training: readonly {
    readonly date: string
    readonly subject: string
    readonly direction: 'given' | 'received'
    readonly hours?: number
  }[]
  /** What reviews say and the person agrees to pass on. */
  readonly agreed: readonly { readonly on: string; readonly text: string }[]
}

/** Coaching is left out: whether somebody is coached is nobody's business, and a coach is known by what they agree to pass on. */
const KINDS = ['mentoring', 'peer-mentoring']

/** Of everybody at work of whom there is something to say. */
export function achievementsOf(situation: Situation): Achievements[] {
  const { ledger, people, on } = situation
  const from = laterBy(on, { months: -12 })
  const partnerships = ledger.partnerships.filter(
    ({ kind, start, end = '9' }) => KINDS.includes(kind) && start <= on && end >= from,
  )
  const byPerson = Map.groupBy(
    partnerships.flatMap((one) => one.people.map(({ key, part }) => ({ key, part, one }))),
    ({ key }) => key,
  )
  const records = recordsByPerson(situation, 'training-record', ['participant'])
  const reviews = recordsByPerson(situation, 'participant-review', ['participant'])
  return people
    .filter(({ leaves = '9' }) => leaves >= on)
    .map((person): Achievements => {
      const theirs = byPerson.get(person.id) ?? []
      return {
        ...{ person, from },
        helped: theirs.filter(({ part }) => part === 'mentor').map(({ one }) => one),
        wasHelped: theirs.filter(({ part }) => part === 'mentee').map(({ one }) => one),
        training: (records.get(person.id) ?? [])
          .flatMap(trainingIn)
          .filter(({ date }) => from < date && date <= on)
          .sort((a, b) => (a.date < b.date ? -1 : 1)),
        agreed: (reviews.get(person.id) ?? []).flatMap(({ on: day, record: { values } }) => {
          const text = textAt(values, 'further.text')
          return text !== undefined && textAt(values, 'further.agreed') === 'yes' && day > from
            ? [{ on: day, text }]
            : []
        }),
      }
    })
    .filter(({ helped, wasHelped, training, agreed }) =>
      [helped, wasHelped, training, agreed].some(({ length }) => length > 0),
    )
}

function trainingIn({ record: { values } }: Entry): Achievements['training'][number][] {
  return rowsAt(values, 'training').flatMap((row) => {
    const [date, subject] = [textAt(row, 'date'), textAt(row, 'subject')]
    if (date === undefined || textAt(row, 'result') === 'not-completed') return []
    const hours = numberAt(row, 'hours')
    return [
      {
        ...{ date, subject: subject ?? '', ...(hours !== undefined && { hours }) },
        direction: textAt(row, 'direction') === 'given' ? 'given' : 'received',
      } as const,
    ]
  })
}
