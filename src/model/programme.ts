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

export const ProgrammeSettings = z.strictObject({
  /** Path of the list of people, relative to the configuration. */
  people: z.string().trim().min(1).optional(),
  /** What its columns say, by their headings, where these are not the usual ones. */
  columns: z.record(z.string(), z.enum(personColumns)).optional(),
  /** Whose public holidays are no working days: a country, or a part of it such as `GB-SCT`; the organisation's country when absent. */
  calendar: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Z0-9]+)*$/)
    .optional(),
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

/** What the programme is to reach, with what was measured. */
export interface Objective {
  readonly objective: string
  /** Such as `%` or `people`. */
  readonly unit?: string
  readonly baseline?: number
  readonly target?: number
  /** By when it is to be reached, ISO 8601. */
  readonly by?: string
  /** Oldest first. */
  readonly measured: readonly { readonly on: string; readonly figure: number }[]
}

/** A change of the programme that a review decided on, or somebody suggested. */
export interface Improvement {
  readonly change: string
  readonly responsible?: string
  /** Days in ISO 8601. */
  readonly due?: string
  readonly done?: string
  /** Whether it helped. */
  readonly effect?: string
}

/** Somebody who confirmed that they know a guideline. */
export interface Acknowledgement {
  /** A number, an e-mail address or a name. */
  readonly person: string
  readonly document: string
  readonly version: string
  readonly on?: string
}

/** What the people team keeps in lists of its own, because it stands on no form. */
export interface Plans {
  readonly objectives: readonly Objective[]
  readonly improvements: readonly Improvement[]
  readonly acknowledgements: readonly Acknowledgement[]
}
