import ical, { ICalEventRepeatingFreq } from 'ical-generator'
import { sha256Hex } from '../contracts/hash.ts'
import { dateInWords } from '../language/date.ts'
import { addDays, laterBy, readPeriod } from '../language/period.ts'
import { intervalMonths } from '../language/review.ts'
import { slug } from '../language/slug.ts'
import type { Organisation } from '../model/organisation.ts'
import type { ProposedPair } from './pairing/index.ts'

/** What all letters of a rotation have in common. */
export interface LetterContext {
  readonly organisation: Organisation
  /** The day from which the pairs hold, ISO 8601. */
  readonly from: string
  readonly kind: 'peer' | 'mentoring'
  /** How long peers stay together, such as `six months`; absent where nobody says. */
  readonly rotation?: string
  /** How often they meet at least, such as `every month`; absent where nobody says. */
  readonly meetings?: string
}

/** What a pair is sent: files by name. */
export function lettersFor(pair: ProposedPair, context: LetterContext): Record<string, string> {
  const name = pair.people.map((person) => slug(person.name, 'person')).join('-and-')
  return { [`${name}.eml`]: mailOf(pair, context), [`${name}.ics`]: calendarOf(pair, context) }
}

/** A mail that opens in a program for mail as a draft, to be looked at and sent. */
function mailOf({ people, oneWay }: ProposedPair, context: LetterContext): string {
  const { organisation, from, kind } = context
  const names = new Intl.ListFormat('en-GB').format(people.map(({ name }) => name))
  const to = people.flatMap(({ email }) => email ?? [])
  const subject = kind === 'mentoring' ? 'Your mentoring partnership' : 'Your new peer'
  const [first, second] = people
  const sentences =
    kind === 'mentoring'
      ? [
          `We propose ${second?.name} as the mentor of ${first?.name}, from ${dateInWords(from)}.`,
          'Please tell us whether you both accept. Either of you may say no, without giving a reason, and we then look for somebody else.',
        ]
      : oneWay
        ? [
            `From ${dateInWords(from)}, ${second?.name} is the peer of ${first?.name}, who is new here.`,
            `While in probation, ${first?.name} has a peer and is none yet; ${second?.name} has another peer as well.`,
          ]
        : [
            people.length === 3
              ? `From ${dateInWords(from)}, the three of you form a circle: each is the peer of the next.`
              : `From ${dateInWords(from)}, you are each other's peer.`,
            ...(context.rotation ? [`The pairs stay together for ${context.rotation}.`] : []),
          ]
  const meet = context.meetings
    ? [`Please meet at least ${context.meetings}, and book it now.`]
    : []
  const body = [
    `Dear ${names},`,
    [...sentences, ...meet].join(' '),
    `If there is a reason why this does not suit, tell us; you do not have to explain it.${organisation.contact ? ` ${organisation.contact}` : ''}`,
    organisation.name,
  ].join('\r\n\r\n')
  return [
    'X-Unsent: 1',
    `To: ${to.join(', ')}`,
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    ...(Buffer.from(body)
      .toString('base64')
      .match(/.{1,76}/g) ?? []),
    '',
  ].join('\r\n')
}

/** A meeting on the day from which the pair holds, and again as often as they are to meet; a whole day, for them to choose the hour. */
function calendarOf({ people }: ProposedPair, context: LetterContext): string {
  const { from, kind, organisation } = context
  const names = people.map(({ name }) => name).join(' and ')
  const calendar = ical({
    name: kind === 'mentoring' ? 'Mentoring' : 'Peers',
    prodId: { company: 'policypack', product: 'programme', language: 'EN' },
  })
  const period = context.rotation === undefined ? undefined : readPeriod(context.rotation)
  const months = context.meetings === undefined ? undefined : intervalMonths(context.meetings)
  const until = period && addDays(laterBy(from, period), -1)
  calendar.createEvent({
    id: `${sha256Hex([from, ...people.map(({ id }) => id)].join('\n')).slice(0, 32)}@policypack`,
    start: new Date(`${from}T00:00:00Z`),
    stamp: new Date(`${from}T00:00:00Z`),
    allDay: true,
    summary: `Meet: ${names}`,
    description: `${organisation.name}: move it to the day and hour that suit you both`,
    ...(months !== undefined && {
      repeating: {
        freq: ICalEventRepeatingFreq.MONTHLY,
        interval: months,
        ...(until !== undefined && { until: new Date(`${until}T00:00:00Z`) }),
      },
    }),
  })
  return calendar.toString()
}
