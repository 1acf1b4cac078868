import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pMap from 'p-map'
import { beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { relationsBetween } from '../../src/forms/record/index.ts'
import { FormRecord } from '../../src/model/record.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const bin = fileURLToPath(new URL('../../src/bin.ts', import.meta.url))
const hook = fileURLToPath(new URL('../keep/end-at-change.ts', import.meta.url))
const pack = await samplePack()
const inbox = makeFolder()
const NAMED = 12
const ANONYMOUS = 4
/** How often an import is ended, each time at another of its changes of the disk. */
const MOMENTS = 24

beforeAll(async () => {
  const blankOf = (form: string) => new Uint8Array(readFileSync(join(pack, `${form}.pdf`)))
  const put = async (form: string, number: number, answers: Readonly<Record<string, string>>) => {
    const entries = Object.entries(answers).map(
      ([name, value]) => ({ name, kind: 'text', value }) as const,
    )
    const bytes = await pdfjs.fill(blankOf(form), entries)
    writeFileSync(join(inbox, `${form}-${number}.pdf`), bytes)
  }
  for (let number = 0; number < NAMED; number++)
    await put('training-record', number, {
      'participant.name': `Person ${number >> 2}`,
      // Two and two are of the same case.
      'period.year': `${2030 + (number >> 2)}`,
      'recorder.name': `Version ${number}`,
    })
  for (let number = 0; number < ANONYMOUS; number++)
    await put('equality-monitoring', number, { 'period.year': `${2030 + number}` })
})

test('an import that is killed at any of its changes of the disk leaves nothing half, and a second one keeps the rest and tells what was kept', {
  timeout: 600_000,
}, async () => {
  const home = makeHome()
  const undisturbed = await toEnd(importFolder(home))
  expect(undisturbed.changes).toBeGreaterThan(100)
  const whole = await stateOf(home)
  expect(whole.records).toHaveLength(NAMED)
  expect(whole.months).toEqual([[ANONYMOUS, ANONYMOUS]])

  const moments = Array.from(
    { length: MOMENTS },
    (_, one) => 1 + Math.floor((one * undisturbed.changes) / MOMENTS),
  )
  await pMap(
    moments,
    async (moment) => {
      const home = makeHome()
      const child = importFolder(home, { endAt: moment })
      child.stdout!.resume()
      const [, signal] = await once(child, 'close')
      expect(signal).toBe('SIGKILL')
      const before = await stateOf(home)

      const second = await toEnd(importFolder(home))
      expect(await stateOf(home)).toEqual(whole)
      const duplicates = second.results.filter(({ status }) => status === 'duplicate')
      expect(duplicates.map(({ record }) => record.id).sort()).toEqual(
        before.records.map(({ id }) => id),
      )
      expect(second.results.map(({ file }) => file)).toEqual(
        undisturbed.results.map(({ file }) => file),
      )
      expect(second.anonymous.counted + second.anonymous.repeated).toBe(ANONYMOUS)
      expect(before.months).toEqual(second.anonymous.repeated === 0 ? [] : whole.months)
    },
    { concurrency: 2 },
  )
})

test('two imports at once into one folder keep everything once', async () => {
  const [home, alone] = [makeHome(), makeHome()]
  await Promise.all([importFolder(home), importFolder(home), importFolder(alone)].map(toEnd))
  expect(await stateOf(home)).toEqual(await stateOf(alone))
  expect(await readdir(join(home, 'records/imports'))).toHaveLength(2)
})

test('an import that cannot write ends at once, with the files that wait unread', async () => {
  const home = makeHome({ 'records/training-record': 'a file where a folder should be' })
  const child = importFolder(home)
  child.stdout!.resume()
  const said = text(child.stderr!)
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(await said).toContain('check the path and who may write there')
  const [report = ''] = await readdir(join(home, 'records/imports'))
  expect(JSON.parse(await readFile(join(home, 'records/imports', report), 'utf8'))).toMatchObject({
    inputs: [],
    endedBy: expect.stringContaining('check the path and who may write there'),
  })
})

/** The folder of an organisation that has imported nothing. */
function makeHome(files: Readonly<Record<string, string>> = {}): string {
  const config = readFileSync(join(pack, '../org.config.json'))
  return makeFolder({ 'org.config.json': config, ...files })
}

function importFolder(home: string, { endAt }: { readonly endAt?: number } = {}): ChildProcess {
  const args = ['import', inbox, '--forms', join(pack, 'forms'), '--json']
  return spawn(process.execPath, ['--import', hook, bin, ...args], {
    cwd: home,
    env: { ...process.env, ...(endAt !== undefined && { END_AT: String(endAt) }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const Result = z.object({ file: z.string(), status: z.string(), record: FormRecord })
const Anonymous = z.object({
  anonymous: z.tuple([z.object({ counted: z.number(), repeated: z.number() })]),
})

/** What an import told, and how often it changed the disk. */
async function toEnd(child: ChildProcess) {
  const [said, [code]] = await Promise.all([text(child.stdout!), once(child, 'close')])
  // Forms that lack answers are told the first time.
  expect(code).toBeLessThan(2)
  const lines = said.trim().split('\n')
  return {
    changes: Number(lines.at(-1)),
    results: lines.slice(0, -2).map((line) => Result.parse(JSON.parse(line))),
    anonymous: Anonymous.parse(JSON.parse(lines.at(-2) ?? '')).anonymous[0],
  }
}

/** What lies in a folder of records, all of which must be whole; without what differs by the time or the key of a run. */
async function stateOf(home: string) {
  const folder = join(home, 'records')
  const names = (await readdir(folder, { recursive: true }).catch(() => [])).sort()
  const read = (name: string) => readFile(join(folder, name))
  const json = async (name: string) => JSON.parse((await read(name)).toString())
  for (const name of names) {
    const [sha256] = basename(name).split('.')
    if (/[/\\]originals[/\\]\w/.test(name))
      expect(
        createHash('sha256')
          .update(await read(name))
          .digest('hex'),
      ).toBe(sha256)
  }
  const records: FormRecord[] = []
  for (const name of names.filter((name) => /[/\\][0-9a-f]{32}\.json$/.test(name))) {
    const record = FormRecord.parse(await json(name))
    expect(names).toContain(join(record.form.id, 'originals', `${record.source.sha256}.pdf`))
    records.push(record)
  }
  const months = names.filter((name) => /[/\\]\d{4}-\d\d\.json$/.test(name))
  const relations = relationsBetween(records)
  return {
    names: names.filter((name) => !name.startsWith('imports')),
    records: records.map((record) => ({
      ...{ ...record, source: { ...record.source, importedAt: '' } },
      relation: relations.get(record.id),
    })),
    months: await Promise.all(
      months
        .map(json)
        .map(async (month) => [(await month).answers.length, (await month).seen.length]),
    ),
  }
}
