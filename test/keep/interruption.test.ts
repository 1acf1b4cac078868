import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { relationsBetween } from '../../src/forms/record/index.ts'
import { FormRecord } from '../../src/model/record.ts'
import { seededRandom } from '../extract/support/mutate.ts'
import { secondTry } from '../support/second-try.ts'
import { draftOf, filesIn, form, sha256, temporaryFolder } from './support.ts'

const script = fileURLToPath(new URL('./keep-many.ts', import.meta.url))
const anonymousScript = fileURLToPath(new URL('./keep-anonymous.ts', import.meta.url))

function keepMany(dir: string, first: number, last: number): ChildProcess {
  return spawn(process.execPath, [script, dir, String(first), String(last)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function toEnd(process: ChildProcess): Promise<void> {
  const [code] = await once(process, 'close')
  expect(code).toBe(0)
}

test('an import that is ended at any moment leaves whole records only, and a rerun completes it', {
  timeout: 60_000,
  ...secondTry,
}, async () => {
  const whole = temporaryFolder()
  await toEnd(keepMany(whole, 0, 60))
  const expected = await filesIn(whole)

  const dir = temporaryFolder()
  for (const delay of [0, 3, 7, 12, 20, 31, 45]) {
    const process = keepMany(dir, 0, 60)
    const closed = once(process, 'close')
    await once(process.stdout ?? process, 'data')
    await setTimeout(delay)
    process.kill('SIGKILL')
    await closed
    for (const [name, text] of Object.entries(await filesIn(dir)))
      if (/\/[0-9a-f]{32}\.json$/.test(name)) {
        const record = FormRecord.parse(JSON.parse(text))
        expect(await filesIn(dir)).toHaveProperty([
          `${record.form.id}/originals/${record.source.sha256}.pdf`,
        ])
      }
  }
  await toEnd(keepMany(dir, 0, 60))
  expect(await filesIn(dir)).toEqual(expected)
})

test('imports at the same time into one folder lose nothing and keep each record once', {
  timeout: 60_000,
}, async () => {
  const dir = temporaryFolder()
  await Promise.all([keepMany(dir, 0, 40), keepMany(dir, 0, 40), keepMany(dir, 20, 60)].map(toEnd))
  const files = await filesIn(dir)
  const records = Object.entries(files)
    .filter(([name]) => /\/[0-9a-f]{32}\.json$/.test(name))
    .map(([, text]) => FormRecord.parse(JSON.parse(text)))
  expect(records).toHaveLength(60)
  const superseded = [...relationsBetween(records).values()].flatMap(
    ({ supersedes }) => supersedes ?? [],
  )
  expect(new Set(superseded).size).toBe(30)
  expect(superseded).toHaveLength(30)
  expect(files['register.csv']?.trim().split('\r\n')).toHaveLength(61)
  expect(Object.keys(files).filter((name) => /\.tmp-|\.lock/.test(name))).toEqual([])
})

test('anonymous forms of an import that is ended at any moment count once, and nothing leads to a file', {
  timeout: 120_000,
  ...secondTry,
}, async () => {
  const [forms, files] = [5, 40]
  const home = temporaryFolder()
  const random = seededRandom(11)
  const moments = Array.from({ length: 12 }, () => random() * 60)
  for (const moment of moments) {
    const process = keepAnonymous(home, forms, files)
    const closed = once(process, 'close')
    await once(process.stdout!, 'data')
    await setTimeout(moment)
    process.kill('SIGKILL')
    await closed
    const left = await filesIn(home)
    expect(linksIn(left, files)).toEqual([])
    // Each month is there as a whole or not at all.
    for (const [path, text] of Object.entries(left))
      if (path.endsWith('/2026-11.json')) {
        const month = JSON.parse(text)
        expect([month.answers.length, month.seen.length]).toEqual([files, files])
      }
  }
  const last = keepAnonymous(home, forms, files)
  const told = text(last.stdout!)
  await toEnd(last)
  const counts = AnonymousCounts.parse(JSON.parse((await told).split('\n')[1] ?? ''))
  for (const { counted, repeated } of counts) expect(counted + repeated).toBe(files)

  const kept = await filesIn(home)
  const months = Array.from({ length: forms }, (_, one) => `records/${form.id}-${one}/2026-11.json`)
  expect(Object.keys(kept).sort()).toEqual(['key', ...months, 'records/register.csv'])
  for (const month of months) expect(JSON.parse(kept[month]!).answers).toHaveLength(files)
  expect(linksIn(kept, files)).toEqual([])
})

function keepAnonymous(home: string, forms: number, files: number): ChildProcess {
  return spawn(process.execPath, [anonymousScript, home, String(forms), String(files)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

const AnonymousCounts = z.array(z.object({ counted: z.number(), repeated: z.number() }))

/** What on the disk names a completed form by its bytes, or the record that it would have been; and where. */
function linksIn(found: Readonly<Record<string, string>>, files: number): string[] {
  const names = Array.from({ length: files }, (_, file) => [
    sha256(`file ${file}`),
    draftOf('Person', `Aim ${file}`).id,
  ]).flat()
  return Object.entries(found).flatMap(([path, content]) =>
    names.some((name) => path.includes(name) || content.includes(name)) ? path : [],
  )
}
