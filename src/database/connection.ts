import { setTimeout } from 'node:timers/promises'
import type { Pool, PoolClient, QueryResultRow } from 'pg'
import { OperatorError } from '../messages/operator-error.ts'

/**
 * Names the database where records and jobs lie: an address such as `postgresql://user@host/database`. With `postgresql://`
 * alone all comes from PGHOST, PGDATABASE, PGUSER and what else PostgreSQL's own programs know.
 */
const VARIABLE = 'POLICYPACK_DATABASE'

/** How often a transaction is done that others are in the way of, and how long to wait before. */
const TRIES = 6
const LONGEST_PAUSE_MS = 200

/** The address of the database that the environment names, if it names one. Nothing else can name one. */
export function databaseAddress(): string | undefined {
  const address = process.env[VARIABLE]
  if (!address) return undefined
  if (/^postgres(ql)?:\/\//.test(address)) return address
  throw new OperatorError(
    `${VARIABLE} is no address of a PostgreSQL database; say \`postgresql://user@host/database\`, or \`postgresql://\` with PGHOST and PGDATABASE`,
  )
}

/** What a connection is made of, for `pg` and what stands on it. */
export function connectionOptions(address: string): { connectionString?: string } {
  return /^postgres(ql)?:\/\/$/.test(address) ? {} : { connectionString: address }
}

const pools = new Map<string, Promise<Pool>>()

/** Asks the database, in the transaction that a client has begun, or without one. Throws an `OperatorError` where it cannot be reached. */
export async function query<Row extends QueryResultRow>(
  at: string | PoolClient,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  if (typeof at === 'string') return (await inPool(at, (pool) => pool.query<Row>(sql, values))).rows
  // A connection answers one question after the other.
  const answer = (turns.get(at) ?? Promise.resolve()).then(() => at.query<Row>(sql, values))
  turns.set(
    at,
    answer.catch(() => {}),
  )
  return (await answer.catch(toOperator)).rows
}

/** When a client has answered what it was asked. */
const turns = new WeakMap<PoolClient, Promise<unknown>>()

/**
 * Does something in a transaction: all that is asked of its client is done, or nothing. Where another transaction was in the way, and
 * PostgreSQL undid this one for it, it is done again, so that `work` must have no effect but on the database.
 */
export async function transaction<Result>(
  address: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  for (let left = TRIES - 1; ; left -= 1)
    try {
      return await tryTransaction(address, work)
    } catch (error) {
      if (left === 0 || !inTheWay.has((error as { code?: string }).code ?? '')) throw error
      // Two that were in each other's way would else meet again.
      await setTimeout(Math.random() * LONGEST_PAUSE_MS)
    }
}

/** Of PostgreSQL: serialization_failure and deadlock_detected. */
const inTheWay: ReadonlySet<string> = new Set(['40001', '40P01'])

async function tryTransaction<Result>(
  address: string,
  work: (client: PoolClient) => Promise<Result>,
): Promise<Result> {
  const client = await inPool(address, (pool) => pool.connect())
  // A connection that is lost between two questions is told by the next one.
  const onLost = (): void => {}
  client.on('error', onLost)
  let failure: unknown
  try {
    await query(client, 'begin')
    const result = await work(client)
    await query(client, 'commit')
    return result
  } catch (error) {
    failure = error
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    client.off('error', onLost)
    // A connection that was lost must not be used again.
    client.release(failure instanceof OperatorError)
  }
}

/** An address that `pg` cannot read is thrown at the first use of a pool, by no promise. */
async function inPool<Result>(
  address: string,
  work: (pool: Pool) => Promise<Result>,
): Promise<Result> {
  const pool = await poolAt(address)
  try {
    return await work(pool)
  } catch (cause) {
    return toOperator(cause)
  }
}

/** Loaded only where a database is named: who keeps records in a folder has no need of it. */
function poolAt(address: string): Promise<Pool> {
  const pool = pools.get(address) ?? openPool(address)
  pools.set(address, pool)
  return pool
}

async function openPool(address: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({ ...connectionOptions(address), allowExitOnIdle: true })
  // A connection that is lost while nobody uses it is opened again when somebody does.
  pool.on('error', () => {})
  return pool
}

/** What PostgreSQL says of a connection, or of a user, is the operator's to mend; what it says of a statement is ours. */
function toOperator(cause: unknown): never {
  const { code = '' } = cause as Error & { code?: string }
  const isOfStatement = /^[0-9A-Z]{5}$/.test(code) && !/^(?:08|28|3D|42501|53|57)/.test(code)
  if (isOfStatement) throw cause
  throw unusable(cause)
}

/** Says that a database cannot be used. Of the address nothing is told, since it may hold a password. */
export function unusable(cause: unknown): OperatorError {
  const { code, message } = cause as Error & { code?: string }
  return new OperatorError(
    `The database cannot be used (${code || message}); check ${VARIABLE}, and whether PostgreSQL is running`,
    { cause },
  )
}
