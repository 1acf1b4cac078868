import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import pMap from 'p-map'
import { expect, test } from 'vitest'
import {
  erasedFiles,
  eraseRecords,
  finishRecords,
  keepArchive,
  linkRecords,
  openStore,
  readBook,
  resumeErasures,
  saveExport,
  startRunReport,
} from '../../src/forms/keep/index.ts'
import { acceptPairs, openProgramme, proposePairs } from '../../src/index.ts'
import type { AskedForm } from '../../src/model/form.ts'
import { draftOf, filesIn, keep, originalOf, sha256, temporaryFolder } from './support.ts'

const form: Pick<AskedForm, 'id' | 'recordKey'> & Partial<AskedForm> = {
  id: 'mentoring-contract',
  recordKey: ['mentee.name', 'aims'],
}
const now = new Date('2026-11-22T09:30:00Z')

/** Records of two people in all the states that there are, an export of both, one of the other, and reports of the imports. */
async function peopled(): Promise<string> {
  const dir = join(temporaryFolder(), 'records')
  const report = await startRunReport(openStore(dir), now)
  const add = async (person: string, aims: string, file: string, more: object = {}) => {
    const result = await keep(draftOf(person, aims), originalOf(file, `${person} ${file}`), {
      ...{ dir, now, form, method: 'fields' as const },
      ...more,
    })
    await report.add(result)
    return result.record!
  }
  const first = await add('Ada', 'First', '1.pdf')
  const second = await add('Ada', 'Second', '2.pdf')
  await add('Ada', 'Second', '2-again.pdf')
  await add('Ada', 'Third', '3.answers.json', { method: 'page' })
  await add('Ada', 'Fourth', '4.pdf', { isUntrusted: true })
  const other = await add('Ben', 'First', '5.pdf')
  await report.finish({ counts: {} as never })
  await linkRecords(dir, second.id, first.id)
  await keepArchive(dir, first, new Uint8Array([1]))
  await saveExport(join(dir, '../both.csv'), new Uint8Array([2]), {
    ...{ dir, records: [first.id, other.id] },
  })
  await saveExport(join(dir, '../ben.csv'), new Uint8Array([3]), { dir, records: [other.id] })
  await finishRecords(openStore(dir))
  return dir
}

/** Everything in a folder that could lead to Ada: her name, her records, her files and their hashes. */
async function tracesIn(home: string, ids: readonly string[]): Promise<string[]> {
  const files = ['1.pdf', '2.pdf', '2-again.pdf', '3.answers.json', '4.pdf']
  const marks = ['Ada', ...ids, ...files.map((file) => sha256(`Ada ${file}`))]
  return Object.entries(await filesIn(home)).flatMap(([path, content]) =>
    marks.some((mark) => path.includes(mark) || content.includes(mark)) ? [path] : [],
  )
}

async function idsOf(dir: string, name: string): Promise<string[]> {
  const { entries } = await readBook(dir)
  return entries
    .filter(({ people }) => people.some((person) => person.name === name))
    .map(({ record }) => record.id)
}

/** What a programme knows of them, beside the records: pages, prompts, accepted pairs with their letters, decisions and forms. */
async function withProgramme(dir: string): Promise<void> {
  const home = join(dir, '..')
  const put = (path: string, text: string): void => {
    mkdirSync(dirname(join(home, path)), { recursive: true })
    writeFileSync(join(home, path), text)
  }
  put('people.csv', 'id,name\n1,Ada\n2,Ben\n3,Cy\n4,Di\n')
  const programme = await openProgramme({ config: join(home, 'org.config.json'), entries: [] })
  for (const from of ['2026-06-01', '2026-12-01'])
    await acceptPairs(programme, proposePairs(programme, { kind: 'peer', from }))
  put('programme/index.html', 'Ada is late')
  put('programme/management.html', 'Nobody is named')
  put('programme/prompts/meeting-ada.eml', 'Ada')
  put(
    'programme/people-decided.json',
    '{"format":1,"people":{"ada lovelase":"1","bem":"2","ada · 7":null}}',
  )
  put('programme/prefilled/training-record/training-record-ada.pdf', 'Ada')
  put('programme/prefilled/training-record/training-record-ben.pdf', 'Ben')
  const link = (name: string) =>
    `2,programme/prefilled/training-record/training-record-${name.toLowerCase()}.pdf,training-record.html#participant.name=${name}\r\n`
  put(
    'programme/prefilled/training-record/links.csv',
    `\ufeffRow,File,Link\r\n${link('Ada')}${link('Ben')}`,
  )
}

/** What leads to Ada in records and programme; mails hold their texts in base64. */
async function tracesAt(home: string, ids: readonly string[]): Promise<string[]> {
  const mails = Object.entries(await filesIn(join(home, 'programme'))).flatMap(([path, content]) =>
    Buffer.from(content.split('\r\n\r\n')[1] ?? '', 'base64').includes('Ada') ? [path] : [],
  )
  const inPairs = await openProgramme({ config: join(home, 'org.config.json'), entries: [] })
  return [
    ...(await tracesIn(join(home, 'records'), ids)),
    ...(await tracesIn(join(home, 'programme'), ids)),
    ...mails,
    ...(JSON.stringify(inPairs.rotations).includes('"1"') ? ['pairs.json'] : []),
  ]
}

