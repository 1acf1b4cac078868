import { safeCount, safeList, safeShare } from '../disclosure/index.ts'
import {
  cameOn,
  type Entry,
  isOfPeers,
  partIn,
  recordsOf,
  type Situation,
  textAt,
  workingDaysAfter,
} from '../situation/index.ts'
import { isIn, type Quarter, quartersBefore, yearBefore } from './period.ts'
import type { FigureCell, Section } from './section.ts'

/** Whether peers meet: the pairs that met in each quarter, whoever recorded it and how often. */
export function meetings(situation: Situation): Section {
  const quarters = quartersBefore(situation.on)
  const records = recordsOf(situation, 'peer-meeting-record').map((entry) => ({
    on: entry.on,
    held: textAt(entry.record.values, 'meeting.held') === 'held',
    booked: textAt(entry.record.values, 'meeting.booked') === 'yes',
    pair: pairOf(situation, entry),
  }))
  const rows = quarters.map((quarter) => {
    const theirs = records.filter(({ on }) => isIn(quarter, on))
    const held = new Set(theirs.filter((one) => one.held).map(({ pair, on }) => `${pair} ${on}`))
    const pairs = new Set(theirs.filter((one) => one.held).map(({ pair }) => pair))
    const booked = new Set(
      theirs.filter((one) => one.held && one.booked).map(({ pair, on }) => `${pair} ${on}`),
    )
    return {
      held: held.size,
      met: pairs.size,
      all: pairsIn(situation, quarter),
      booked: booked.size,
    }
  })
  return {
    id: 'meetings',
    title: 'Whether peers meet',
    text: [
      'A meeting counts once, whoever recorded it. Of a quarter in which pairs rotate, both pairs of a person count.',
    ],
    tables: [
      {
        caption: 'Meetings of peers in each quarter',
        columns: [
          'Quarter',
          'Meetings held',
          'Booked beforehand',
          'Pairs that met',
          'Of all pairs',
        ],
        rows: quarters.map(({ name }, index): FigureCell[] => {
          const { held, met, all, booked } = rows[index]!
          return [
            ...[name, safeCount(held), safeShare(booked, held)?.text ?? null, safeCount(met)],
            safeShare(met, all, { wholeIsKnown: true })?.text ?? null,
          ]
        }),
        chart: { kind: 'line', columns: [1], label: 'Meetings held' },
      },
    ],
  }
}

function pairOf(situation: Situation, entry: Entry): string {
  return ['peer', 'colleague']
    .map((part) => partIn(situation, entry, part)?.key ?? '')
    .sort()
    .join(' ')
}

/** How many pairs of peers there were at some time in a quarter; a circle counts as one. */
function pairsIn({ ledger }: Situation, { from, to }: Quarter): number {
  return ledger.partnerships.filter(
    (one) => isOfPeers(one) && one.start <= to && (one.end ?? '9') >= from,
  ).length
}

/** Requests, partnerships, evaluations and grievances. */
export function mentoring(situation: Situation): Section {
  const period = yearBefore(situation)
  const of = (form: string): Entry[] =>
    recordsOf(situation, form).filter(({ on }) => isIn(period, on))
  const requests = of('mentoring-request').map(({ record: { values } }) => values)
  const decided = requests.filter((values) => textAt(values, 'hr.decision'))
  const declined = decided.filter((values) => textAt(values, 'hr.decision') === 'declined')
  const [approvedShown, declinedShown, openShown] = safeList([
    decided.length - declined.length,
    declined.length,
    requests.length - decided.length,
  ]).counts
  const inTime = decided.filter((values) => {
    const sent = textAt(values, 'supervisor.signedOn') ?? textAt(values, 'request.date')
    const day = textAt(values, 'hr.signedOn')
    const allowed = situation.terms.requestDecision
    return (
      sent !== undefined && day !== undefined && day <= workingDaysAfter(situation, sent, allowed)
    )
  })
  const started = situation.ledger.partnerships.filter(
    (one) => !isOfPeers(one) && isIn(period, one.start),
  )
  const evaluations = recordsOf(situation, 'mentoring-evaluation').filter((entry) =>
    isIn(period, cameOn(entry)),
  ).length
  const grievances = of('mentoring-withdrawal').filter(({ record: { values } }) =>
    ['grievance', 'both'].includes(textAt(values, 'request.kind') ?? ''),
  )
  return {
    id: 'mentoring',
    title: 'Mentoring and coaching',
    text: ['In the last four quarters that are over.'],
    tables: [
      {
        caption: 'Requests and partnerships',
        columns: ['', 'Figure'],
        rows: [
          ['Requests approved', approvedShown ?? null],
          ['Requests declined', declinedShown ?? null],
          ['Requests not decided yet', openShown ?? null],
          [
            'Requests decided in time',
            safeShare(inTime.length, decided.length, { wholeIsKnown: true })?.text ?? null,
          ],
          ['Partnerships that began', safeCount(started.length)],
          ['Evaluations received', safeCount(evaluations)],
          ['Grievances', safeCount(grievances.length)],
        ],
      },
    ],
  }
}
