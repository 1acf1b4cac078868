import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { importForms } from '../../src/forms/import.ts'
import { readBook } from '../../src/forms/keep/index.ts'
import { enqueueImport } from '../../src/jobs/enqueue.ts'
import { jobsNow } from '../../src/jobs/jobs.ts'
import { ask } from '../support/postgres.ts'
import { sharedPostgres } from '../support/shared-postgres.ts'
import { projectIn } from './project.ts'

const WORKERS = 3
const JOBS = 500
/** Killed one after the other, each when so many jobs were done since the last. */
const KILLS = 6
const BETWEEN_KILLS = 60

const postgres = sharedPostgres()

test('three workers that are killed again and again keep each record of 500 jobs exactly once', {
  timeout: 900_000,
}, async ({ skip }) => {
  postgres.needIn({ skip })
  const home = mkdtempSync(join(tmpdir(), 'policypack-workers-'))
  const { config, inbox } = projectIn(home, 2 * JOBS)
  const date = new Date('2026-11-22T09:30:00Z')
  process.env.POLICYPACK_DATABASE = postgres.address
  const { added } = await enqueueImport({ config, paths: [inbox], date, filesInBatch: 2 })
  expect(added).toBe(JOBS)

  let done = 0
  let kills = 0
  const workers = new Set<ChildProcess>()
  const startWorker = (): Promise<void> => {
    const worker = spawn(process.execPath, [bin, 'worker', '--until-done', '--json'], {
      cwd: home,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    workers.add(worker)
    createInterface(worker.stdout!).on('line', () => {
      done += 1
      if (kills < KILLS && done >= (kills + 1) * BETWEEN_KILLS) {
        kills += 1
        worker.kill('SIGKILL')
      }
    })
    return once(worker, 'exit').then(([code]) => {
      workers.delete(worker)
      return code === null ? startWorker() : undefined
    })
  }
  await Promise.all(Array.from({ length: WORKERS }, startWorker))
  expect(kills).toBe(KILLS)
  expect(await jobsNow()).toEqual({ waiting: 0, active: 0, failed: [], forOthers: 0 })

  // Each file is in exactly one record, and all is as one import into a folder has it.
  const inDatabase = await readBook(join(home, 'records'))
  const files = inDatabase.entries.map(({ record }) => record.source.sha256)
  expect(new Set(files).size).toBe(2 * JOBS)
  expect(files).toHaveLength((await readdir(inbox)).length)
  const rows = await ask<{ id: string }>(postgres.address, 'select id from policypack.record')
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  delete process.env.POLICYPACK_DATABASE
  await importForms({ paths: [inbox], config, to: join(home, 'folder'), date })
  const inFolder = await readBook(join(home, 'folder'))
  const known = ({ record }: (typeof inFolder.entries)[number]) => [
    record.id,
    record.case,
    record.source.sha256,
    record.copies,
  ]
  expect(inDatabase.entries.map(known).sort()).toEqual(inFolder.entries.map(known).sort())
})

const bin = join(import.meta.dirname, '../../src/bin.ts')
