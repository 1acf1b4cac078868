import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { query, transaction } from '../../src/database/connection.ts'
import { importForms } from '../../src/forms/import.ts'
import { OperatorError } from '../../src/messages/operator-error.ts'
import { ask } from '../support/postgres.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { projectIn } from './project.ts'

const postgres = sharedPostgres()
beforeEach(({ skip }) => {
  postgres.needIn({ skip })
  process.env.POLICYPACK_DATABASE = postgres.address
})
afterEach(() => {
  delete process.env.POLICYPACK_DATABASE
})

test('two transactions that wait for each other are both done, and nothing twice', async () => {
  const { address } = postgres!
  await query(address, 'create table tally (name text primary key, count int)')
  await query(address, `insert into tally values ('a', 0), ('b', 0)`)
  let tries = 0
  const met = Promise.withResolvers<void>()
  const both = (names: readonly string[]) =>
    transaction(address, async (client) => {
      tries += 1
      for (const name of names) {
        await query(client, 'update tally set count = count + 1 where name = $1', [name])
        if (tries === 2) met.resolve()
        await met.promise
      }
    })
  await Promise.all([both(['a', 'b']), both(['b', 'a'])])
  expect(tries).toBeGreaterThan(2)
  expect(await query(address, 'select count from tally')).toEqual([{ count: 2 }, { count: 2 }])
})

test('a transaction that another one overtook is done again, and not for ever', async () => {
  const { address } = postgres!
  let tries = 0
  const failing = (times: number) =>
    transaction(address, async (client) => {
      tries += 1
      if (tries <= times)
        await query(client, `do $$ begin raise exception using errcode = '40001'; end $$`)
    })
  await failing(2)
  expect(tries).toBe(3)
  await expect(failing(1000)).rejects.toMatchObject({ code: '40001' })
  expect(tries).toBeLessThan(20)
})

test('a connection that is lost in the midst is told in one sentence, and the next import has all, each once', async () => {
  const { address } = postgres!
  const home = mkdtempSync(join(tmpdir(), 'policypack-lost-'))
  const { config, inbox } = projectIn(home, 120)
  const options = { paths: [inbox], config, to: join(home, 'records') }
  const end = () =>
    ask(
      address,
      `select pg_terminate_backend(pid) from pg_stat_activity
       where pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
  let ended: Promise<unknown> | undefined
  const lost = await importForms({
    ...options,
    onProgress: ({ done }) => {
      if (done === 30) ended = end()
    },
  }).catch((error: unknown) => error)
  await ended
  expect(lost).toBeInstanceOf(OperatorError)
  expect((lost as Error).message).toMatch(
    /^The database cannot be used \(.+\); check POLICYPACK_DATABASE, and whether PostgreSQL is running$/,
  )
  const { counts } = await importForms(options)
  expect(counts.rejected).toBe(0)
  const rows = await ask<{ sha256: string }>(
    address,
    `select body->'source'->>'sha256' as sha256 from policypack.record`,
  )
  expect(new Set(rows.map(({ sha256 }) => sha256)).size).toBe(120)
  expect(rows).toHaveLength(120)
})
