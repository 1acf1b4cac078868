import type { PgBoss } from 'pg-boss'
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

/** The queues that a worker of this program takes jobs from. */
export function queuesOf(program: string): string[] {
  return [queueOf({ kind: 'build' }, program), queueOf({ kind: 'import' }, program)]
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
  const [counts] = await query<JobCounts & Record<string, number>>(
    databaseAddress()!,
    `select count(*) filter (where name = any($1) and state in ('created', 'retry'))::int as waiting,
            count(*) filter (where name = any($1) and state = 'active')::int as active,
            count(*) filter (where name <> all($1) and state in ('created', 'retry'))::int as "forOthers"
     from ${SCHEMA}.job where name <> $2 and starts_with(name, 'policypack-')`,
    [queuesOf(program), POISON],
  )
  return counts!
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
  for (const queue of queuesOf(program))
    await boss.createQueue(queue, {
      // The same job stands in it once until it is done.
      policy: 'exclusive',
      retryLimit: 2,
      retryDelay: 1,
      heartbeatSeconds: HEARTBEAT_SECONDS,
      expireInSeconds: LONGEST_SECONDS,
      deadLetter: POISON,
    })
  return Object.assign(boss, {
    [Symbol.asyncDispose]: () => boss.stop({ graceful: true, timeout: 30_000 }),
  })
}
