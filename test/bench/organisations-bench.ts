import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { timesOf } from './processes.ts'
import type { Add } from './table.ts'

const root = join(import.meta.dirname, '../..')

/** Measures the build of several organisations in one run beside that of one. */
export async function benchOrganisations(add: Add, runs: number, count: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  const sample = readFileSync(join(root, 'org.config.json'), 'utf8')
  mkdirSync(join(folder, 'orgs'))
  copyFileSync(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  for (let index = 0; index < count; index += 1)
    writeFileSync(
      join(folder, `orgs/kite-${index}.json`),
      sample.replaceAll('Larkspur Lantern', `Kite ${index}`),
    )
  const only = ['--force', '--only', 'mentoring-policy', 'training-record']
  const program = join(root, 'src/policypack.mjs')
  const before = () => rmSync(join(folder, 'out'), { recursive: true, force: true })
  const { one, all } = timesOf(
    {
      one: { args: [program, 'build', ...only], before },
      all: { args: [program, 'build', ...only, '--config', 'orgs'], before },
    },
    { runs, warm: 0, cwd: folder },
  )
  add(`${count} organisations, two documents each`, `${count} × one`, all / (count * one))
  await rm(folder, { recursive: true })
}
