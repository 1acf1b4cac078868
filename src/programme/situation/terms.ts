import { fold } from '../../language/fold.ts'
import {
  type Period,
  readAmount,
  readInterval,
  readPeriod,
  readWorkingDays,
} from '../../language/period.ts'

/** What the policies of an organisation promise in figures. */
export interface Terms {
  /** From one meeting of peers to the next, at the latest. */
  readonly meetings: Period
  readonly goals: Period
  readonly reviews: Period
  readonly refreshers: Period
  readonly rotation: Period
  /** From the start of a partnership to its first evaluation. */
  readonly evaluation: Period
  /** In working days. */
  readonly requestForwarding: number
  readonly requestDecision: number
  readonly grievanceAnswer: number
  readonly appealAnswer: number
  /** In per cent. */
  readonly capacity: number
  /** Equality forms are counted where at least so many people take part in a year. */
  readonly fewestForEquality: number
  readonly peopleTeam: string
  readonly developmentTeam: string
}

/** An answer of the organisation, and what holds where there is none that can be read. */
interface Term<Value> {
  readonly phrase: string
  /** The document whose own answer counts before that for all. */
  readonly document?: string
  readonly usual: string
  readonly read: (answer: string) => Value | undefined
}

const words = (answer: string): string => answer

/** The usual answers are those of `content/placeholders.json`. */
const table: { readonly [Name in keyof Terms]: Term<Terms[Name]> } = {
  meetings: {
    ...{ phrase: 'minimum meeting frequency', document: 'peer-to-peer-guide' },
    ...{ usual: 'every month', read: readInterval },
  },
  goals: {
    ...{ phrase: 'goal-setting frequency', document: 'peer-to-peer-guide' },
    ...{ usual: 'every quarter', read: readInterval },
  },
  reviews: { phrase: 'interval of review forms', usual: 'every two months', read: readInterval },
  refreshers: { phrase: 'frequency of refreshers', usual: 'every two years', read: readInterval },
  rotation: {
    ...{ phrase: 'rotation period', document: 'peer-to-peer-guide' },
    ...{ usual: 'six months', read: readPeriod },
  },
  evaluation: {
    ...{ phrase: 'evaluation point', document: 'mentoring-policy' },
    ...{ usual: 'six months', read: readPeriod },
  },
  requestForwarding: {
    ...{ phrase: 'request forwarding time', usual: 'five working days', read: readWorkingDays },
  },
  requestDecision: {
    ...{ phrase: 'request decision time', usual: 'ten working days', read: readWorkingDays },
  },
  grievanceAnswer: {
    ...{ phrase: 'grievance answer time', usual: 'four working days', read: readWorkingDays },
  },
  appealAnswer: {
    ...{ phrase: 'appeal answer time', usual: 'ten working days', read: readWorkingDays },
  },
  capacity: { phrase: 'capacity target', usual: '80%', read: readAmount },
  fewestForEquality: {
    ...{ phrase: 'fewest people for equality monitoring', usual: '20', read: readAmount },
  },
  peopleTeam: { phrase: 'people team name', usual: 'HR', read: words },
  developmentTeam: { phrase: 'development team name', usual: 'development team', read: words },
}

/** Answers by their phrases, of all documents and of some. */
export interface GivenAnswers {
  readonly answers: Readonly<Record<string, unknown>>
  readonly documents: Readonly<
    Record<string, { readonly answers?: Readonly<Record<string, unknown>> | undefined }>
  >
}

/** The figures of an organisation, by its answers; the usual one where an answer is none that can be counted with. */
export function termsOf({ answers, documents }: GivenAnswers): Terms {
  return Object.fromEntries(
    Object.entries(table).map(([name, { phrase, document, usual, read }]) => {
      const own = document === undefined ? undefined : documents[document]?.answers
      const given = [own, answers].flatMap((some) => answerIn(some, phrase) ?? [])
      const value = given.map((answer) => read(answer)).find((one) => one !== undefined)
      return [name, value ?? read(usual)]
    }),
  ) as unknown as Terms
}

/** The usual answer to each phrase, for comparing with what `init` proposes. */
export const usualAnswers: ReadonlyMap<string, string> = new Map(
  Object.values(table).map(({ phrase, usual }) => [phrase, usual]),
)

function answerIn(
  answers: Readonly<Record<string, unknown>> | undefined,
  phrase: string,
): string | undefined {
  const found = Object.entries(answers ?? {}).find(([key]) => fold(key) === phrase)?.[1]
  return typeof found === 'string' || typeof found === 'number' ? String(found) : undefined
}
