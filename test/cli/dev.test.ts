import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { get } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'

const root = join(import.meta.dirname, '../..')

test('serves the pack, builds again on a change, and ends cleanly', async () => {
  const cwd = makeFolder()
  const temporary = makeFolder()
  const config = readFileSync(join(root, 'org.config.json'), 'utf8')
  writeFileSync(join(cwd, 'org.config.json'), config)
  const child = spawn(process.execPath, [join(root, 'src/bin.ts'), 'dev', '--port', '0'], {
    cwd,
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const nextLine = async () => String((await lines.next()).value)
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
  expect(readdirSync(temporary).filter((name) => name.startsWith('policypack'))).toEqual([])
})

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
