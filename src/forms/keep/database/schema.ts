import { query, transaction } from '../../../database/connection.ts'

/** The tables of records. `shelf` tells the organisations in one database apart, and `folder` is as in a folder of records. */
const TABLES = `
create schema if not exists policypack;
create table if not exists policypack.record (
  shelf text not null,
  folder text not null,
  id text not null,
  -- As it would stand in a file, letter for letter.
  source text not null,
  -- The same to ask questions of; what PostgreSQL cannot hold in it stands as U+FFFD.
  body jsonb not null,
  primary key (shelf, folder, id)
);
create table if not exists policypack.case_record (
  shelf text not null,
  folder text not null,
  key text not null,
  id text not null,
  came bigint generated always as identity,
  primary key (shelf, folder, key, id)
);
create table if not exists policypack.note (
  shelf text not null,
  folder text not null,
  name text not null,
  content bytea not null,
  primary key (shelf, folder, name)
);
`

const made = new Map<string, Promise<void>>()

/** Makes the tables where they are not there; once for a database and process. */
export function ensureTables(address: string): Promise<void> {
  const done = made.get(address) ?? makeTables(address)
  made.set(address, done)
  done.catch(() => made.delete(address))
  return done
}

async function makeTables(address: string): Promise<void> {
  const [there] = await query<{ note: string | null }>(
    address,
    `select to_regclass('policypack.note')::text as note`,
  )
  if (there?.note) return
  await transaction(address, async (client) => {
    // Two that make them at once would each find them missing.
    await query(client, `select pg_advisory_xact_lock(hashtextextended('policypack tables', 0))`)
    await query(client, TABLES)
  })
}
