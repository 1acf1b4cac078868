import * as z from 'zod'

/** What a column of a list of people may say. */
export const personColumns = [
  'id',
  'name',
  'firstName',
  'lastName',
  'email',
  'hours',
  'start',
  'probationUntil',
  'team',
  'manager',
  'level',
  'roles',
  'awayFrom',
  'awayTo',
  'notWith',
  'leaves',
  'mentees',
] as const
export type PersonColumn = (typeof personColumns)[number]

/** What an organisation says of its programme. */
export const ProgrammeSettings = z.strictObject({
  /** Path of the list of people, relative to the configuration. */
  people: z.string().trim().min(1).optional(),
  /** What its columns say, by their headings, where these are not the usual ones. */
  columns: z.record(z.string(), z.enum(personColumns)).optional(),
})
export type ProgrammeSettings = z.infer<typeof ProgrammeSettings>

/** Somebody of the organisation, as its list of people has them. */
export interface Person {
  /** By which they are known: their number, or else their e-mail address or name. */
  readonly id: string
  readonly name: string
  readonly email?: string
  /** A week. */
  readonly hours?: number
  /** Days in ISO 8601. */
  readonly start?: string
  readonly probationUntil?: string
  readonly team?: string
  /** Id of the person to whom they report. */
  readonly manager?: string
  readonly level?: string
  /** Parts that they take in the programme, in lower case: `peer`, `mentor`, `mentee`, `coach`. */
  readonly roles: readonly string[]
  readonly awayFrom?: string
  readonly awayTo?: string
  /** Ids of people with whom they are not to be paired. */
  readonly notWith: readonly string[]
  /** Their last day. */
  readonly leaves?: string
  /** For how many mentees they have time. */
  readonly mentees?: number
}
