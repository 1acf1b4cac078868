import { dateInWords } from '../../language/date.ts'
import { laterBy, type Period } from '../../language/period.ts'
import { isOfPeers, type Partnership } from '../ledger/index.ts'
import {
  type Entry,
  guidelinesOf,
  isGoing,
  isHere,
  type Named,
  numberAt,
  partIn,
  peopleOf,
  recordsByPerson,
  recordsOf,
  rowsAt,
  type Situation,
  textAt,
} from '../situation/index.ts'
import type { Asked, Duty } from './duty.ts'

/** What people who take part are asked to do, each with the mail that asks them. */
export const participantDuties: Readonly<Record<string, Asked>> = {
  meeting: {
    title: 'Meet your peer',
    find: (situation) =>
      activePeers(situation).map((pair) => {
        const { last, booked } = meetingsOf(situation, pair)
        const since = laterOf([pair.start, last, ...backSince(situation, pair)])
        return {
          key: `meeting ${keyOf(pair)} ${last ?? pair.start}`,
          people: pair.people,
          due: laterBy(since, situation.terms.meetings),
          note: last
            ? `last met on ${dateInWords(last)}${booked ? `, next booked for ${dateInWords(booked)}` : ''}`
            : `not met since the pair began on ${dateInWords(pair.start)}`,
        }
      }),
    prompt: (duty, situation) => ({
      subject: isLate(duty, situation) ? 'Your peer meeting is late' : 'Your next peer meeting',
      text: [
        isLate(duty, situation)
          ? `You were to meet by ${dateInWords(duty.due)}. Please find a time this week, or tell us what stands in the way.`
          : `Your next meeting is due by ${dateInWords(duty.due)}. Please book it in the calendar, if you have not yet.`,
        'Afterwards, one of you fills in the peer meeting record. Have you met already? Then it is only the record that we lack.',
      ],
    }),
  },
  goals: {
    title: 'Hold a goal-setting session',
    find: (situation) => {
      const sessions = lastOf(situation, 'goal-setting-record', 'colleague')
      return activePeers(situation).flatMap((pair) =>
        pair.people
          .filter(({ part }) => part !== 'peer' || pair.kind !== 'newcomer')
          .map((person) => {
            const last = sessions.get(person.key)
            const since = laterOf([pair.start, last, ...backSince(situation, pair)])
            return {
              key: `goals ${person.key} ${since}`,
              people: [person],
              due: laterBy(since, situation.terms.goals),
              note: last ? `last session on ${dateInWords(last)}` : 'no session yet',
            }
          }),
      )
    },
    prompt: (duty, situation) => ({
      subject: 'Your goal-setting session',
      text: [
        `A goal-setting session with your peer ${dueBy(duty, situation)}. It takes two hours, for both of you together.`,
        'Your goals are yours. Please send us the goal-setting record only: training that you need, and whether there is too much work.',
      ],
    }),
  },
  review: {
    title: 'Review how it is going',
    find: (situation) => {
      const reviews = lastOf(situation, 'participant-review', 'participant')
      const contracts = new Map(
        recordsOf(situation, 'mentoring-contract').map(({ record }) => [record.id, record.values]),
      )
      return mentoring(situation).flatMap((one) => {
        const mentee = one.people[0]
        if (!mentee || !isGoing(situation, one)) return []
        const months = one.records.flatMap((id) => {
          const values = contracts.get(id)
          return (values && numberAt(values, 'review.interval')) ?? []
        })
        const every: Period = months[0] ? { months: months[0] } : situation.terms.reviews
        const last = reviews.get(mentee.key)
        const due = laterBy(laterOf([one.start, last]), every)
        // The evaluation at the end takes the place of a review.
        if (one.end !== undefined && due >= one.end) return []
        return [
          {
            key: `review ${keyOf(one)} ${due}`,
            people: [mentee],
            due,
            note: last ? `last review on ${dateInWords(last)}` : 'no review yet',
          },
        ]
      })
    },
    prompt: (duty, situation) => ({
      subject: 'Your participant review',
      text: [
        `A short review of your mentoring ${dueBy(duty, situation)}. Please fill in the participant review, and talk about it with your mentor.`,
      ],
    }),
  },
  evaluation: {
    title: 'Evaluate the partnership',
    find: (situation) => {
      const done = new Set(
        recordsOf(situation, 'mentoring-evaluation').flatMap((entry) => {
          const names = ['mentee', 'mentor'].map((part) => partIn(situation, entry, part)?.key)
          const { values } = entry.record
          return `${names.join(' ')} ${textAt(values, 'partnership.start')} ${textAt(values, 'evaluation.stage')}`
        }),
      )
      return mentoring(situation).flatMap((one) => {
        const keys = one.people.map(({ key }) => key).join(' ')
        const halfway = laterBy(one.start, situation.terms.evaluation)
        const stages = [
          ...(halfway < (one.end ?? '9') ? [['interim', halfway] as const] : []),
          ...(one.end === undefined ? [] : [['final', one.end] as const]),
        ]
        return stages
          .filter(([stage]) => !done.has(`${keys} ${one.start} ${stage}`))
          .map(([stage, due]) => ({
            key: `evaluation ${keys} ${one.start} ${stage}`,
            people: one.people,
            due,
            note: stage === 'final' ? 'at the end' : 'halfway',
          }))
      })
    },
    prompt: (duty, situation) => ({
      subject: 'Your mentoring evaluation',
      text: [
        `The evaluation of your partnership, ${duty.note}, ${dueBy(duty, situation)}.`,
        'The mentor fills in Section A and passes the form on; the mentee fills in Section B. Then meet, talk about both, and send it to us.',
      ],
    }),
  },
  training: {
    title: 'Be trained for the part',
    find: (situation) => {
      const trained = trainedOn(situation)
      const seen = new Set<string>()
      return situation.ledger.partnerships
        .filter((one) => !isOfPeers(one) && (one.end ?? '9') >= situation.on)
        .flatMap((one) =>
          one.people.flatMap((person): Duty[] => {
            if (seen.has(person.key)) return []
            seen.add(person.key)
            const last = trained.get(person.key)
            return [
              {
                key: `training ${person.key} ${last ?? one.start}`,
                people: [person],
                due: last ? laterBy(last, situation.terms.refreshers) : one.start,
                note: last
                  ? `${person.part}, trained on ${dateInWords(last)}; a refresher`
                  : `${person.part}, no training on record before the start`,
              },
            ]
          }),
        )
    },
    prompt: (duty, situation) => ({
      subject: 'Training for your part',
      text: [
        `${duty.note.includes('refresher') ? 'A refresher of your training' : 'Training for your part'} ${dueBy(duty, situation)}. Please choose a date with us.`,
      ],
    }),
  },
  guidelines: {
    title: 'Read the guidelines',
    find: (situation) => {
      const lacking = guidelinesOf(situation).flatMap(({ document, version, unknown }) =>
        unknown.map((person) => ({ person, text: `${document}, version ${version}` })),
      )
      return [...Map.groupBy(lacking, ({ person }) => person.key).values()].map((all) => ({
        key: `guidelines ${all.map(({ person, text }) => `${person.key} ${text}`).join(' ')}`,
        people: [all[0]!.person],
        due: all.map(({ person }) => person.due).sort()[0]!,
        note: all.map(({ text }) => text).join('; '),
      }))
    },
    prompt: (duty, situation) => ({
      subject: 'Please read the guidelines',
      text: [
        `Your part rests on this: ${duty.note}. Reading it ${dueBy(duty, situation)}; you find it in our policy pack.`,
        'When you have read it, answer this mail in one line, so that we can note it. Please ask us whatever is not clear.',
      ],
    }),
  },
  assessment: {
    title: 'Assess your coaching',
    find: (situation) => {
      const assessed = lastOf(situation, 'coaching-competency-assessment', 'coach')
      const coaches = new Map(
        situation.ledger.partnerships
          .filter((one) => one.kind === 'coaching' && isGoing(situation, one))
          .flatMap((one) =>
            one.people.slice(1).map((coach) => [coach.key, { coach, one }] as const),
          ),
      )
      return [...coaches.values()].map(({ coach, one }) => {
        const last = assessed.get(coach.key)
        return {
          key: `assessment ${coach.key} ${last ?? ''}`,
          people: [coach],
          due: last ? laterBy(last, { months: 12 }) : one.start,
          note: last ? `assessed on ${dateInWords(last)}` : 'no baseline before the first session',
        }
      })
    },
    prompt: (duty, situation) => ({
      subject: 'Your coaching competency assessment',
      text: [
        `Your assessment ${dueBy(duty, situation)}. It helps us to choose training, and nobody judges you by it.`,
      ],
    }),
  },
}

