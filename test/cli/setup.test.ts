import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { makeFolder } from '../support/project-copy.ts'

const setup = join(import.meta.dirname, '../../src/setup/setup.mjs')

test('does nothing where everything is here', async () => {
  expect(await run({})).toEqual({ code: 0, output: '' })
})

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

async function run(env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const { PUPPETEER_EXECUTABLE_PATH: _, CHROME_PATH: __, ...inherited } = process.env
  const child = spawn(process.execPath, [setup], { env: { ...inherited, ...env } })
  const [output, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  return { code, output }
}
