import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { enqueueImport } from '../../src/jobs/enqueue.ts'
import { jobsNow } from '../../src/jobs/jobs.ts'
import { ask } from '../support/postgres.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { projectIn } from './project.ts'

const JOBS = 10

/** Brings down the program that looks at the file `5.answers.json`, as a fault of Node or want of memory does: nothing can catch it. */
const FATAL = `
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { createReadStream } = fs
fs.createReadStream = (path, ...rest) =>
  String(path).endsWith('/5.answers.json') ? process.abort() : createReadStream(path, ...rest)
syncBuiltinESMExports()
`

const postgres = sharedPostgres()

test('a job that brings down each worker ends in the list with its reason, and the others are done', {
  timeout: 900_000,
}, async ({ skip }) => {
  postgres.needIn({ skip })
  const home = mkdtempSync(join(tmpdir(), 'policypack-poison-'))
  const fatal = join(home, 'fatal.mjs')
  writeFileSync(fatal, FATAL)
  const { config, inbox } = projectIn(home, 2 * JOBS)
  process.env.POLICYPACK_DATABASE = postgres.address
  await enqueueImport({ config, paths: [inbox], filesInBatch: 2 })

  let ended = 0
  const workUntilDone = async (): Promise<void> => {
    const worker = spawn(process.execPath, ['--import', fatal, bin, 'worker', '--until-done'], {
      cwd: home,
      stdio: 'ignore',
    })
    const [code, signal] = await once(worker, 'exit')
    if (code === 0 && signal === null) return
    ended += 1
    await workUntilDone()
  }
  await Promise.all([workUntilDone(), workUntilDone()])
  expect(ended).toBe(3)
  const { waiting, active, failed } = await jobsNow()
  expect([waiting, active]).toEqual([0, 0])
  expect(failed.map(({ job, message }) => [job?.kind, message])).toEqual([
    [
      'import',
      'The worker that did it ended in the midst each time, as a program does that runs out of memory; look at these files one by one',
    ],
  ])
  expect(await ask(postgres.address, 'select id from policypack.record')).toHaveLength(2 * JOBS - 2)
})

const bin = join(import.meta.dirname, '../../src/bin.ts')
