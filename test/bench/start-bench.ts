import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Start, timesOf } from './processes.ts'
import type { Add } from './table.ts'

const root = join(import.meta.dirname, '../..')

/** Measures how commands start, in the checkout, where `isInstalled` also as the installed package and with `npx`. */
export async function benchStart(
  add: Add,
  runs: number,
  { isInstalled = false } = {},
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'policypack-bench-'))
  await copyFile(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  measure(add, runs, folder, join(root, 'src/policypack.mjs'), '')
  if (isInstalled) {
    rmSync(join(folder, 'out'), { recursive: true })
    install(folder)
    measure(
      add,
      runs,
      folder,
      join(folder, 'node_modules/policypack/src/policypack.mjs'),
      'installed ',
    )
    const { npx, node } = timesOf(
      {
        node: { args: ['-e', '0'] },
        npx: { program: 'npx', args: ['policypack', '--help'] },
      },
      { runs, warm: 1, cwd: folder },
    )
    add('npx policypack --help', 'node -e 0', npx / node)
  }
  await rm(folder, { recursive: true })
}

function measure(add: Add, runs: number, folder: string, program: string, words: string): void {
  const config = join(folder, 'org.config.json')
  let turn = 0
  const anew: Start = {
    args: [program, 'check', '--no-print'],
    before() {
      turn += 1
      const answers = readFileSync(join(root, 'org.config.json'), 'utf8')
      writeFileSync(config, answers.replace(/("shortName": ")[^"]*/, `$1Kite ${turn}`))
    },
  }
  const whole = timesOf(
    { node: { args: ['-e', '0'] }, anew, help: { args: [program, '--help'] } },
    { runs, warm: 1, cwd: folder },
  )
  copyFileSync(join(root, 'org.config.json'), config)
  // The first run makes the pack; the second notes that its files are not fresh any more.
  const again = timesOf(
    {
      node: { args: ['-e', '0'] },
      check: { args: [program, 'check'] },
      build: { args: [program, 'build'] },
    },
    { runs, warm: 2, cwd: folder },
  )
  add(`${words}--help`, 'node -e 0', whole.help / whole.node)
  add(`${words}check`, 'node -e 0', whole.anew / whole.node)
  add(`${words}check, nothing changed`, 'node -e 0', again.check / again.node)
  add(`${words}build, nothing changed`, 'node -e 0', again.build / again.node)
  add(`${words}build, nothing changed`, 'check', again.build / whole.anew)
}

/** Packs policypack as it is published, and installs that. */
function install(folder: string): void {
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', args, { cwd, stdio: 'ignore', shell: process.platform === 'win32' })
  // Without it npm installs into whatever project lies above.
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  npm(['run', 'build:dist', '--ignore-scripts'], root)
  npm(['pack', '--ignore-scripts', '--pack-destination', folder], root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  npm(
    ['install', '--no-audit', '--no-fund', '--prefer-offline', `./policypack-${version}.tgz`],
    folder,
  )
}