function erase(home: string, endAt?: number) {
  const hook = fileURLToPath(new URL('./end-at-change.ts', import.meta.url))
  const script = fileURLToPath(new URL('./erase-records.ts', import.meta.url))
  return spawn(process.execPath, ['--import', hook, script, home, 'Ada'], {
    env: { ...process.env, ...(endAt !== undefined && { END_AT: String(endAt) }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

test('an erasure that is ended at any of its changes of the disk is ended later, and leaves no trace', {
  timeout: 120_000,
}, async () => {
  const dir = await peopled()
  await withProgramme(dir)
  const ids = await idsOf(dir, 'Ada')
  expect(ids).toHaveLength(4)
  const before = temporaryFolder()
  cpSync(join(dir, '..'), before, { recursive: true })

  const whole = erase(join(dir, '..'))
  const [told] = await Promise.all([text(whole.stdout!), once(whole, 'close')])
  const changes = Number(told)
  expect(changes).toBeGreaterThan(40)
  expect(await tracesAt(join(dir, '..'), ids)).toEqual([])
  const expected = Object.keys(await filesIn(join(dir, '..')))

  // The export outside is gone by now, which makes one change less.
  const moments = Array.from({ length: 50 }, (_, one) => 1 + Math.floor((one * (changes - 1)) / 50))
  await pMap(
    moments,
    async (moment) => {
      const home = temporaryFolder()
      cpSync(before, home, { recursive: true })
      const records = join(home, 'records')
      const process = erase(home, moment)
      const [, signal] = await once(process, 'close')
      expect(signal).toBe('SIGKILL')
      await resumeErasures(openStore(records))
      // Before the plan is on the disk nothing has happened to the records, and who erased does it again.
      if ((await idsOf(records, 'Ada')).length === ids.length) {
        expect(await tracesIn(records, ids)).toEqual(await tracesIn(join(before, 'records'), ids))
        await once(erase(home), 'close')
      }
      expect(await tracesAt(home, ids)).toEqual([])
      const left = Object.keys(await filesIn(home)).filter(isKept)
      expect(left.map(anonymous)).toEqual(expected.filter(isKept).map(anonymous))
      expect(await idsOf(records, 'Ben')).toHaveLength(1)
    },
    { concurrency: 4 },
  )
})

function isKept(path: string): boolean {
  return /^(?:records|programme)\//.test(path)
}

/** The name of a tombstone has a random part. */
function anonymous(path: string): string {
  return path.replace(/2026-11-29-[0-9a-f]{16}/, '2026-11-29-…')
}

test('what was erased is counted, its exports are deleted, and those that were changed are told', async () => {
  const dir = await peopled()
  const home = join(dir, '..')
  await saveExport(join(home, 'changed.csv'), new Uint8Array([4]), {
    ...{ dir, records: await idsOf(dir, 'Ada') },
  })
  writeFileSync(join(home, 'changed.csv'), 'with a column of mine')
  const { entries } = await readBook(dir)
  const records = entries.map(({ record }) => record).filter(({ values }) => isAda(values))
  const summary = await eraseRecords(dir, { records, on: '2026-11-29', why: 'request' })
  expect(summary).toEqual({
    exports: [join(home, 'both.csv')],
    left: [join(home, 'changed.csv')],
  })
  expect(readdirSync(home).sort()).toEqual(['ben.csv', 'changed.csv', 'records'])
  const [tombstone] = Object.entries(await filesIn(join(dir, 'erasures'))).filter(([path]) =>
    path.endsWith('.json'),
  )
  expect(JSON.parse(tombstone![1])).toMatchObject({
    ...{ on: '2026-11-29', why: 'request', erased: { 'mentoring-contract': 4 } },
    files: expect.objectContaining({ length: 5 }),
  })
  expect((await filesIn(dir))['register.csv']?.trim().split('\r\n')).toHaveLength(2)
})

test('a file of an erased record is known when it comes again, and no other is', async () => {
  const dir = await peopled()
  const { entries } = await readBook(dir)
  const records = entries.map(({ record }) => record).filter(({ values }) => isAda(values))
  await eraseRecords(dir, { records, on: '2026-11-29', why: 'retention' })
  const erasedOn = await erasedFiles(openStore(dir))
  expect(erasedOn(sha256('Ada 2-again.pdf'))).toBe('2026-11-29')
  expect(erasedOn(sha256('Ben 5.pdf'))).toBeUndefined()
})

test('the anonymous forms of a month are erased with what they were known by', async () => {
  const dir = temporaryFolder()
  mkdirSync(join(dir, 'survey'))
  for (const month of ['2023-10', '2023-11'])
    writeFileSync(join(dir, 'survey', `${month}.json`), '{"format":1,"answers":[],"seen":[]}')
  await eraseRecords(dir, {
    ...{ records: [], months: [{ form: 'survey', month: '2023-10' }] },
    ...{ on: '2026-11-29', why: 'retention' as const },
  })
  expect(readdirSync(join(dir, 'survey'))).toEqual(['2023-11.json'])
})

function isAda(values: object): boolean {
  return JSON.stringify(values).includes('Ada')
}
