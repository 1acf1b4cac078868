import { execFileSync } from 'node:child_process'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, ratio } from './clock.ts'

const root = join(import.meta.dirname, '../..')
const program = join(root, 'src/policypack.mjs')

/** What is started, and what it is compared with: `node -e 0`, unless another is named. */
const starts: readonly { name: string; args: readonly string[]; to?: string }[] = [
  { name: 'node -e 0', args: ['-e', '0'] },
  { name: 'policypack --help', args: [program, '--help'] },
  { name: 'policypack check', args: [program, 'check', '--no-print'] },
  { name: 'build, nothing changed', args: [program, 'build'] },
  { name: 'build, nothing changed', args: [program, 'build'], to: 'policypack check' },
]

/** Measures whole processes in turn, so that a slow moment of the machine meets all of them. */
export async function benchStart(runs: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  await copyFile(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  const times = new Map(starts.map(({ name }) => [name, [] as number[]]))
  // The first run makes the pack and warms the caches; the second notes that its files are not fresh any more.
  for (let run = -2; run < runs; run += 1)
    for (const [name, measured] of times) {
      const start = performance.now()
      const { args } = starts.find((one) => one.name === name)!
      execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' })
      if (run >= 0) measured.push(performance.now() - start)
    }
  console.log('start')
  for (const { name, to = 'node -e 0' } of starts.slice(1))
    console.log(
      `  ${name.padEnd(24)} ÷ ${to.padEnd(18)} ${ratio(median(times.get(name)!), median(times.get(to)!))}`,
    )
  await rm(folder, { recursive: true })
}
