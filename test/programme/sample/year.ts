import { addDays } from '../../../src/language/period.ts'
import { addMonths } from '../../../src/language/review.ts'
import { type Random, randomOf } from '../../support/random.ts'
import { PEERS, people, type SamplePerson } from './people.ts'

/** A form that somebody filled in: answers by the names of the fields, those of rows with their number. */
export interface Filled {
  readonly form: string
  /** The day on which it came to HR. */
  readonly on: string
  readonly answers: Readonly<Record<string, Answer>>
}

export type Answer = string | number | true | readonly string[]

/** The first and the last day of the sample year; the last is a Monday. */
const FIRST_DAY = '2026-12-01'
export const LAST_DAY = '2027-11-29'
const ROTATION_DAYS = [FIRST_DAY, '2027-06-01'] as const

/** What was accepted in each rotation: neighbours in the first, and in the second each with somebody new. */
export const rotations = ROTATION_DAYS.map((from, round) => ({
  kind: 'peer',
  from,
  seed: 1,
  pairs: pairsOf(round),
  without: [],
}))

/** All forms of the year, by the day on which they came. */
export function yearOfForms(): Filled[] {
  const random = randomOf(2027)
  return [
    ...meetings(random),
    ...goals(random),
    ...mentoring(random),
    ...coaching(random),
    ...training(random),
    ...anonymous(random),
    ...troubles(),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
}

function pairsOf(round: number): { people: string[]; oneWay?: true }[] {
  const chosen = PEERS.map((index) => people[index]!).filter(
    ({ start, leaves }) =>
      start <= ROTATION_DAYS[round]! && (leaves ?? '9') > ROTATION_DAYS[round]!,
  )
  // Who is in probation gets a peer who has another one.
  const [settled, fresh] = [
    chosen.filter((one) => one.probationUntil === undefined),
    chosen.filter((one) => one.probationUntil !== undefined),
  ]
  const half = Math.floor(settled.length / 2)
  const pairs = Array.from({ length: half }, (_, index) =>
    round === 0
      ? [settled[2 * index]!.id, settled[2 * index + 1]!.id]
      : [settled[index]!.id, settled[half + index]!.id],
  )
  if (settled.length % 2 === 1) pairs.at(-1)!.push(settled.at(-1)!.id)
  return [
    ...pairs.map((ids) => ({ people: ids })),
    ...fresh.map(({ id }) => ({ people: [id, settled[0]!.id], oneWay: true as const })),
  ]
}

/** Each month every pair meets, or not, and somebody records it, or not. */
function* meetings(random: Random): Generator<Filled> {
  for (let month = 0; month < 12; month += 1) {
    const begin = addMonths(FIRST_DAY, month)
    for (const [index, { people: ids }] of rotations[month < 6 ? 0 : 1]!.pairs.entries()) {
      const [peer, colleague] = ids.map(byId)
      const day = addDays(begin, 3 + ((index * 5 + month) % 22))
      const isQuiet = index === 3 || random(8) === 0
      if (!peer || !colleague || day > LAST_DAY || isQuiet || isGone(ids, day)) continue
      const isMissed = random(14) === 0
      const record = {
        ...{ 'peer.name': peer.name, 'peer.identity': peer.email },
        ...{ 'colleague.name': colleague.name, 'colleague.identity': colleague.email },
        ...{ 'meeting.date': day, 'meeting.held': isMissed ? 'missed' : 'held' },
        ...(isMissed
          ? { 'missed.why': ['workload', 'leave', 'urgent'][random(3)]! }
          : { 'meeting.minutes': 45 + 15 * random(3), 'meeting.place': 'outside' }),
        'meeting.booked': random(5) === 0 ? 'no' : 'yes',
        difficulties: ['none'],
      }
      yield { form: 'peer-meeting-record', on: addDays(day, 1), answers: record }
      // Some pairs record the same meeting twice, from both sides.
      if (random(12) === 0)
        yield {
          form: 'peer-meeting-record',
          on: addDays(day, 2),
          answers: {
            ...record,
            ...{ 'peer.name': colleague.name, 'peer.identity': colleague.email },
            ...{ 'colleague.name': peer.name, 'colleague.identity': peer.email },
          },
        }
    }
  }
}

const NEEDS = [
  ...['Excel for reporting', 'excel for reporting', 'Presenting to customers', 'First aid'],
  ...['Project planning', 'Running a meeting', 'Soldering certificate', 'Project planning'],
] as const
const MONTHS = ['january', 'april', 'july', 'october'] as const

/** A session each quarter for each peer, and goals that some of them share. */
function* goals(random: Random): Generator<Filled> {
  for (const [quarter, month] of MONTHS.entries()) {
    const begin = addMonths('2027-01-01', 3 * quarter)
    for (const { people: ids } of rotations[quarter < 2 ? 0 : 1]!.pairs)
      for (const [place, id] of ids.entries()) {
        const [person, guide] = [byId(id), byId(ids[(place + 1) % ids.length]!)]
        const day = addDays(begin, 2 + random(18))
        if (random(10) < 3 || isGone([person.id, guide.id], day)) continue
        const now = 70 + 5 * random(9)
        const planned = Math.min(now, 70 + 5 * random(5))
        const isOver = planned > 80
        yield {
          form: 'goal-setting-record',
          on: addDays(day, 2),
          answers: {
            ...{ 'peer.name': guide.name, 'peer.identity': guide.email },
            ...{ 'colleague.name': person.name, 'colleague.identity': person.email },
            ...{ 'period.year': 2027, 'period.month': month },
            ...{ 'sessions.held': 'one', 'sessions.firstDate': day },
            ...{ 'goals.visibility': random(3) === 0 ? 'shared' : 'private' },
            'goals.carriedOver': random(3),
            ...(random(2) === 0 && {
              'training.1.need': NEEDS[random(NEEDS.length)]!,
              'training.1.due': addMonths(begin, 4),
            }),
            ...{ 'capacity.now': now, 'capacity.planned': planned, 'capacity.target': 80 },
            'capacity.overstretched': isOver ? 'yes' : 'no',
            ...(isOver && { 'capacity.helpWanted': random(3) === 0 ? 'together' : 'alone' }),
          },
        }
        if (random(6) === 0)
          yield {
            form: 'personal-goals',
            on: addDays(day, 3),
            answers: {
              ...{ 'person.name': person.name, 'person.identity': person.email },
              ...{ 'period.year': 2027, 'period.month': month },
              ...{ 'goals.1.goal': 'Lead the stock count', 'goals.1.due': addMonths(begin, 3) },
              sharing: random(4) === 0 ? 'private' : 'shared',
            },
          }
      }
  }
}

/** Requests, what was decided, and what became of them. */
function* mentoring(random: Random): Generator<Filled> {
  for (let index = 0; index < 12; index += 1) {
    const [employee, mentor] = [people[1 + index * 3]!, people[44 + index]!]
    const asked = addMonths('2026-12-07', index)
    const isOpen = asked > '2027-11-01'
    const kind = index % 3 === 2 ? 'peer-mentoring' : 'mentoring'
    const decision = index === 4 ? 'declined' : index === 8 ? 'waiting' : 'approved'
    const accepted = index === 6 ? 'no' : 'yes'
    yield {
      form: 'mentoring-request',
      on: addDays(asked, 4),
      answers: {
        ...{ 'programme.kind': kind, 'employee.name': employee.name },
        ...{ 'employee.identity': employee.email, 'employee.job': `Maker, ${employee.team}` },
        ...{ 'request.date': asked, 'request.improvementAreas': 'Planning work with others' },
        ...{ 'request.criteria': ['experience', 'time'], 'supervisor.name': managerOf(employee) },
        'supervisor.decision': index === 10 ? 'not-supported' : 'supported',
        ...(index === 10 && { 'supervisor.reason': 'No time until the move is done' }),
        'supervisor.signature': managerOf(employee),
        'supervisor.signedOn': addDays(asked, 3),
        ...(!isOpen && {
          'hr.decision': decision,
          ...(decision === 'approved' && { 'hr.mentorName': mentor.name }),
          ...(decision === 'declined' && { 'hr.reason': 'Coaching fits the aim better' }),
          ...{ 'hr.signature': 'Rosa Żurek', 'hr.signedOn': addDays(asked, 9) },
        }),
        ...(!isOpen &&
          decision === 'approved' && {
            ...{ 'acceptance.employee': 'yes', 'acceptance.mentor': accepted },
            'acceptance.date': addDays(asked, 12),
          }),
      },
    }
    if (isOpen || decision !== 'approved' || accepted === 'no') continue
    const start = addDays(asked, 25)
    const both = {
      ...{ 'programme.kind': kind, 'mentee.name': employee.name },
      ...{ 'mentee.identity': employee.email, 'mentor.name': mentor.name },
      'mentor.identity': mentor.email,
    }
    yield {
      form: 'mentoring-contract',
      on: addDays(start, -2),
      answers: {
        ...both,
        ...{ 'partnership.start': start, 'partnership.end': addMonths(start, 6 + (index % 3) * 3) },
        ...{ 'meetings.number': 6, 'meetings.frequency': 'monthly', 'review.interval': 2 },
        ...{ 'actions.1.goal': 'Lead a workshop', 'actions.1.action': 'Shadow two, then run one' },
        ...{ 'goals.menteeAgrees': true, 'goals.mentorAgrees': true, conflicts: 'None' },
        ...{ 'mentee.signature': employee.name, 'mentee.signedOn': addDays(start, -4) },
        ...{ 'mentor.signature': mentor.name, 'mentor.signedOn': addDays(start, -3) },
      },
    }
    for (let after = 1; after <= 5; after += 1) {
      const day = addMonths(start, after)
      if (day > LAST_DAY) break
      if (kind === 'peer-mentoring' && random(3) > 0)
        yield {
          form: 'mentoring-action-plan',
          on: addDays(day, 1),
          answers: {
            ...both,
            ...{ 'meeting.date': day, 'next.date': addMonths(day, 1) },
            ...{ 'actions.1.objective': 'Lead a workshop', 'actions.1.action': 'Run the first' },
            'actions.1.status': after > 3 ? 'done' : 'in-progress',
          },
        }
      if (after % 2 === 0 && random(4) > 0)
        yield {
          form: 'participant-review',
          on: addDays(day, 5),
          answers: reviewOf(employee, kind, addDays(day, 2), random),
        }
    }
    for (const [stage, months] of [
      ['interim', 3],
      ['final', 6],
    ] as const) {
      const day = addMonths(start, months)
      if (day > LAST_DAY || (stage === 'interim' && index % 4 === 1)) continue
      yield {
        form: 'mentoring-evaluation',
        on: day,
        answers: evaluationOf(both, start, stage, random, index === 0 && stage === 'final'),
      }
    }
  }
}

function reviewOf(employee: SamplePerson, kind: string, on: string, random: Random) {
  return {
    ...{ 'participant.name': employee.name, 'participant.identity': employee.email },
    ...{ 'participant.role': 'coachee', 'programme.kind': kind, 'author.role': 'participant' },
    ...{ 'review.date': on, 'review.stage': 'interval', 'ratings.progress': 3 + random(3) },
    ...{ 'aims.result': 'partly', 'aims.achieved': 'The first workshop was run' },
    ...{ 'further.text': 'Ran a workshop for eight', 'further.agreed': random(2) ? 'yes' : 'no' },
    ...{ 'participant.agrees': 'yes', 'participant.signature': employee.name },
    'participant.signedOn': addDays(on, 1),
  }
}

function evaluationOf(
  both: Readonly<Record<'mentee.name' | 'mentor.name', string>>,
  start: string,
  stage: string,
  random: Random,
  isDispute: boolean,
) {
  const signed = addMonths(start, 3)
  return {
    ...both,
    ...{ 'evaluation.stage': stage, 'partnership.start': start },
    ...{ 'goals.1.goal': 'Lead a workshop', 'goals.1.result': random(2) ? 'met' : 'partly' },
    ...{ 'mentor.needs': 'Planning', 'mentor.menteeActions': 'Ran a workshop' },
    ...{ 'mentor.wentWell': 'Open talks', 'mentor.couldBeBetter': 'More time' },
    ...{ 'mentor.furtherDevelopment': 'Leading a project', 'mentor.learning': 'To ask first' },
    ...{ 'mentor.ratings.partnership': 3 + random(3), 'mentor.ratings.progress': 3 + random(3) },
    ...{ 'mentee.needs': 'Planning', 'mentee.mentorActions': 'Good questions' },
    ...{ 'mentee.wentWell': 'Good advice', 'mentee.couldBeBetter': 'More meetings' },
    ...{ 'mentee.mentorChanges': 'Nothing', 'mentee.learning': 'To plan a day' },
    ...{ 'mentee.ratings.partnership': 3 + random(3), 'mentee.ratings.support': 4 },
    ...(isDispute
      ? { 'agreement.reached': 'not-agreed', disagreement: 'The mentee sees the goals as met' }
      : {
          ...{ 'agreement.reached': 'agreed', 'mentor.signature': both['mentor.name'] },
          ...{ 'mentor.signedOn': signed, 'mentee.signature': both['mentee.name'] },
          'mentee.signedOn': signed,
        }),
  }
}

const COMPETENCIES = [
  ...['listening', 'questioning', 'feedback', 'goalSetting', 'confidentiality', 'trust'],
  'followThrough',
] as const

/** Nominations, assessments before and after training, and consents. */
function* coaching(random: Random): Generator<Filled> {
  const coaches = people.filter(({ roles }) => roles.includes('coach'))
  for (const [index, coach] of coaches.entries()) {
    const nominator = people[index * 5]!
    yield {
      form: 'peer-coach-nomination',
      on: addDays('2027-01-11', index * 2),
      answers: {
        ...{ 'nominator.name': nominator.name, 'nominator.identity': nominator.email },
        ...{ 'nomination.date': '2027-01-08', 'nominee.name': coach.name },
        ...{ 'nominee.identity': coach.email, 'nominator.relation': 'We share a bench' },
        ...{ 'strengths.listening': 4 + random(2), 'strengths.examples': 'Helps newcomers' },
        ...{ 'reference.name': people[index * 5 + 1]!.name, 'reference.view': 'yes' },
        ...{ 'reference.date': '2027-01-09', 'reference.statement': 'Listens to everybody' },
        ...{ 'nominee.signature': coach.name, 'nominee.signedOn': '2027-01-10' },
        ...(index !== 7 && {
          'decision.outcome': index === 6 ? 'later' : 'accepted',
          ...{ 'decision.date': '2027-01-29', 'decision.reasons': 'By the criteria' },
        }),
      },
    }
    if (index >= 6) continue
    for (const [stage, day] of [
      ['baseline', '2027-02-01'],
      ['later', '2027-09-06'],
    ] as const) {
      if (stage === 'later' && index === 5) continue
      const levels = COMPETENCIES.map((_, place) =>
        Math.min(5, 2 + ((index + place) % 3) + (stage === 'later' && place < 4 ? 1 : 0)),
      )
      yield {
        form: 'coaching-competency-assessment',
        on: addDays(day, index),
        answers: {
          ...{ 'coach.name': coach.name, 'coach.identity': coach.email },
          ...{ 'assessment.date': day, 'assessment.stage': stage, 'assessor.kind': 'self' },
          ...Object.fromEntries(
            COMPETENCIES.map((name, place) => [`ratings.${name}`, levels[place]!]),
          ),
          'priority.first': index % 2 === 0 ? 'feedback' : 'questioning',
        },
      }
    }
    const coachee = people[11 + index * 6]!
    const start = addMonths('2027-03-01', index)
    yield {
      form: 'coaching-consent',
      on: addDays(start, -2),
      answers: {
        ...{ 'coachee.name': coachee.name, 'coachee.identity': coachee.email },
        ...{ 'coach.name': coach.name, 'coach.identity': coach.email },
        ...{ 'coaching.start': start, 'coaching.end': addMonths(start, 6) },
        ...{ 'coaching.sessions': 6, conflicts: 'None', 'notes.agreed': 'no' },
        // One of them was sent in before the coachee had signed.
        ...(index !== 5 && {
          ...{ 'coachee.signature': coachee.name, 'coachee.signedOn': addDays(start, -4) },
        }),
        ...{ 'coach.signature': coach.name, 'coach.signedOn': addDays(start, -4) },
      },
    }
    // Notes belong to the coach, and somebody sends them all the same.
    if (index === 2)
      yield {
        form: 'coaching-session-notes',
        on: addDays(start, 8),
        answers: {
          ...{ 'coach.name': coach.name, 'coachee.name': coachee.name },
          ...{ 'session.date': addDays(start, 7), 'notes.place': 'folder' },
        },
      }
  }
}

/** What people learned from each other, and for their role. */
function* training(random: Random): Generator<Filled> {
  for (let index = 0; index < 24; index += 1) {
    const [person, colleague] = [people[index * 2 + 1]!, people[index * 2]!]
    const isOld = index % 8 === 3
    yield {
      form: 'training-record',
      on: addDays('2027-02-08', index * 11),
      answers: {
        ...{ 'participant.name': person.name, 'participant.identity': person.email },
        'period.year': 2027,
        ...{ 'training.1.date': '2027-02-04', 'training.1.subject': 'Stock system' },
        'training.1.direction': index % 2 === 0 ? 'given' : 'received',
        ...{ 'training.1.colleague': colleague.name, 'training.1.hours': 1 + random(4) },
        'training.1.result': 'completed',
        ...{ 'roleTraining.1.date': isOld ? '2025-06-10' : '2027-01-20' },
        'roleTraining.1.role': ['mentor', 'mentee', 'coach', 'peer'][index % 4]!,
        ...{ 'roleTraining.1.course': 'GROW in practice', 'roleTraining.1.hours': 3 },
        'roleTraining.1.result': 'completed',
        ...{ 'recorder.name': 'Rosa Żurek', 'recorder.role': 'hr' },
        ...{
          'recorder.signature': 'Rosa Żurek',
          'recorder.signedOn': addDays('2027-02-08', index * 11),
        },
      },
    }
  }
}

const SURVEYS = [
  ['2027-02-16', 'halfway', 'pilot', 3],
  ['2027-05-25', 'halfway', 'full', 24],
  ['2027-09-21', 'end', 'full', 31],
] as const
const RATED = ['aim', 'preparation', 'match', 'trust', 'time', 'useful', 'recommend'] as const
const HELPED = ['Time to think', 'An outside view', 'Being asked', 'A fixed hour', 'The questions']
const QUARTERS = ['first', 'second', 'third', 'fourth'] as const

/** Surveys at three times, and equality forms each quarter. */
function* anonymous(random: Random): Generator<Filled> {
  for (const [day, stage, part, count] of SURVEYS)
    for (let index = 0; index < count; index += 1)
      yield {
        form: 'participant-feedback',
        on: day,
        answers: {
          ...{ 'programme.kind': 'peer-to-peer', 'programme.stage': part },
          'participant.role': index % 9 === 8 ? 'manager' : index % 3 === 0 ? 'coach' : 'coachee',
          ...{ 'survey.stage': stage, 'sessions.planned': stage === 'end' ? 12 : 6 },
          'sessions.count': (stage === 'end' ? 12 : 6) - random(4),
          ...Object.fromEntries(
            RATED.map((name) => [
              `ratings.${name}`,
              Math.min(5, 2 + random(3) + (stage === 'end' ? 1 : 0)),
            ]),
          ),
          // No two are the same, as people's words are not.
          'comments.helped': `${HELPED[index % HELPED.length]}, ${index + 1} times`,
        },
      }
  for (const [quarter, name] of QUARTERS.entries())
    for (let index = 0; index < 8 + quarter; index += 1)
      yield {
        form: 'equality-monitoring',
        on: addDays(addMonths('2027-02-20', Math.min(3 * quarter, 8)), 3),
        answers: {
          ...{ 'period.year': 2027, 'period.quarter': name },
          stage: ['request', 'started', 'ended', 'refused'][random(4) % (1 + random(4))]!,
          ...{ role: ['mentee', 'mentor', 'peer', 'peer'][random(4)]! },
          'issue.nature': ['career', 'skills', 'workload', 'leadership', 'change'][random(5)]!,
          'issue.outcome': ['met', 'partly', 'none'][random(3)]!,
          'about.hours': random(4) === 0 ? 'part-time' : 'full-time',
          'about.contract': random(9) === 0 ? 'temporary' : 'permanent',
          'about.gender': ['woman', 'woman', 'man', 'man', 'non-binary', 'no-answer'][random(6)]!,
          'about.religion': ['none', 'none', 'christian', 'muslim', 'hindu', 'no-answer'][
            random(6)
          ]!,
          'about.orientation': ['straight', 'straight', 'straight', 'bisexual', 'no-answer'][
            random(5)
          ]!,
        },
      }
}

/** What went wrong: difficulties, notes to HR, a grievance, a pause, a withdrawal. */
function* troubles(): Generator<Filled> {
  const meeting = (index: number, on: string, rest: Filled['answers']): Filled => {
    const [peer, colleague] = rotations[1]!.pairs[index]!.people.map(byId)
    return {
      form: 'peer-meeting-record',
      on: addDays(on, 1),
      answers: {
        ...{ 'peer.name': peer!.name, 'peer.identity': peer!.email },
        ...{ 'colleague.name': colleague!.name, 'colleague.identity': colleague!.email },
        ...{ 'meeting.date': on, 'meeting.held': 'held', 'meeting.minutes': 60 },
        ...{ 'meeting.place': 'office', 'meeting.booked': 'yes', ...rest },
      },
    }
  }
  yield meeting(5, '2027-11-26', {
    difficulties: ['stressed', 'overworked'],
    ...{ 'difficulty.whose': 'colleague', 'difficulty.urgency': 'now' },
    ...{ 'difficulty.agreed': 'yes', 'difficulty.contact': 'yes', 'escalation.made': 'no' },
  })
  yield meeting(8, '2027-11-19', {
    difficulties: ['conflict'],
    ...{ 'difficulty.whose': 'own', 'difficulty.urgency': 'week' },
    ...{ 'difficulty.agreed': 'yes', 'difficulty.contact': 'yes', 'escalation.made': 'no' },
  })
  yield {
    form: 'private-note-to-hr',
    on: '2027-11-24',
    answers: {
      ...{ 'person.name': people[10]!.name, 'person.identity': people[10]!.email },
      ...{ 'note.date': '2027-11-23', 'person.role': 'mentee', 'programme.kind': 'mentoring' },
      ...{ 'note.subjects': ['match'], 'note.text': 'We do not find a time that suits us both.' },
      ...{ 'wish.action': 'talk', 'wish.tell': 'asked', 'wish.urgency': 'week' },
    },
  }
  const withdrawal = (index: number, on: string, rest: Filled['answers']): Filled => ({
    form: 'mentoring-withdrawal',
    on,
    answers: {
      ...{ 'programme.kind': 'mentoring', 'person.name': people[1 + index * 3]!.name },
      ...{ 'person.identity': people[1 + index * 3]!.email, 'person.role': 'mentee' },
      ...{ 'partner.name': people[44 + index]!.name, 'request.date': on, ...rest },
    },
  })
  // Wednesday 24 November: four working days later is Tuesday 30 November.
  yield withdrawal(7, '2027-11-24', {
    ...{ 'request.kind': 'grievance', 'request.reasons': 'Two meetings were called off unheard' },
    ...{ 'request.outcomeWanted': 'A different mentor', 'hr.received': '2027-11-24' },
    'hr.answerDue': '2027-11-30',
  })
  yield withdrawal(1, '2027-05-10', {
    ...{ 'request.kind': 'both', 'request.reasons': 'The meetings were used for other work' },
    ...{ 'request.outcomeWanted': 'An end', 'substitute.wanted': 'yes' },
    ...{ 'hr.received': '2027-05-10', 'hr.answerDue': '2027-05-14', 'hr.answered': '2027-05-18' },
    ...{ 'hr.grievanceOutcome': 'partly-upheld', 'hr.partnershipOutcome': 'ended' },
    ...{ 'hr.outcome': 'Ended by agreement', 'hr.signature': 'Rosa Żurek' },
    'hr.signedOn': '2027-05-18',
  })
  yield withdrawal(5, '2027-08-16', {
    ...{ 'request.kind': 'pause', 'pause.until': '2027-10-31', 'request.reasons': 'A long course' },
    ...{ 'request.outcomeWanted': 'A pause', 'hr.received': '2027-08-16' },
    ...{ 'hr.answerDue': '2027-08-20', 'hr.answered': '2027-08-19' },
    ...{ 'hr.grievanceOutcome': 'none', 'hr.partnershipOutcome': 'paused' },
    ...{ 'hr.signature': 'Rosa Żurek', 'hr.signedOn': '2027-08-19' },
  })
}

function byId(id: string): SamplePerson {
  return people.find((one) => one.id === id)!
}

function managerOf({ manager }: SamplePerson): string {
  return manager === '' ? 'Sven Żurek' : byId(manager).name
}

function isGone(ids: readonly string[], on: string): boolean {
  return ids
    .map(byId)
    .some(
      ({ awayFrom = '9', awayTo = '9', start, leaves = '9' }) =>
        on < start || on > leaves || (awayFrom <= on && on <= awayTo),
    )
}
