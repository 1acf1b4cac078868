import { execFileSync } from 'node:child_process'
import { rmSync, statSync } from 'node:fs'
import { appendFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finishRecords, openStore, readRecords, shelvesIn } from '../../src/forms/keep/index.ts'
import { Keeper } from '../../src/forms/record/index.ts'
import type { DraftRecord, ImportResult } from '../../src/model/record.ts'
import { draftOf, filesIn, form, keep, originalOf, sha256, temporaryFolder } from './support.ts'

const now = new Date('2026-11-22T09:30:00Z')
const options = { form, method: 'fields', now } as const

const inForm = (dir: string, ...path: string[]): string => join(dir, form.id, ...path)
const rulesOf = ({ messages }: ImportResult): string[] => messages.map(({ rule }) => rule)

test('a record and its original are kept for the owner only', async () => {
  const dir = join(temporaryFolder(), 'records')
  const draft = draftOf('Łukasz Żółć')
  const original = originalOf('inbox/contract.pdf')
  const result = await keep(draft, original, { ...options, dir, software: 'Evince' })

  expect(result.status).toBe('accepted')
  const record = inForm(dir, `${draft.id}.json`)
  const copy = inForm(dir, 'originals', `${original.sha256}.pdf`)
  expect(JSON.parse(await readFile(record, 'utf8'))).toEqual(result.record)
  expect(result.record?.source).toEqual({
    file: 'inbox/contract.pdf',
    sha256: original.sha256,
    bytes: original.bytes.length,
    software: 'Evince',
    method: 'fields',
    importedAt: '2026-11-22T09:30:00.000Z',
  })
  expect(await readFile(copy, 'utf8')).toBe('inbox/contract.pdf')
  for (const path of [record, copy]) expect(statSync(path).mode & 0o777).toBe(0o600)
  for (const path of [dir, inForm(dir), inForm(dir, 'originals')])
    expect(statSync(path).mode & 0o777).toBe(0o700)
})

test('the same file again changes nothing, and another of the same content is kept beside it', async () => {
  const dir = temporaryFolder()
  const first = await keep(draftOf('Zoë'), originalOf('a.pdf'), { ...options, dir })
  const later = { ...options, dir, now: new Date('2027-01-01T00:00:00Z') }
  const copy = await keep(draftOf('Zoë'), originalOf('b.pdf'), later)
  expect(copy.status).toBe('duplicate')
  expect(rulesOf(copy)).toEqual(['record-duplicate'])
  expect(copy.messages[0]?.message).toContain(first.record?.id)
  const { copies, ...rest } = copy.record ?? {}
  expect(rest).toEqual(first.record)
  expect(copies).toMatchObject([{ file: 'b.pdf', sha256: sha256('b.pdf'), status: 'complete' }])
  const before = await filesIn(dir)
  expect(before).toHaveProperty([`${form.id}/originals/${sha256('b.pdf')}.pdf`])
  for (const file of ['a.pdf', 'b.pdf']) {
    const again = await keep(draftOf('Zoë'), originalOf(file), later)
    expect(again.status).toBe('duplicate')
    expect(again.messages[0]?.message).toContain('nothing was changed')
  }
  expect(await filesIn(dir)).toEqual(before)
})

describe('answers that do not say whose they are', () => {
  test.each([
    ['a form without a key', { ...form, recordKey: [] }, 'Zoë'],
    ['a blank key', form, ''],
  ])('are of another person in each file: %s', async (_, form, name) => {
    const dir = temporaryFolder()
    const statuses: string[] = []
    for (const file of ['a.pdf', 'b.pdf', 'a.pdf'])
      statuses.push((await keep(draftOf(name), originalOf(file), { ...options, form, dir })).status)
    expect(statuses).toEqual(['accepted', 'accepted', 'duplicate'])
  })

  test('are found again where they were kept by their content', async () => {
    const dir = temporaryFolder()
    const { record } = await keep(draftOf(''), originalOf('a.pdf'), { ...options, dir })
    const { id } = draftOf('')
    await writeFile(inForm(dir, `${id}.json`), JSON.stringify({ ...record, id }))
    rmSync(inForm(dir, `${record?.id}.json`))
    const again = await keep(draftOf(''), originalOf('a.pdf'), { ...options, dir })
    expect([again.status, again.record?.id]).toEqual(['duplicate', id])
    const other = await keep(draftOf(''), originalOf('b.pdf'), { ...options, dir })
    expect(other.status).toBe('accepted')
  })
})

