import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { relationsBetween } from '../../src/forms/keep/index.ts'
import { FormRecord } from '../../src/model/record.ts'
import { secondTry } from '../support/second-try.ts'
import { filesIn, temporaryFolder } from './support.ts'

const script = fileURLToPath(new URL('./keep-many.ts', import.meta.url))

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
