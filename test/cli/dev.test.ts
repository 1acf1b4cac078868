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

test(
  'shows the pages, then their PDFs, again on a change, and ends cleanly',
  secondTry,
  async () => {
    const { cwd, temporary, child, nextLine } = startDev()
    const [url = ''] = (await nextLine()).split(' ')
    expect(await nextLine()).toMatch(/^Built: \d+ pages new or changed$/)
    expect(await fetched(url)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
    // It is being printed.
    const pdf = await fetched(`${url}training-record.pdf`)
    expect(pdf).toMatchObject({ status: 200, type: 'application/pdf' })
    expect(pdf.body.slice(0, 5)).toBe('%PDF-')
    expect(await nextLine()).toBe('Printed: 1 PDF')

    const update = firstUpdate(await fetched(`${url}training-record.html`), url)
    mkdirSync(join(cwd, 'content'))
    const copy = join(cwd, 'content/training-record.md')
    copyFileSync(join(root, 'content/training-record.md'), copy)
    writeFileSync(copy, readFileSync(copy, 'utf8').replace(/^title: .*$/m, 'title: Our own record'))
    expect(await nextLine()).toMatch(/^Built: /)
    await update
    expect((await fetched(`${url}training-record.html`)).body).toContain('<title>Our own record –')
    expect(await nextLine()).toBe('Printed: 1 PDF')

    writeFileSync(join(cwd, 'org.config.json'), '{"organisation": {"name": "<b>"}, }')
    expect(await nextLine()).toBe('Not built: see above')
    const { body } = await fetched(url)
    expect(body).toContain('role="alert"')
    expect(body).toContain('org.config.json:1:')
    expect(body).toContain('Our own record')

    writeFileSync(join(cwd, 'org.config.json'), small)
    expect(await nextLine()).toBe('Built: 0 pages new or changed')
    expect((await fetched(url)).body).not.toContain('role="alert"')

    child.kill('SIGINT')
    expect(await once(child, 'exit')).toEqual([0, null])
    expect(readdirSync(cwd).sort()).toEqual(['content', 'org.config.json'])
    expect(readdirSync(temporary).filter((name) => !OF_OTHERS.test(name))).toEqual([])
  },
)

test('a site shows what it is given, waits for what is being made, and says what it does not have', async () => {
  await using site = await serve({ port: 0 })
  const { url } = site
  expect(await fetched(url)).toMatchObject({ status: 404 })
  expect((await fetched(url)).body).toContain('This page is not built yet.')

  const files = new Map([
    ['index.html', '<body>Start'],
    ['mentoring-policy.html', '<body>Policy'],
    ['assets/screen.css', 'p {}'],
    ['reviews.ics', 'BEGIN:VCALENDAR'],
    ['a.pdf', '0123456789'],
  ] as const)
    .entries()
    .map(([path, body]) => [path, new TextEncoder().encode(body)] as const)
  const arrival = Promise.withResolvers<Uint8Array | undefined>()
  const coming = new Map([['b.pdf', arrival.promise]])
  site.show({ files: new Map(files), coming })
  expect(await fetched(url)).toMatchObject({ status: 200, type: 'text/html; charset=utf-8' })
  expect(await fetched(`${url}reviews.ics`)).toMatchObject({ type: 'text/calendar; charset=utf-8' })

  const asked = fetched(`${url}b.pdf`)
  arrival.resolve(new TextEncoder().encode('%PDF'))
  expect(await asked).toMatchObject({ status: 200, type: 'application/pdf', body: '%PDF' })

  for (const path of ['..%2Forg.config.json', '../org.config.json', 'assets', '//index.html'])
    expect(await fetched(`${url}${path}`)).toMatchObject({ status: 404 })
  expect(await fetched(url, { host: 'elsewhere.example.org' })).toMatchObject({ status: 403 })
  const wrong = await fetched(`${url}mentoring-policy`, { accept: 'text/html' })
  expect(wrong.body).toContain('There is no page `mentoring-policy` in the pack.')
  expect(wrong.body).toContain('Did you mean <a href="/mentoring-policy.html">')
})

test.each([
  ['bytes=2-4', 206, 'bytes 2-4/10', '234'],
  ['bytes=7-', 206, 'bytes 7-9/10', '789'],
  ['bytes=-3', 206, 'bytes 7-9/10', '789'],
  ['bytes=8-99', 206, 'bytes 8-9/10', '89'],
  ['bytes=10-', 416, 'bytes */10', '416\n'],
  ['bytes=0-1,4-5', 200, undefined, '0123456789'],
  ['pages=1', 200, undefined, '0123456789'],
])('a site gives a part of a file by %s', async (range, status, contentRange, body) => {
  await using site = await serve({ port: 0 })
  site.show({ files: new Map([['a.pdf', new TextEncoder().encode('0123456789')]]) })
  const part = await fetched(`${site.url}a.pdf`, { range })
  expect(part).toMatchObject({ status, body })
  expect(part.headers['content-range']).toBe(contentRange)
  // Of a file that has changed since, a part would not fit to the others.
  const other = await fetched(`${site.url}a.pdf`, { range, 'if-range': '"another"' })
  expect(other).toMatchObject({ status: 200, body: '0123456789' })
})

test('only pages that look otherwise load again', async () => {
  await using site = await serve({ port: 0 })
  const encode = (body: string) => new TextEncoder().encode(`<body>${body}`)
  const files = new Map([
    ['a.html', encode('A')],
    ['b.html', encode('B')],
  ])
  site.show({ files })
  const updates: string[] = []
  for (const path of ['a.html', 'b.html'])
    void firstUpdate(await fetched(`${site.url}${path}`), site.url).then(() => updates.push(path))
  site.show({ files: new Map([...files, ['b.html', encode('Other')]]) })
  await expect.poll(() => updates).toEqual(['b.html'])
  site.show({ notice: ['A fault'] })
  await expect.poll(() => updates).toEqual(['b.html', 'a.html'])
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
  await using taken = await serve({ port: 0 })
  const port = Number(new URL(taken.url).port)
  await expect(serve({ port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken; name another`)
})

test('listens on both addresses of this machine, or says that one is taken', async () => {
  const other = createServer().listen(0, '::1')
  const isAbsent = await Promise.race([
    once(other, 'listening').then(() => false),
    once(other, 'error').then(() => true),
  ])
  if (isAbsent) return
  const { port } = other.address() as AddressInfo
  await expect(serve({ port })).rejects.toThrow(`Port ${port} of ::1 is taken; name another`)
  // The first address is given back.
  other.close()
  await once(other, 'close')
  await using site = await serve({ port })
  expect(site).toMatchObject({ url: `http://127.0.0.1:${port}/`, hasBoth: true })
  for (const host of ['127.0.0.1', '[::1]'])
    expect((await fetched(`http://${host}:${port}/`)).body).toContain('not built yet')
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
  const { statusCode: status, headers: answered } = response
  return { status, type: answered['content-type'], headers: answered, body }
}

/** Waits as the script of a page does until it is to load again. */
async function firstUpdate({ body }: { readonly body: string }, url: string): Promise<void> {
  const [, events = ''] = /EventSource\("([^"]*)"\)/.exec(body) ?? []
  const [response] = await once(get(new URL(events, url)), 'response')
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
