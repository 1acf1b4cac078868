import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { serve } from '../../src/pack/serve.ts'
import { makeFolder } from '../support/project-copy.ts'
import { secondTry } from '../support/second-try.ts'

const root = join(import.meta.dirname, '../..')

test('serves the pack, builds again on a change, and ends cleanly', secondTry, async () => {
  const { cwd, temporary, child, nextLine } = startDev()
  const [url = ''] = (await nextLine()).split(' ')
  expect((await fetched(url)).body).toContain('This page is not built yet.')
  expect(await nextLine()).toMatch(/^Built: \d+ files new or changed$/)

  expect(await fetched(url)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
  expect(await fetched(`${url}training-record.pdf`)).toMatchObject({ type: 'application/pdf' })
  expect(await fetched(`${url}..%2Forg.config.json`)).toMatchObject({ status: 404 })
  expect(await fetched(`${url}../org.config.json`)).toMatchObject({ status: 404 })
  expect(await fetched(`${url}assets`)).toMatchObject({ status: 404 })
  expect(await fetched(url, { host: 'elsewhere.example.org' })).toMatchObject({ status: 403 })

  const update = firstUpdate(`${url}.events`)
  mkdirSync(join(cwd, 'content'))
  const copy = join(cwd, 'content/training-record.md')
  copyFileSync(join(root, 'content/training-record.md'), copy)
  writeFileSync(copy, readFileSync(copy, 'utf8').replace(/^title: .*$/m, 'title: Our own record'))
  expect(await nextLine()).toMatch(/^Built: /)
  await update
  expect((await fetched(`${url}training-record.html`)).body).toContain('<title>Our own record –')

  writeFileSync(join(cwd, 'org.config.json'), '{"organisation": {"name": "<b>"}, }')
  expect(await nextLine()).toBe('Not built: see above')
  const { body } = await fetched(url)
  expect(body).toContain('role="alert"')
  expect(body).toContain('org.config.json:1:')

  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(readdirSync(cwd).sort()).toEqual(['content', 'org.config.json'])
  expect(readdirSync(temporary).filter((name) => !OF_OTHERS.test(name))).toEqual([])
})

test.each(['SIGINT', 'SIGTERM'] as const)(
  'ends cleanly by %s while it prints',
  secondTry,
  async (signal) => {
    const { temporary, child, nextLine } = startDev()
    await nextLine()
    // The browser locks its profile there as soon as it starts.
    while (!namesIn(temporary).some((name) => name.endsWith('SingletonLock'))) await wait(20)
    child.kill(signal)
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(readdirSync(temporary).filter((name) => !OF_OTHERS.test(name))).toEqual([])
  },
)

test('builds again when a logo in a folder below changes', secondTry, async () => {
  const { cwd, child, nextLine } = startDev({ 'org.config.json': faulty('brand/logo.svg') })
  await nextLine()
  expect(await nextLine()).toBe('Not built: see above')
  mkdirSync(join(cwd, 'brand'))
  writeFileSync(join(cwd, 'brand/logo.svg'), 'no picture')
  expect(await nextLine()).toBe('Not built: see above')
  child.kill('SIGINT')
  expect(await once(child, 'exit')).toEqual([0, null])
})

test('says why a port cannot be used', async () => {
  await using taken = await serve(makeFolder(), { port: 0 })
  const port = Number(new URL(taken.url).port)
  await expect(serve(makeFolder(), { port })).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken; name another`,
  )
})

test('listens on both addresses of this machine, or says that one is taken', async () => {
  const other = createServer().listen(0, '::1')
  const isAbsent = await Promise.race([
    once(other, 'listening').then(() => false),
    once(other, 'error').then(() => true),
  ])
  if (isAbsent) return
  const { port } = other.address() as AddressInfo
  await expect(serve(makeFolder(), { port })).rejects.toThrow(
    `Port ${port} of ::1 is taken; name another`,
  )
  // The first address is given back.
  other.close()
  await once(other, 'close')
  await using site = await serve(makeFolder({ 'index.html': 'page' }), { port })
  expect(site).toMatchObject({ url: `http://127.0.0.1:${port}/`, hasBoth: true })
  for (const host of ['127.0.0.1', '[::1]'])
    expect((await fetched(`http://${host}:${port}/`)).body).toContain('page')
  for (const host of ['elsewhere.example.org', '127.0.0.1.evil.example', '0.0.0.0', `[::]:${port}`])
    expect(await fetched(site.url, { host })).toMatchObject({ status: 403 })
})

/** The sample organisation with one document, so that a build is soon done. */
const { organisation, answers } = JSON.parse(readFileSync(join(root, 'org.config.json'), 'utf8'))
const leftOut = readdirSync(join(root, 'content'))
  .filter((name) => name.endsWith('.md') && name !== 'training-record.md')
  .map((name) => [basename(name, '.md'), { include: false }])
const documents = Object.fromEntries(leftOut)
const small = JSON.stringify({ organisation, answers, documents })

function faulty(logo: string): string {
  return `\ufeff${JSON.stringify({ organisation: { name: 'Fernhill', logo } })}`
}

function startDev(files: Readonly<Record<string, string>> = { 'org.config.json': small }) {
  const cwd = makeFolder(files)
  const temporary = makeFolder()
  const child = spawn(process.execPath, [join(root, 'src/bin.ts'), 'dev', '--port', '0'], {
    cwd,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  return { cwd, temporary, child, nextLine: async () => String((await lines.next()).value) }
}

/** Not `fetch`, which would clean the path and choose the host by itself. */
async function fetched(url: string, headers: Readonly<Record<string, string>> = {}) {
  const { port, host } = new URL(url)
  const path = url.slice(`http://${host}`.length)
  const request = get({ host: '127.0.0.1', port, path, headers: { host, ...headers } })
  const [response] = await once(request, 'response')
  const body = await text(response)
  return { status: response.statusCode, type: response.headers['content-type'], body }
}

async function firstUpdate(url: string): Promise<void> {
  const [response] = await once(get(url.replace('localhost', '127.0.0.1')), 'response')
  for await (const chunk of response) if (String(chunk).includes('data: update')) return
}

/** What Node and Chromium leave in a temporary folder themselves. */
const OF_OTHERS = /^(?:node-compile-cache|org\.chromium)/

/** The files in a folder and below, some of which may be gone at once. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true }).map(String)
  } catch {
    return []
  }
}
