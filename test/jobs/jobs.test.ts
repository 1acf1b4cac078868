import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../support/postgres.ts'
import { runCli } from '../support/run-cli.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { projectIn } from './project.ts'

const postgres = sharedPostgres()

test('forms that are put into the queue are records when a worker has done it, and what cannot be done is listed', async ({
  skip,
}) => {
  postgres.needIn({ skip })
  const cwd = mkdtempSync(join(tmpdir(), 'policypack-jobs-'))
  const { address } = postgres
  const policypack = (...args: string[]) =>
    runCli(args, { cwd, env: { POLICYPACK_DATABASE: address } })
  const { inbox } = projectIn(cwd, 60)

  expect((await policypack('jobs')).stdout).toBe('0 waiting, 0 being done, 0 failed\n')
  expect((await policypack('enqueue', 'import', inbox)).stdout).toBe('2 jobs put into the queue\n')
  expect((await policypack('enqueue', 'import', inbox)).stdout).toBe(
    '0 jobs put into the queue; 2 waited already\n',
  )
  // A worker may be in another folder, and has to find the forms as they are handed out.
  const [kept] = await ask<{ content: string }>(
    address,
    'select content from policypack.definitions',
  )
  const { blanks } = JSON.parse(kept!.content) as { blanks: [hash: string, path: string][] }
  expect(blanks.length).toBeGreaterThan(0)
  expect(blanks.filter(([, path]) => !isAbsolute(path))).toEqual([])
  // A file that is gone is told; the others of its batch are kept.
  rmSync(join(inbox, '7.answers.json'))
  expect((await policypack('enqueue', 'build', '--config', 'nowhere.json')).stdout).toBe(
    '1 job put into the queue\n',
  )
  const worked = await policypack('worker', '--until-done')
  expect(worked.stderr).toBe('')
  expect(worked.code).toBe(1)
  const rows = await ask(address, 'select id from policypack.record')
  expect(rows).toHaveLength(59)
  const listed = await policypack('records')
  expect(listed.stdout).toMatch(/^59 records/m)
  const jobs = await policypack('jobs')
  expect(jobs.code).toBe(1)
  expect(jobs.stdout).toMatch(/^failed {2}import of \d+ files {2}.*7\.answers\.json: not the same/m)
  expect(jobs.stdout).toMatch(/^failed {2}build of .*nowhere\.json {2}./m)
  expect(jobs.stdout).toMatch(/^0 waiting, 0 being done, 2 failed$/m)
  expect((await policypack('jobs', '--again')).stdout).toMatch(
    /^2 jobs put into the queue again\n2 waiting/,
  )
})

test('without a database the queue says what to set', async () => {
  const { stderr, code } = await runCli(['jobs'], {
    cwd: tmpdir(),
    env: { POLICYPACK_DATABASE: '' },
  })
  expect(stderr).toBe(
    'Jobs lie in a database; set POLICYPACK_DATABASE to its address, such as `postgresql://user@host/database`\n',
  )
  expect(code).toBe(2)
})

test.each([
  ['postgresql://somebody:secret@localhost:port/database', 'ERR_INVALID_URL'],
  ['postgresql://somebody:secret@localhost:1/database', 'ECONNREFUSED'],
])(
  'with the address %s, jobs and records say that it is to be checked, and nothing of what is in it',
  async (address, why) => {
    for (const command of ['jobs', 'records']) {
      const { stderr, code } = await runCli([command], {
        cwd: tmpdir(),
        env: { POLICYPACK_DATABASE: address },
      })
      expect(stderr).toBe(
        `The database cannot be used (${why}); check POLICYPACK_DATABASE, and whether PostgreSQL is running\n`,
      )
      expect(code).toBe(2)
    }
  },
)
