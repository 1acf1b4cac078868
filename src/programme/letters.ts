import { calendarFile } from '../contracts/calendar-file.ts'
import { dateInWords } from '../language/date.ts'
import { addDays, laterBy, type Period, readInterval, readPeriod } from '../language/period.ts'
import { slug } from '../language/slug.ts'
import type { Organisation } from '../model/organisation.ts'
import { mailOf } from './pages/index.ts'
import type { ProposedPair } from './pairing/index.ts'

/** What all letters of a rotation have in common. */
export interface LetterContext {
  readonly organisation: Organisation
  /** How the organisation calls its people team, in whose name they are. */
  readonly sender: string
  /** The day from which the pairs hold, ISO 8601. */
  readonly from: string
  readonly kind: 'peer' | 'mentoring'
  /** How long peers stay together, such as `six months`; absent where nobody says. */
  readonly rotation?: string
  /** How often they meet at least, such as `every month`; absent where nobody says. */
  readonly meetings?: string
}

/** What a pair is sent, and the name of the files without their endings. */
export function lettersFor(pair: ProposedPair, context: LetterContext) {
  return {
    name: pair.people.map((person) => slug(person.name, 'person')).join('-and-'),
    eml: letterOf(pair, context),
    ics: calendarOf(pair, context),
  }
}

/** A mail that opens in a program for mail as a draft, to be looked at and sent. */
function letterOf({ people, oneWay }: ProposedPair, context: LetterContext): string {
  const { organisation, from, kind, meetings, rotation, sender } = context
  const day = dateInWords(from)
  const [first, second] = people.map(({ name }) => name)
  const sentences =
    kind === 'mentoring'
      ? [
          `We propose ${second} as the mentor of ${first}, from ${day}.`,
          'Please tell us whether you both accept. Either of you may say no, without giving a reason, and we then look for somebody else.',
        ]
      : oneWay
        ? [
            `From ${day}, ${second} is the peer of ${first}, who is new here.`,
            `While in probation, ${first} has a peer and is none yet; ${second} has another peer as well.`,
          ]
        : [
            people.length === 3
              ? `From ${day}, the three of you form a circle: each is the peer of the next.`
              : `From ${day}, you are each other's peer.`,
            ...(rotation ? [`The pairs stay together for ${rotation}.`] : []),
          ]
  const content = {
    to: people.map((person) => ({ key: person.id, name: person.name, person })),
    subject: kind === 'mentoring' ? 'Your mentoring partnership' : 'Your new peer',
    text: [
      [
        ...sentences,
        ...(meetings ? [`Please meet at least ${meetings}, and book it now.`] : []),
      ].join(' '),
      'If there is a reason why this does not suit, tell us; you do not have to explain it.',
    ],
  }
  return mailOf(content, organisation, sender)
}

/**
 * A meeting on the day from which the pair holds, a whole day, for them to choose the hour. Peers have it again as often as they are
 * to meet, for as long as they stay together; mentor and mentee agree on that themselves.
 */
function calendarOf({ people }: ProposedPair, context: LetterContext): string {
  const { from, kind, organisation, meetings = '', rotation = '' } = context
  const every = kind === 'peer' ? readInterval(meetings) : undefined
  return calendarFile(kind === 'mentoring' ? 'Mentoring' : 'Peers', 'programme', [
    {
      key: [from, ...people.map(({ id }) => id)],
      ...{ day: from, since: from },
      summary: `Meet: ${people.map(({ name }) => name).join(' and ')}`,
      description: `${organisation.name}: move it to the day and hour that suit you both`,
      repeating: every && repetition(from, every, readPeriod(rotation)),
    },
  ])
}

/** What a calendar repeats (RFC 5545, 3.3.10): its end is a day, as the beginning is; the last of the month where the same day is not in it. */
function repetition(from: string, every: Period, length: Period | undefined): string {
  const date = Number(from.slice(8))
  const days = Array.from({ length: date - SHORTEST_MONTH + 1 }, (_, more) => SHORTEST_MONTH + more)
  const rule =
    'months' in every
      ? [
          `FREQ=MONTHLY;INTERVAL=${every.months}`,
          ...(date > SHORTEST_MONTH ? [`BYMONTHDAY=${days};BYSETPOS=-1`] : []),
        ]
      : [`FREQ=DAILY;INTERVAL=${every.days}`]
  const until = length && addDays(laterBy(from, length), -1).replaceAll('-', '')
  return `RRULE:${[...rule, ...(until === undefined ? [] : [`UNTIL=${until}`])].join(';')}`
}

const SHORTEST_MONTH = 28