describe('records of one case', () => {
  test('each names the one before, which stays as it is', async () => {
    const dir = temporaryFolder()
    const first = await keep(draftOf('Zoë  Ng', 'One'), originalOf('1.pdf'), { ...options, dir })
    const before = await filesIn(dir)
    const second = await keep(draftOf(' zoë ng', 'Two'), originalOf('2.pdf'), { ...options, dir })
    const third = await keep(draftOf('Zoe\u0308 Ng', 'Three'), originalOf('3.pdf'), {
      ...options,
      dir,
    })
    expect([first, second, third].map(({ status }) => status)).toEqual([
      'accepted',
      'superseding',
      'superseding',
    ])
    expect(second.supersedes).toBe(first.record?.id)
    expect(third.supersedes).toBe(second.record?.id)
    const name = `${form.id}/${first.record?.id}.json`
    expect((await filesIn(dir))[name]).toBe(before[name])
  })

  test('of another organisation are of another case', async () => {
    const dir = temporaryFolder()
    await keep(draftOf('Zoë Ng', 'One'), originalOf('1.pdf'), { ...options, dir })
    const other = { ...draftOf('Zoë Ng', 'Two'), organisation: 'Heron Mill' }
    const { status } = await keep(other, originalOf('2.pdf'), { ...options, dir })
    expect(status).toBe('accepted')
  })

  test('a blank key makes no case', async () => {
    const dir = temporaryFolder()
    await keep(draftOf('', 'One'), originalOf('1.pdf'), { ...options, dir })
    const second = await keep(draftOf('', 'Two'), originalOf('2.pdf'), { ...options, dir })
    expect(second.status).toBe('accepted')
  })

  test('a key that may have been misread makes no case', async () => {
    const dir = temporaryFolder()
    await keep(draftOf('Zoë', 'One'), originalOf('1.pdf'), { ...options, dir })
    const draft = { ...draftOf('Zoë', 'Two'), confidence: { 'mentee.name': 0.9 } }
    const second = await keep(draft, originalOf('2.pdf'), { ...options, dir })
    expect(second.supersedes).toBeUndefined()
  })

  test('are found by the records when the index is lost', async () => {
    const dir = temporaryFolder()
    for (const aims of ['One', 'Two', 'Three'])
      await keep(draftOf('Zoë', aims), originalOf(aims), { ...options, dir })
    const index = inForm(dir, '.index')
    const noted = await filesIn(index)
    rmSync(index, { recursive: true })
    const planned = await keep(draftOf('Zoë', 'Four'), originalOf('4'), {
      ...options,
      dir,
      dryRun: true,
    })
    expect(planned.supersedes).toBe(draftOf('Zoë', 'Three').id)
    const fourth = await keep(draftOf('Zoë', 'Four'), originalOf('4'), { ...options, dir })
    expect(fourth.record).toEqual(planned.record)
    const [[file, ids] = []] = Object.entries(noted)
    expect(await filesIn(index)).toEqual({ [file ?? '']: `${ids}${fourth.record?.id}\n` })
  })

  test('one that was deleted is passed over', async () => {
    const dir = temporaryFolder()
    const first = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    rmSync(inForm(dir, `${second.record?.id}.json`))
    const third = await keep(draftOf('Zoë', 'Three'), originalOf('3'), { ...options, dir })
    expect(third.supersedes).toBe(first.record?.id)
  })
})

test('an incomplete record is kept and told', async () => {
  const dir = temporaryFolder()
  const draft: DraftRecord = {
    ...draftOf('Zoë'),
    status: 'incomplete',
    messages: [
      { rule: 'value-required', severity: 'error', field: 'aims', message: 'Aims has no answer' },
    ],
  }
  const result = await keep(draft, originalOf('a.pdf'), { ...options, dir })
  expect(result.status).toBe('incomplete')
  expect(result.messages).toEqual([{ file: 'a.pdf', ...draft.messages[0] }])
})

