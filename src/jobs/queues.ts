import type { PgBoss } from 'pg-boss'
import { canonicalJson, sha256Hex } from '../contracts/hash.ts'
import { connectionOptions, databaseAddress, query, unusable } from '../database/connection.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { Job } from './job.ts'

/** Where jobs end that fail however often they are done. */
export const POISON = 'policypack-poison'

const SCHEMA = 'policypack_jobs'

/** The form of the jobs; a worker takes no jobs of a form that it does not know. */
const FORM = 1

/** A worker that is not heard of for so many seconds has ended, and somebody else does its job. */
const HEARTBEAT_SECONDS = 20
const LONGEST_SECONDS = 3600

/** The queue of a job. Builds are done by workers of the very same program, imports by any that knows their form. */
export function queueOf(job: Pick<Job, 'kind'>, program: string): string {
  return job.kind === 'import' ? `policypack-import-${FORM}` : `policypack-build-${FORM}-${program}`
}

/** The queues of a program itself. */
function queuesOf(program: string): string[] {
  return [queueOf({ kind: 'build' }, program), queueOf({ kind: 'import' }, program)]
}

const AFTER = `${queueOf({ kind: 'import' }, '')}-after-`

/** Where imports wait that a worker of this program took and did not know: for one of a later version, so that none goes round. */
function queueAfter(program: string): string {
  return `${AFTER}${program}`
}

/** Whether a worker of this program takes jobs from a queue. */
function takesFrom(queue: string, program: string): boolean {
  if (!queue.startsWith(AFTER)) return queuesOf(program).includes(queue)
  return queue.slice(AFTER.length).localeCompare(program, 'en', { numeric: true }) < 0
}

/** The queues that there are for a worker of this program. */
export async function queuesFor(boss: PgBoss, program: string): Promise<string[]> {
  const all = await boss.getQueues()
  return all.map(({ name }) => name).filter((name) => takesFrom(name, program))
}

/** Whether another version may know what this one does not know of a job in a queue. */
export function mayBeLeft(queue: string): boolean {
  return queue.startsWith(queueOf({ kind: 'import' }, ''))
}

/** Leaves a job that this program does not know to a later one; once, however often this is done. */
export async function leaveToLater(boss: PgBoss, program: string, job: object): Promise<void> {
  const queue = queueAfter(program)
  await makeQueue(boss, queue)
  await boss.insert(queue, [{ data: job, singletonKey: sha256Hex(canonicalJson(job)) }])
}

/** How many jobs there are. */
export interface JobCounts {
  /** They wait for a worker of this program. */
  readonly waiting: number
  readonly active: number
  /** They wait for a worker of another version, and this one leaves them alone. */
  readonly forOthers: number
}

/** How many jobs of all queues of a program wait, and how many are being done at this moment. */
export async function countJobs(program: string): Promise<JobCounts> {
  const rows = await query<{ name: string; isActive: boolean; jobs: number }>(
    databaseAddress()!,
    `select name, state = 'active' as "isActive", count(*)::int as jobs from ${SCHEMA}.job
     where name <> $1 and starts_with(name, 'policypack-') and state in ('created', 'retry', 'active') group by 1, 2`,
    [POISON],
  )
  const counts = { waiting: 0, active: 0, forOthers: 0 }
  for (const { name, isActive, jobs } of rows)
    if (takesFrom(name, program)) counts[isActive ? 'active' : 'waiting'] += jobs
    else if (!isActive) counts.forOthers += jobs
  return counts
}

/** Opens the queues in the database that the environment names, and makes them where they are not there. */
export async function openQueues(
  program: string,
  { isWorker = false }: { readonly isWorker?: boolean } = {},
): Promise<PgBoss & AsyncDisposable> {
  const address = databaseAddress()
  if (address === undefined)
    throw new OperatorError(
      'Jobs lie in a database; set POLICYPACK_DATABASE to its address, such as `postgresql://user@host/database`',
    )
  const { PgBoss: Boss } = await import('pg-boss')
  const boss = new Boss({
    ...connectionOptions(address),
    schema: SCHEMA,
    supervise: isWorker,
    schedule: false,
    monitorIntervalSeconds: 5,
    superviseIntervalSeconds: 5,
  })
  // What goes wrong between two jobs is tried again; what goes wrong with one is told by it.
  boss.on('error', () => {})
  await boss.start().catch((cause: unknown) => {
    throw unusable(cause)
  })
  await boss.createQueue(POISON)
  for (const queue of queuesOf(program)) await makeQueue(boss, queue)
  return Object.assign(boss, {
    [Symbol.asyncDispose]: () => boss.stop({ graceful: true, timeout: 30_000 }),
  })
}

function makeQueue(boss: PgBoss, name: string): Promise<void> {
  return boss.createQueue(name, {
    // The same job stands in it once until it is done.
    policy: 'exclusive',
    retryLimit: 2,
    retryDelay: 1,
    heartbeatSeconds: HEARTBEAT_SECONDS,
    expireInSeconds: LONGEST_SECONDS,
    deadLetter: POISON,
  })
}
