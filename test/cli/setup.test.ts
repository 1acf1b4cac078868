import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { outsideEnvironment } from '../support/outside-environment.ts'
import { makeFolder } from '../support/project-copy.ts'

const root = join(import.meta.dirname, '../..')

/** What a checkout has that a build needs. */
const checkedOut = [
  ...['src', 'content', 'templates'],
  ...['org.config.json', 'package.json', 'package-lock.json'],
]

test('does nothing where everything is here', async () => {
  expect(await run({})).toEqual({ code: 0, output: '' })
  expect(await run({}, '--development')).toEqual({ code: 0, output: '' })
})

test('the lock file has the hash of everything that is installed, from wherever it comes', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  const { '': own, ...others } = packages as Record<
    string,
    { integrity?: string; resolved?: string }
  >
  expect(own).not.toHaveProperty('integrity')
  const faulty = Object.entries(others).filter(
    ([, { integrity, resolved }]) => !integrity || resolved,
  )
  expect(faulty.map(([path]) => path)).toEqual([])
})

test('installs in a bare checkout what a build needs, and none of the tools that test it', async () => {
  const checkout = makeFolder()
  for (const name of checkedOut) cpSync(join(root, name), join(checkout, name), { recursive: true })
  const { code, output } = await runIn(checkout, { npm_config_prefer_offline: 'true' })
  expect(output).toMatch(/^Installing the packages /)
  expect(code).toBe(0)
  const installed = readdirSync(join(checkout, 'node_modules'))
  expect(installed).toContain('puppeteer')
  const { devDependencies } = JSON.parse(readFileSync(join(checkout, 'package.json'), 'utf8'))
  expect(installed.filter((name) => name in devDependencies)).toEqual([])
  expect(await runIn(checkout, {})).toEqual({ code: 0, output: '' })

  const build = ['src/policypack.mjs', 'build', '--only', 'training-record']
  const { stdout } = await promisify(execFile)(process.execPath, build, { cwd: checkout })
  expect(stdout).toMatch(/^\d+ files, .* Open out.index\.html\n$/)
}, 300_000)

test('says so when the browser that was named is none', async () => {
  const { code, output } = await run({ CHROME_PATH: '/nowhere/chrome' })
  expect(code).toBe(2)
  expect(output).toMatch(/^CHROME_PATH names `\/nowhere\/chrome`, which is no Chrome.*\n$/)
})

/** Programs for a machine that has no browser: whatever they are asked, they note it. */
function machine(programs: Readonly<Record<string, string>>) {
  const bin = join(makeFolder(), 'bin')
  mkdirSync(bin)
  for (const [name, script] of Object.entries(programs)) {
    writeFileSync(join(bin, name), `#!/bin/sh\necho "$0 $@" >> ${bin}/asked\n${script}\n`)
    chmodSync(join(bin, name), 0o755)
  }
  const asked = () => readFileSync(join(bin, 'asked'), 'utf8').replaceAll(`${bin}/`, '')
  // A proxy that is not there keeps the download from going out.
  const proxy = 'http://127.0.0.1:9'
  const env = { PATH: bin, HOME: bin, https_proxy: proxy, HTTPS_PROXY: proxy }
  return { bin, asked, env }
}

/** A browser outside the search path cannot be hidden. */
const places = ['/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge', '/snap/bin/chromium']
const canHide = process.platform === 'linux' && !places.some((place) => existsSync(place))

test.runIf(canHide && process.getuid?.() === 0)(
  'has the system install a browser where none can be downloaded',
  async () => {
    const { executablePath } = await findBrowser()
    const { bin, asked, env } = machine({ 'apt-get': '' })
    const place = join(bin, basename(executablePath))
    const install = `[ "$1" = install ] && /bin/ln -s ${executablePath} ${place}; exit 0`
    writeFileSync(join(bin, 'apt-get'), `${readFileSync(join(bin, 'apt-get'), 'utf8')}${install}\n`)

    const first = await run(env)
    expect(first.output).toMatch(
      /No browser .*\nThat did not work \(.+\)\.\nInstalling one with apt-get …\n/,
    )
    expect(first.code).toBe(0)
    expect(asked()).toBe('apt-get update\napt-get install --yes --no-install-recommends chromium\n')
    expect(await run(env)).toEqual({ code: 0, output: '' })
  },
  60_000,
)

test.runIf(canHide)(
  'says what to install where nothing can be',
  async () => {
    const { code, output } = await run(machine({}).env)
    expect(code).toBe(2)
    expect(output).toMatch(/\nInstall Chrome .* and run the command again\.\n$/)
    expect(output).not.toMatch(/^\s+at /m)
  },
  60_000,
)

/** Setup in this checkout. It must not install here: that would take the packages from under the tests that run. */
function run(env: NodeJS.ProcessEnv, ...args: string[]): ReturnType<typeof runIn> {
  return runIn(root, { ...env, npm_execpath: join(root, 'no-npm.js') }, ...args)
}

async function runIn(
  checkout: string,
  env: NodeJS.ProcessEnv,
  ...args: string[]
): Promise<{ code: number; output: string }> {
  const { PUPPETEER_EXECUTABLE_PATH: _, CHROME_PATH: __, ...inherited } = outsideEnvironment()
  const program = join(checkout, 'src', 'setup', 'setup.mjs')
  const child = spawn(process.execPath, [program, ...args], { env: { ...inherited, ...env } })
  const [output, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { code, output }
}
