import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import * as z from 'zod'
import { canonicalJson, sha256Hex } from '../contracts/hash.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The build of one organisation. */
const BuildJob = z.strictObject({
  kind: z.literal('build'),
  /** Version of the program, since another one makes another pack. */
  program: z.string(),
  config: z.string(),
  out: z.string(),
  draft: z.optional(z.literal(true)),
  /** ISO 8601; by which reviews are overdue. */
  date: z.optional(z.iso.datetime()),
})
export type BuildJob = z.infer<typeof BuildJob>

/** A batch of completed forms. */
const ImportJob = z.strictObject({
  kind: z.literal('import'),
  config: z.string(),
  /** The folder of records, whose name is that of their shelf in the database. */
  to: z.string(),
  /** By which definitions: the SHA-256 of what `definitions.ts` keeps. */
  definitions: Sha256,
  /** ISO 8601; the time that counts as that of the import, however often it is done. */
  date: z.iso.datetime(),
  anyOrganisation: z.optional(z.literal(true)),
  files: z.array(z.strictObject({ path: z.string(), sha256: Sha256 })),
})
export type ImportJob = z.infer<typeof ImportJob>

/** A unit of work: all that it depends on by names and hashes, so that it has the same effect wherever and however often it is done. */
export const Job = z.discriminatedUnion('kind', [BuildJob, ImportJob])
export type Job = BuildJob | ImportJob

/** The same for jobs with the same effect, whenever they were put there. */
export function hashOf(job: Job): string {
  const { date: _, ...what } = job
  return sha256Hex(canonicalJson(what))
}

/** The SHA-256 of a file, of any size. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const bytes of createReadStream(path)) hash.update(bytes)
  return hash.digest('hex')
}

/** What became of a job. */
export interface JobDone {
  readonly job: Job | undefined
  readonly result?: object
  /** This version does not know all of it, and leaves it to a worker of a later one. */
  readonly isLeft?: true
  /** Why it could not be done this time. */
  readonly failure?: string
}