/** A pair or circle of peers, when they met last, and whether the next time is agreed. */
export function meetingsOf(
  situation: Situation,
  pair: Partnership,
): { readonly last?: string; readonly booked?: string; readonly days: readonly string[] } {
  const keys = new Set(pair.people.map(({ key }) => key))
  // A record of theirs names each of them, or all but one of three, so that one of the first two is in it.
  const records = recordsByPerson(situation, 'peer-meeting-record', ['peer', 'colleague'])
  const some = [...keys].slice(0, -1).flatMap((key) => records.get(key) ?? [])
  const theirs = [...new Set(some)].filter(
    (entry) =>
      entry.on >= pair.start &&
      (pair.end === undefined || entry.on <= pair.end) &&
      bothIn(situation, entry).every((person) => person && keys.has(person.key)),
  )
  const days = theirs
    .filter(({ record }) => textAt(record.values, 'meeting.held') === 'held')
    .map(({ on }) => on)
    .sort()
  const last = days.at(-1)
  const booked = theirs
    .flatMap(({ record }) => textAt(record.values, 'next.date') ?? [])
    .filter((day) => day >= situation.on)
    .sort()[0]
  return { days: [...new Set(days)], ...(last && { last }), ...(booked && { booked }) }
}

function bothIn(situation: Situation, entry: Entry): (Named | undefined)[] {
  return ['peer', 'colleague'].map((part) => partIn(situation, entry, part))
}