test('of a record that is kept already, only what it does not say is told again', async () => {
  const dir = temporaryFolder()
  const missing = {
    rule: 'value-required',
    severity: 'error',
    field: 'aims',
    message: 'No aims',
  } as const
  const cut = {
    rule: 'file-truncated',
    severity: 'warning',
    message: 'The end is missing',
  } as const
  const draft: DraftRecord = { ...draftOf('Zoë'), status: 'incomplete', messages: [missing] }
  await keep(draft, originalOf('a.pdf'), { ...options, dir })
  const again = await keep({ ...draft, messages: [cut, missing] }, originalOf('b.pdf'), {
    ...options,
    dir,
  })
  expect(rulesOf(again)).toEqual(['file-truncated', 'record-duplicate'])
  expect(again.messages[1]?.message).toBe(
    `The same content is kept already, in record ${draft.id}, which is incomplete; the file was kept beside it`,
  )
})

test('a dry run tells the same and writes nothing', async () => {
  const dir = temporaryFolder()
  const files = [
    [draftOf('Zoë', 'One'), 'a.pdf'],
    [draftOf('Zoë', 'One'), 'b.pdf'],
    [draftOf('Zoë', 'Two'), 'c.pdf'],
    [draftOf('Bo'), 'd.pdf'],
  ] as const
  const plan = new Keeper({ shelves: shelvesIn(openStore(dir), true), now })
  const planned = await Promise.all(
    files.map(([draft, file]) => plan.keep(draft, originalOf(file), options)),
  )
  expect(await readdir(dir)).toEqual([])
  const done: ImportResult[] = []
  for (const [draft, file] of files)
    done.push(await keep(draft, originalOf(file), { ...options, dir }))
  expect(done.map(({ status }) => status)).toEqual([
    'accepted',
    'duplicate',
    'superseding',
    'accepted',
  ])
  expect(planned.map(({ status }) => status)).toEqual(done.map(({ status }) => status))
})

test('records of one run are kept at once, those of one case in the order of the files', async () => {
  const dir = temporaryFolder()
  const keeper = new Keeper({ shelves: shelvesIn(openStore(dir)), now })
  const drafts = Array.from({ length: 40 }, (_, number) =>
    draftOf(`Person ${number % 4}`, `Version ${number}`),
  )
  const results = await Promise.all(
    [...drafts, ...drafts].map((draft, number) =>
      keeper.keep(draft, originalOf(`${number}.pdf`), options),
    ),
  )
  const ids = results.map(({ record }) => record?.id)
  for (const [number, { supersedes, status }] of results.slice(0, 40).entries()) {
    expect(status).toBe(number < 4 ? 'accepted' : 'superseding')
    expect(supersedes).toBe(ids[number - 4])
  }
  expect(new Set(results.slice(40).map(({ status }) => status))).toEqual(new Set(['duplicate']))
  const { damaged } = await finishRecords(openStore(dir))
  expect(damaged).toEqual([])
  expect(await all(readRecords(dir))).toHaveLength(40)
})

test('a record that was damaged is kept anew', async () => {
  const dir = temporaryFolder()
  const first = await keep(draftOf('Zoë'), originalOf('a.pdf'), { ...options, dir })
  const path = inForm(dir, `${first.record?.id}.json`)
  await writeFile(path, '{')
  const again = await keep(draftOf('Zoë'), originalOf('a.pdf'), { ...options, dir })
  expect(again.status).toBe('accepted')
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(first.record)
})

test.each(['../outside', '..', 'a/b', '__proto__', '', 'CON', 'a\u0000b'])(
  'a form id never becomes a path: %j',
  async (id) => {
    const dir = temporaryFolder()
    const draft = draftOf('x')
    const result = await keep({ ...draft, form: { ...draft.form, id } }, originalOf('a.pdf'), {
      ...options,
      dir,
    })
    expect(result.status).toBe('rejected')
    expect(await readdir(dir)).toEqual([])
  },
)

test('a folder that cannot be written is the operator’s matter', async () => {
  const file = join(temporaryFolder(), 'a-file')
  await writeFile(file, '')
  const attempt = keep(draftOf('x'), originalOf('a.pdf'), {
    ...options,
    dir: join(file, 'records'),
  })
  await expect(attempt).rejects.toThrow(/cannot be made; check the path/)
})

