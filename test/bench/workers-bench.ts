import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { enqueueImport } from '../../src/jobs/enqueue.ts'
import { fillForm } from '../../src/pdf/fill/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { projectIn } from '../jobs/project.ts'
import { startPostgres } from '../support/postgres.ts'
import { median } from './clock.ts'
import type { Add } from './table.ts'

/** So many completed forms, in batches of so many, are imported in each run. */
const FILES = 600
const FILES_IN_BATCH = 20

const blank = join(import.meta.dirname, '../earlier-forms/completed/mentoring-contract-pdfjs.pdf')
const bin = join(import.meta.dirname, '../../src/bin.ts')

/** Measures what workers that have a core each import from PostgreSQL, and what the second of them adds. */
export async function benchWorkers(add: Add, runs: number): Promise<void> {
  const cannot =
    availableParallelism() < 2
      ? 'there is one core only'
      : spawnSync('taskset', ['--version']).status !== 0
        ? 'taskset is not here'
        : undefined
  await using postgres = cannot ? undefined : await startPostgres({ fsync: true })
  if (!postgres) {
    console.error(`workers: not measured, since ${cannot ?? 'there is no PostgreSQL'}`)
    return
  }
  process.env.POLICYPACK_DATABASE = postgres.address
  const home = await mkdtemp(join(tmpdir(), 'policypack-workers-'))
  const { config } = projectIn(home, 0)
  const inbox = join(home, 'completed')
  mkdirSync(inbox, { recursive: true })
  const form = readFileSync(blank)
  for (let number = 0; number < FILES; number += 1)
    writeFileSync(
      join(inbox, `${number}.pdf`),
      fillForm(openPdf(form), new Map([['mentee.name', `Person ${number}`]]), {
        drawLetters: () => undefined,
      }),
    )
  const times = new Map<number, number[]>([
    [1, []],
    [2, []],
  ])
  let shelf = 0
  const secondsWith = async (workers: number): Promise<number> => {
    shelf += 1
    const to = join(home, `records-${shelf}`)
    await enqueueImport({ config, paths: [inbox], to, filesInBatch: FILES_IN_BATCH })
    return timeWorkers(workers, home)
  }
  await secondsWith(1)
  for (let run = 0; run < runs; run += 1)
    for (const [workers, ofThese] of times) ofThese.push(await secondsWith(workers))
  const [one = 0, two = 0] = [...times.values()].map(median)
  add(`import of ${FILES} forms by two workers with a core each`, 'by one', two / one)
  delete process.env.POLICYPACK_DATABASE
  await rm(home, { recursive: true })
}

/** Seconds between the first job that is done and the last, in terms of all jobs. */
async function timeWorkers(workers: number, cwd: string): Promise<number> {
  const done: number[] = []
  await Promise.all(
    Array.from({ length: workers }, async (_, core) => {
      const args = ['-c', String(core), process.execPath, bin, 'worker', '--until-done', '--json']
      const worker = spawn('taskset', args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
      for await (const _line of createInterface(worker.stdout)) done.push(performance.now())
    }),
  )
  done.sort((a, b) => a - b)
  // All workers are at work when each of them has done one.
  const [from = 0, to = 0] = [done[workers - 1], done.at(-1)]
  return ((to - from) / 1000) * (done.length / (done.length - workers))
}