/** Peers who are to meet now: neither paused nor away. */
function activePeers(situation: Situation): Partnership[] {
  return situation.ledger.partnerships.filter((one) => isOfPeers(one) && isGoing(situation, one))
}

function mentoring({ ledger, on }: Situation): Partnership[] {
  return ledger.partnerships.filter(
    ({ kind, start }) => (kind === 'mentoring' || kind === 'peer-mentoring') && start <= on,
  )
}

/** The days on which people of a pair came back, after which they owe a meeting again. */
function backSince(situation: Situation, pair: Partnership): string[] {
  const back = peopleOf(situation, pair).flatMap(({ awayTo }) =>
    awayTo !== undefined && awayTo < situation.on ? [awayTo] : [],
  )
  return pair.pausedUntil !== undefined && pair.pausedUntil < situation.on
    ? [...back, pair.pausedUntil]
    : back
}

/** The day of the latest record of a form about each person. */
function lastOf(situation: Situation, form: string, part: string): Map<string, string> {
  return new Map(
    recordsOf(situation, form).flatMap((entry) => {
      const person = partIn(situation, entry, part)
      return person ? [[person.key, entry.on] as const] : []
    }),
  )
}

/** When each person was trained for their part last. */
function trainedOn(situation: Situation): Map<string, string> {
  const trained = new Map<string, string>()
  for (const entry of recordsOf(situation, 'training-record')) {
    const person = partIn(situation, entry, 'participant')
    for (const row of rowsAt(entry.record.values, 'roleTraining')) {
      const day = textAt(row, 'date')
      if (!person || day === undefined || textAt(row, 'result') === 'not-completed') continue
      trained.set(person.key, laterOf([trained.get(person.key), day]))
    }
  }
  return trained
}

function laterOf(days: readonly (string | undefined)[]): string {
  return (
    days
      .filter((day) => day !== undefined)
      .sort()
      .at(-1) ?? ''
  )
}

function keyOf({ people, start }: Partnership): string {
  return `${people.map(({ key }) => key).join(' ')} ${start}`
}

function dueBy(duty: Duty, situation: Situation): string {
  return `${isLate(duty, situation) ? 'was' : 'is'} due by ${dateInWords(duty.due)}`
}

function isLate({ due }: Duty, { on }: Situation): boolean {
  return due < on
}

/** Nobody who is away is asked. */
export function askable({ people }: Duty, { on, people: all }: Situation): readonly Named[] {
  return people.flatMap((named) => {
    const person = named.person ?? all.find(({ id }) => id === named.key)
    return person && isHere(person, on) ? [{ ...named, person }] : []
  })
}
