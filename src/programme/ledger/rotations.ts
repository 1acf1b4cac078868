import * as z from 'zod'

/** Stands in a pair in the place of somebody whose data were erased. */
export const ERASED = 'erased'

/** Two who are paired, or three who form a circle. */
const Pair = z.strictObject({
  /** Ids in the list of people. In a one-way pair the first is the one who gets a peer. */
  people: z.array(z.string()).min(2).max(3),
  /** The first is in probation: the second is their peer and has another one of their own. */
  oneWay: z.literal(true).optional(),
})

/** Pairs that somebody accepted, of peers or of mentors with mentees. */
export const Rotation = z.strictObject({
  kind: z.enum(['peer', 'mentoring']),
  /** The day from which they hold, ISO 8601. */
  from: z.iso.date(),
  /** By which the same proposal can be made again. */
  seed: z.int(),
  /** In a pair of mentoring the first is the mentee. */
  pairs: z.array(Pair),
  /** Ids of those who have nobody this time. */
  without: z.array(z.string()),
})
export type Rotation = z.infer<typeof Rotation>

/** `programme/pairs.json`: what was accepted, oldest first. */
export const Rotations = z.strictObject({ format: z.literal(1), rotations: z.array(Rotation) })
