import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { findBrowser } from '../../src/browser/index.ts'
import { print } from '../../src/pack/print/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'

const bin = join(import.meta.dirname, '../../src/bin.ts')
const sample = readFileSync(join(import.meta.dirname, '../../org.config.json'))
/** A folder with the sample organisation, whose documents come along; one of them is enough. */
const project = () => makeFolder({ 'org.config.json': sample })
const one = ['--only', 'mentoring-policy'] as const

describe('a project folder with configuration that is code', () => {
  const ran = join(makeFolder(), 'ran')
  const code = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '')\nmodule.exports = {}\n`
  const traps: readonly [string, string][] = [
    ['.puppeteerrc.cjs', code],
    ['.puppeteerrc.js', code],
    ['puppeteer.config.cjs', code],
    ['puppeteer.config.js', code],
    ['.config/puppeteerrc.cjs', code],
    ['package.json', '{"puppeteer": {"executablePath": "./browser"}}'],
    ['.npmrc', 'node-options=--require=./.puppeteerrc.cjs'],
    ['node_modules/puppeteer-core/index.js', code],
  ]

  test.each(['build', 'check', 'doctor'])('runs none of it in `%s`', async (command) => {
    const folder = project()
    const inner = makeFolder()
    for (const [path, text] of traps)
      for (const place of [folder, inner]) {
        mkdirSync(dirname(join(place, path)), { recursive: true })
        writeFileSync(join(place, path), text)
      }
    const only = command === 'build' ? one : []
    const { stderr } = await runCli(
      [command, ...only, '--config', join(folder, 'org.config.json')],
      {
        cwd: inner,
        env: { PUPPETEER_EXECUTABLE_PATH: '', CHROME_PATH: '' },
      },
    )
    expect(stderr).not.toMatch(/fault of policypack/)
    expect(existsSync(ran)).toBe(false)
  })
})

describe('a page from a template of one’s own', () => {
  const hostile = {
    refresh: '<meta http-equiv="refresh" content="0;url=http://evil.example/">',
    'refresh of itself': '<meta http-equiv="refresh" content="0">',
    'refresh to another document': '<meta http-equiv="refresh" content="0;url=other.html">',
  }

  test.each(Object.entries(hostile))('with a %s ends in a sentence', async (_, head) => {
    const jobs = [
      { id: 'page', html: `<!doctype html><title>Page</title>${head}<p>Text` },
      { id: 'other', html: '<!doctype html><title>Other</title><p>Other' },
    ]
    await expect(print(jobs, [], await findBrowser())).rejects.toMatchObject({
      name: 'OperatorError',
      message:
        'The page `page` leads to another address while it is printed; take the refresh out of your template',
    })
  })

  test('with frames, forms and other files is printed without them', async () => {
    const html = `<!doctype html><title>Page</title><iframe src="file:///etc/hostname"></iframe>
      <object data="http://evil.example/a.pdf"></object><form action="http://evil.example/"></form>
      <p>Text`
    const printed = await print([{ id: 'page', html }], [], await findBrowser())
    expect(printed.get('page')?.length).toBeGreaterThan(1000)
  })
})

describe.skipIf(process.platform !== 'linux')('the browser that prints', () => {
  test('listens on no port, and ends with a build that is killed', { retry: 2 }, async () => {
    const child = spawn(process.execPath, [bin, 'build', ...one], {
      cwd: project(),
      stdio: 'ignore',
    })
    const ended = once(child, 'close')
    const browsers = await until(() => descendants(child.pid ?? 0).filter(isBrowser))
    expect(browsers.length).toBeGreaterThan(0)
    expect(browsers.flatMap(portsOf)).toEqual([])
    child.kill('SIGKILL')
    await ended
    await until(() => (browsers.some(isBrowser) ? [] : [0]))
    expect(browsers.filter(isBrowser)).toEqual([])
  })

  test('leaves nothing of a build that was killed after the next one', { retry: 2 }, async () => {
    const folder = project()
    const temporary = makeFolder()
    const env = { ...process.env, TMPDIR: temporary }
    const child = spawn(process.execPath, [bin, 'build', ...one], {
      cwd: folder,
      env,
      stdio: 'ignore',
    })
    const ended = once(child, 'close')
    const left = () => readdirSync(temporary).filter((name) => name !== 'node-compile-cache')
    // The browser is asked for its version before it prints.
    const browsers = await until(() =>
      left().length > 0 ? descendants(child.pid ?? 0).filter(isBrowser) : [],
    )
    child.kill('SIGKILL')
    await ended
    await until(() => (browsers.some(isBrowser) ? [] : [0]))
    expect(left()).not.toEqual([])
    expect(spawnSync(process.execPath, [bin, 'build', ...one], { cwd: folder, env }).status).toBe(0)
    expect(left()).toEqual([])
  })

  const alone = ['unshare', '--net', '--map-root-user'] as const
  const canShutIn =
    spawnSync(alone[0], [...alone.slice(1), 'sh', '-c', 'ip link add o type veth peer name p'])
      .status === 0

  test.skipIf(!canShutIn)('sends nothing, not even a look-up of a name', async () => {
    const folder = project()
    const templates = join(import.meta.dirname, '../../templates')
    const block = readFileSync(join(templates, 'title-block.hbs'), 'utf8')
    const calls = [
      '<link rel="preconnect" href="https://198.51.100.7/">',
      '<link rel="dns-prefetch" href="//look-up.example">',
      '<iframe src="http://198.51.100.8/"></iframe>',
      '<img src="http://picture.example/" alt="">',
    ]
    mkdirSync(join(folder, 'templates'))
    writeFileSync(join(folder, 'templates/title-block.hbs'), block + calls.join(''))
    const script = `
      ip link set lo up; ip link add o type veth peer name p
      sysctl -qw net.ipv6.conf.all.disable_ipv6=1 2>/dev/null
      ip address add 192.0.2.1/24 dev o; ip link set p up; ip link set o up
      ip route add default dev o
      before=$(grep -E ' (o|lo):' /proc/net/dev | awk '{ sum += $11 } END { print sum }')
      "$@" >&2 || exit 9
      grep -E ' (o|lo):' /proc/net/dev | awk -v before="$before" '{ sum += $11 } END { print sum - before }'`
    const [command, ...args] = alone
    const { stdout, status, stderr } = spawnSync(
      command,
      [...args, 'sh', '-c', script, 'sh', process.execPath, bin, 'build', ...one],
      { cwd: folder, encoding: 'utf8' },
    )
    expect(stderr).toMatch(/Open .*index\.html/)
    expect({ status, packets: stdout.trim() }).toEqual({ status: 0, packets: '0' })
  })
})

async function until<Item>(look: () => Item[]): Promise<Item[]> {
  for (let turn = 0; turn < 1500; turn += 1) {
    const found = look()
    if (found.length > 0) return found
    await wait(10)
  }
  return []
}

function descendants(pid: number): number[] {
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => parentOf(one) === pid)
  return [...children, ...children.flatMap(descendants)]
}

function parentOf(pid: number): number | undefined {
  const status = readMaybe(`/proc/${pid}/status`)
  return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1])
}

function isBrowser(pid: number): boolean {
  return /chrom|edge/i.test(readMaybe(`/proc/${pid}/cmdline`).split('\0')[0] ?? '')
}

/** Local ports on which a process listens. */
function portsOf(pid: number): string[] {
  const sockets = readdirSync(`/proc/${pid}/fd`).flatMap((fd) => {
    try {
      return /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1] ?? []
    } catch {
      return []
    }
  })
  const LISTENS = '0A'
  return ['tcp', 'tcp6'].flatMap((table) =>
    readMaybe(`/proc/${pid}/net/${table}`)
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter((columns) => columns[3] === LISTENS && sockets.includes(columns[9] ?? ''))
      .map((columns) => columns[1] ?? ''),
  )
}

function readMaybe(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
