import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { median } from './clock.ts'
import type { Add } from './table.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'src/policypack.mjs')

/** Measures how long `dev` takes from a save of a policy to its page, beside whole runs of `check` in turn. */
export async function benchDev(add: Add, runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  const document = join(folder, 'content/mentoring-policy.md')
  await mkdir(join(folder, 'content'))
  await copyFile(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  await copyFile(join(root, 'content/mentoring-policy.md'), document)
  const text = await readFile(document, 'utf8')

  const dev = spawn(process.execPath, [program, 'dev', '--port', '0'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface(dev.stdout)[Symbol.asyncIterator]()
  const told = async (start: string) => {
    for (;;) {
      const { value, done } = await lines.next()
      if (done || String(value).startsWith(start)) return
    }
  }
  await told('Printed: ')
  const [saves, checks]: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run += 1) {
    const saved = performance.now()
    await writeFile(document, text.replace(/^title: .*$/m, `title: Mentoring policy ${run}`))
    await told('Built: ')
    saves.push(performance.now() - saved)
    await told('Printed: ')
    const started = performance.now()
    execFileSync(process.execPath, [program, 'check', '--no-print'], {
      cwd: folder,
      stdio: 'ignore',
    })
    checks.push(performance.now() - started)
  }
  dev.kill('SIGINT')
  await once(dev, 'exit')
  await rm(folder, { recursive: true })
  add('dev: a save to its page', 'check', median(saves) / median(checks))
}
