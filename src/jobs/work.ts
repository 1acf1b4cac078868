import { setTimeout } from 'node:timers/promises'
import type { PgBoss } from 'pg-boss'
import { version } from '../contracts/version.ts'
import { placeInside } from '../files/inside.ts'
import { importGathered } from '../forms/import.ts'
import { defaultLimits, Readers } from '../forms/reading/index.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { readDefinitions } from './definitions.ts'
import { type BuildJob, hashOfFile, type ImportJob, Job, type JobDone } from './job.ts'
import { countJobs, leaveToLater, mayBeLeft, openQueues, queuesFor } from './queues.ts'

/** How a worker takes jobs. */
export interface WorkOptions {
  /** End when no job is waiting or being done anywhere. */
  readonly untilDone?: boolean
  /** End after the job at hand. */
  readonly signal?: AbortSignal
  /** Folders in which all paths of a job must lie; the one in which the worker runs when absent. */
  readonly roots?: readonly string[]
  readonly onDone?: (done: JobDone) => void
}

/** Takes jobs and does them, one after the other, until it is told to end. */
export async function work({
  untilDone,
  signal,
  roots = ['.'],
  onDone,
}: WorkOptions): Promise<void> {
  await using boss = await openQueues(version, { isWorker: true })
  await using readers = new Readers(defaultLimits)
  // One after the other, whatever their kind: a job takes all cores.
  let turn: Promise<unknown> = Promise.resolve()
  const takeFrom = (queue: string): Promise<string> =>
    boss.work<object>(
      queue,
      {
        batchSize: 1,
        pollingIntervalSeconds: 1,
        burstWhenBatchFull: true,
        heartbeatRefreshSeconds: 4,
      },
      ([{ data } = { data: {} }]) => {
        const done = turn.then(() => doJob(data, { readers, roots, boss, queue }, onDone))
        turn = done.catch(() => {})
        return done
      },
    )
  const queues = new Set<string>()
  while (!signal?.aborted) {
    // A worker of an earlier version may leave its first job at any time; where the database is away for a moment, it is seen later.
    for (const queue of await queuesFor(boss, version).catch(() => []))
      if (!queues.has(queue)) {
        queues.add(queue)
        await takeFrom(queue)
      }
    await setTimeout(500, undefined, { signal }).catch(() => {})
    if (!untilDone) continue
    const { waiting, active } = await countJobs(version)
    if (waiting + active === 0) break
  }
}

interface Working {
  readonly readers: Readers
  readonly roots: readonly string[]
  readonly boss: PgBoss
  /** From which the job came. */
  readonly queue: string
}

async function doJob(
  data: object,
  { readers, roots, boss, queue }: Working,
  onDone?: (done: JobDone) => void,
): Promise<object> {
  const job = Job.safeParse(data).data
  try {
    if (!job && !mayBeLeft(queue))
      throw new OperatorError('This is no job that this version of policypack knows')
    for (const path of pathsOf(job)) await refuseOutside(roots, path)
    const result = await (job?.kind === 'build' ? buildOne(job) : importBatch(job, readers))
    if (!result) await leaveToLater(boss, version, data)
    onDone?.(result ? { job, result } : { job, isLeft: true })
    return result ?? {}
  } catch (error) {
    onDone?.({ job, failure: error instanceof Error ? error.message : String(error) })
    throw error
  }
}

/** Whoever may write to the queue could else have any file of this machine read, or written to. */
async function refuseOutside(roots: readonly string[], path: string): Promise<void> {
  const places = roots.map((root) =>
    placeInside(root, path).then(
      () => true,
      () => false,
    ),
  )
  if ((await Promise.all(places)).includes(true)) return
  throw new OperatorError(
    `${path} lies in no folder that this worker may use; start it in the folder of the project, or name the folder by --root`,
  )
}

function pathsOf(job: Job | undefined): string[] {
  if (!job) return []
  return job.kind === 'build'
    ? [job.config, job.out]
    : [job.config, job.to, ...job.files.map(({ path }) => path)]
}

async function buildOne({ config, out, draft, date }: BuildJob): Promise<object> {
  const { build } = await import('../pack/build.ts')
  const { ok, files, written, messages } = await build({
    ...{ config, out },
    ...(draft && { draft }),
    ...(date && { date: new Date(date) }),
  })
  const fault = messages.find(({ severity }) => severity === 'error')
  if (!ok && fault) throw new OperatorError(`${fault.file}: ${fault.message}`)
  return { files: files.length, written }
}

/**
 * Files that are not any more what was put into the queue are left out, and told when the others are kept. Undefined where the job or its
 * definitions are of a later version: reading by half of what they say would refuse forms, or keep what ought not to be kept.
 */
async function importBatch(
  job: ImportJob | undefined,
  readers: Readers,
): Promise<object | undefined> {
  const definitions = job && (await readDefinitions(job.definitions))
  if (!definitions) return undefined
  const { known, blanks, trusted } = definitions
  const changed: string[] = []
  for (const { path, sha256 } of job.files)
    if ((await hashOfFile(path).catch(() => undefined)) !== sha256) changed.push(path)
  const { counts, anonymous } = await importGathered(
    {
      ...{ known, blanks, trusted, messages: [] },
      files: job.files.map(({ path }) => path).filter((path) => !changed.includes(path)),
    },
    {
      ...{ config: job.config, to: job.to, date: new Date(job.date) },
      ...(job.anyOrganisation && { anyOrganisation: true }),
    },
    readers,
  )
  if (changed.length > 0)
    throw new OperatorError(
      `${changed.join(', ')}: not the same any more as when put into the queue; put it there again`,
    )
  return { counts, anonymous }
}
