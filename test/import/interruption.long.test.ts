import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { FormRecord } from '../../src/model/record.ts'
import { seededRandom } from '../extract/support/mutate.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'
import { secondTry } from '../support/second-try.ts'

const script = fileURLToPath(new URL('./import-folder.ts', import.meta.url))
const pack = process.env.PACK ?? (await samplePack())
const inbox = makeFolder()
const count = 40

beforeAll(async () => {
  const blank = new Uint8Array(readFileSync(join(pack, 'training-record.pdf')))
  for (let number = 0; number < count; number++) {
    const filled = await pdfjs.fill(blank, [
      { name: 'participant.name', kind: 'text', value: `Person ${number >> 1}` },
      { name: 'period.year', kind: 'text', value: `${2030 + number}` },
    ])
    writeFileSync(join(inbox, `${number}.pdf`), filled)
  }
})

test(
  'an import that is killed at any moment leaves nothing half, and a rerun completes it',
  secondTry,
  async () => {
    const whole = await importUndisturbed()
    const random = seededRandom(7)
    const records = makeFolder()
    for (let time = 0; time < 8; time++) {
      const child = importFolder(records)
      // On a fast machine the import is done before it is killed, and closes before anybody waits for it.
      const closed = once(child, 'close')
      await once(child.stdout!, 'data')
      await setTimeout(random() * 400)
      child.kill('SIGKILL')
      await closed
      for (const [name, content] of await recordsIn(records)) {
        const { source, form } = FormRecord.parse(JSON.parse(content))
        expect(name).toMatch(new RegExp(`^${form.id}/`))
        const original = await readFile(join(records, form.id, 'originals', `${source.sha256}.pdf`))
        expect(original.length).toBe(source.bytes)
      }
    }
    await toEnd(importFolder(records))
    expect(await shapeOf(records)).toEqual(whole)
    const left = (await readdir(records, { recursive: true })).filter((name) =>
      /\.tmp-|\.lock/.test(name),
    )
    expect(left).toEqual([])
  },
)

test('two imports at once into one folder keep everything once', async () => {
  const records = makeFolder()
  await Promise.all([importFolder(records), importFolder(records)].map(toEnd))
  expect(await shapeOf(records)).toEqual(await importUndisturbed())
  const reports = await readdir(join(records, 'imports'))
  expect(reports).toHaveLength(2)
})

test('an import that cannot write ends at once, with the files that wait unread', async () => {
  const records = makeFolder()
  writeFileSync(join(records, 'training-record'), 'a file where a folder should be')
  const child = importFolder(records, 'pipe')
  const said = text(child.stderr!)
  const [code] = await once(child, 'close')
  expect(code).toBe(1)
  expect(await said).toContain('check the path and who may write there')
  const [report = ''] = await readdir(join(records, 'imports'))
  expect(JSON.parse(await readFile(join(records, 'imports', report), 'utf8'))).toMatchObject({
    inputs: [],
    endedBy: expect.stringContaining('check the path and who may write there'),
  })
})

async function importUndisturbed() {
  const records = makeFolder()
  await toEnd(importFolder(records))
  return shapeOf(records)
}

function importFolder(records: string, errors: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  const config = join(pack, '..', 'org.config.json')
  return spawn(process.execPath, [script, inbox, config, records], {
    stdio: ['ignore', 'pipe', errors],
  })
}

async function toEnd(child: ChildProcess): Promise<void> {
  child.stdout?.resume()
  const [code] = await once(child, 'close')
  expect(code).toBe(0)
}

async function recordsIn(folder: string): Promise<[name: string, text: string][]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    /[/\\][0-9a-f]{32}\.json$/.test(name),
  )
  return Promise.all(
    names.sort().map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const),
  ).then((all) => all.map(([name, content]) => [name, content]))
}

/** What must be the same however often an import was begun: all but the times. */
async function shapeOf(folder: string) {
  const records = await recordsIn(folder)
  return records.map(([name, content]) => {
    const record = FormRecord.parse(JSON.parse(content))
    return { name, ...record, source: { ...record.source, importedAt: '' } }
  })
}