describe('what an interrupted import leaves behind', () => {
  const host = sha256(hostname()).slice(0, 8)
  const ended = (): string => {
    const pid = execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }).trim()
    return `${host}-${pid}`
  }

  test('its lock is taken over', async () => {
    const dir = temporaryFolder()
    await mkdir(inForm(dir), { recursive: true })
    await writeFile(inForm(dir, '.lock'), `${ended()} some-mark`)
    expect((await keep(draftOf('x'), originalOf('a.pdf'), { ...options, dir })).status).toBe(
      'accepted',
    )
    expect(await readdir(inForm(dir))).not.toContain('.lock')
  })

  test('the lock of a case is taken over, and removed where nobody wants it', async () => {
    const dir = temporaryFolder()
    const first = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    for (const key of [first.record?.case, sha256('another')])
      await writeFile(inForm(dir, `.lock-${key}`), `${ended()} some-mark`)
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    expect(second.status).toBe('superseding')
    await finishRecords(openStore(dir))
    expect((await readdir(inForm(dir))).filter((name) => name.startsWith('.lock'))).toEqual([])
  })

  test('a note of a case that was cut short names no record and hides none', async () => {
    const dir = temporaryFolder()
    const first = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    await appendFile(inForm(dir, '.index', first.record?.case ?? ''), 'a1b2c3')
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    const third = await keep(draftOf('Zoë', 'Three'), originalOf('3'), { ...options, dir })
    expect(second.supersedes).toBe(first.record?.id)
    expect(third.supersedes).toBe(second.record?.id)
  })

  test('a lock of an earlier process with the same number is taken over', async () => {
    const dir = temporaryFolder()
    await mkdir(inForm(dir), { recursive: true })
    await writeFile(inForm(dir, '.lock'), `${host}-${process.pid} some-mark`)
    const { status } = await keep(draftOf('x'), originalOf('a.pdf'), { ...options, dir })
    expect(status).toBe('accepted')
  })

  test('a lock that was never marked is taken over after a while', async () => {
    const dir = temporaryFolder()
    await mkdir(inForm(dir), { recursive: true })
    await writeFile(inForm(dir, '.lock'), '')
    await utimes(inForm(dir, '.lock'), 0, Date.now() / 1000 - 5)
    expect((await keep(draftOf('x'), originalOf('a.pdf'), { ...options, dir })).status).toBe(
      'accepted',
    )
  })

  test('its temporary files are swept, those of a living one are not', async () => {
    const dir = temporaryFolder()
    await mkdir(inForm(dir, 'originals'), { recursive: true })
    const dead = inForm(dir, 'originals', `.tmp-${ended()}-0a`)
    const living = inForm(dir, `.tmp-${host}-${process.ppid}-0a`)
    for (const path of [dead, living]) await writeFile(path, 'half')
    await finishRecords(openStore(dir))
    expect(Object.keys(await filesIn(dir)).sort()).toEqual(
      [living.slice(dir.length + 1), 'register.csv'].sort(),
    )
  })
})

test('the register lists all records without names, and damaged files are named', async () => {
  const dir = temporaryFolder()
  await keep(draftOf('Zoë', 'One'), originalOf('=cmd.pdf'), { ...options, dir })
  await keep(draftOf('Zoë', 'Two'), originalOf('2.pdf'), {
    ...options,
    dir,
    now: new Date('2026-11-23T00:00:00Z'),
  })
  const damaged = inForm(dir, `${'0'.repeat(32)}.json`)
  await writeFile(damaged, '{')
  expect(await finishRecords(openStore(dir))).toEqual({ damaged: [damaged] })
  const register = await readFile(join(dir, 'register.csv'), 'utf8')
  const [one, two] = [draftOf('Zoë', 'One').id, draftOf('Zoë', 'Two').id]
  expect(register).toBe(
    '\ufeffForm,Title,Version,Record,Status,Supersedes,Superseded by,To be confirmed against,Imported at,Method,Errors,Warnings\r\n' +
      `mentoring-contract,Mentoring contract,1.0.0,${one},complete,,${two},,2026-11-22T09:30:00.000Z,fields,0,0\r\n` +
      `mentoring-contract,Mentoring contract,1.0.0,${two},complete,${one},,,2026-11-23T00:00:00.000Z,fields,0,0\r\n`,
  )
  expect(statSync(join(dir, 'register.csv')).mode & 0o777).toBe(0o600)
})

test('records are read back by form', async () => {
  const dir = temporaryFolder()
  const kept = await keep(draftOf('Zoë'), originalOf('a.pdf'), { ...options, dir })
  expect(await all(readRecords(dir))).toEqual([kept.record])
  expect(await all(readRecords(dir, { form: 'another' }))).toEqual([])
  expect(await all(readRecords(join(dir, 'nowhere')))).toEqual([])
})

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}
