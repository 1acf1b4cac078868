import { rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { linkRecords, openStore, shelvesIn } from '../../src/forms/keep/index.ts'
import { allOf, recordsIn as recordsInStore } from '../../src/forms/keep/records-in.ts'
import { earlierCaseOf } from '../../src/forms/record/case.ts'
import { Keeper, relationsBetween } from '../../src/forms/record/index.ts'
import { idOfFile } from '../../src/forms/record/same-content.ts'
import type { FileDates, FormRecord, ImportResult } from '../../src/model/record.ts'
import { draftOf, filesIn, form, keep, originalOf, temporaryFolder } from './support.ts'

const now = new Date('2026-11-22T09:30:00Z')
const options = { form, method: 'fields', now } as const
const rulesOf = ({ messages }: ImportResult): string[] => messages.map(({ rule }) => rule)

/** Which record of the folder is the current one of the only case in it. */
async function currentIn(dir: string): Promise<string[]> {
  const records = await recordsIn(dir)
  const relations = relationsBetween(records)
  return records
    .filter(({ id }) => {
      const { supersededBy, unconfirmed } = relations.get(id) ?? {}
      return !supersededBy && !unconfirmed
    })
    .map(({ id }) => id)
}

function recordsIn(dir: string): Promise<FormRecord[]> {
  return allOf(recordsInStore(openStore(dir)))
}

const signed = (...kinds: ('digital' | 'typed')[]) =>
  kinds.map((kind, index) => ({
    field: `sign.${index}`,
    kind,
    ...(kind === 'digital' && { intact: true }),
  }))

describe('the later version is the one that its file says', () => {
  test.each<[string, FileDates, FileDates]>([
    [
      'by the times of signing',
      { signed: '2026-02-01T08:00:00Z' },
      { signed: '2026-01-01T08:00:00Z' },
    ],
    ['by the days beside signatures', { signed: '2026-02-01' }, { signed: '2026-01-31' }],
    ['by a day and a time', { signed: '2026-02-01' }, { signed: '2026-01-31T23:00:00Z' }],
    [
      'by the last change',
      { modified: '2026-02-01T08:00:00+10:00' },
      { modified: '2026-01-31T08:00:00Z' },
    ],
    [
      'by the last change where the days of signing are the same',
      { signed: '2026-01-01', modified: '2026-02-01T08:00:00Z' },
      { signed: '2026-01-01', modified: '2026-01-31T08:00:00Z' },
    ],
    [
      'by signing before the last change, which may be of who kept the file',
      { signed: '2026-02-01', modified: '2026-02-02T08:00:00Z' },
      { signed: '2026-01-01', modified: '2026-05-31T08:00:00Z' },
    ],
  ])('%s', async (_, later, earlier) => {
    for (const laterFirst of [true, false]) {
      const dir = temporaryFolder()
      const one = () =>
        keep(draftOf('Zoë', 'Later'), originalOf('contract (1).pdf'), {
          ...options,
          dir,
          written: later,
        })
      const two = () =>
        keep(draftOf('Zoë', 'Earlier'), originalOf('contract.pdf'), {
          ...options,
          dir,
          written: earlier,
        })
      const results = laterFirst ? [await one(), await two()] : [await two(), await one()]
      expect(await currentIn(dir)).toEqual([draftOf('Zoë', 'Later').id])
      expect(results.flatMap(rulesOf)).toEqual([
        laterFirst ? 'record-superseded' : 'record-superseding',
      ])
    }
  })

  test('and where nothing tells, the one that came last, with a warning', async () => {
    const dir = temporaryFolder()
    await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    const written = { modified: '2999-01-01T00:00:00Z' }
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir, written })
    expect(rulesOf(second)).toEqual(['record-superseding', 'record-order'])
    expect(await currentIn(dir)).toEqual([second.record?.id])
  })
})

describe('a person is asked', () => {
  test('where a later file has fewer signatures, whichever comes first', async () => {
    const full = { ...draftOf('Zoë', 'Full'), signatures: signed('digital', 'digital') }
    for (const signatures of [[], signed('digital'), signed('typed', 'typed')])
      for (const order of [1, -1]) {
        const dir = temporaryFolder()
        const later = { ...draftOf('Zoë', 'Later'), signatures }
        const files = [
          [full, '2026-01-01'],
          [later, '2026-02-01'],
        ] as const
        for (const [draft, day] of files.toSorted(() => order))
          await keep(draft, originalOf(day), {
            ...options,
            dir,
            written: { modified: `${day}T08:00:00Z` },
          })
        expect(await currentIn(dir)).toEqual([full.id])
      }
  })

  test('where a later file is not complete, until a whole one comes', async () => {
    const dir = temporaryFolder()
    const cut = { ...draftOf('Zoë', 'Half'), status: 'incomplete' as const }
    await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    const second = await keep(cut, originalOf('2'), { ...options, dir })
    expect([second.status, ...rulesOf(second)]).toEqual(['unconfirmed', 'record-unconfirmed'])
    expect(await currentIn(dir)).toEqual([draftOf('Zoë', 'One').id])
    const third = await keep(draftOf('Zoë', 'Whole'), originalOf('3'), { ...options, dir })
    expect(await currentIn(dir)).toEqual([third.record?.id])
  })

  test('where other answers say that it is somebody else', async () => {
    const dir = temporaryFolder()
    const of = (mail: string, aims: string) => {
      const draft = draftOf('Zoë', aims)
      return { ...draft, values: { ...draft.values, mail } }
    }
    const known = { ...options, dir, identifying: ['mail'] }
    await keep(of('zoe@a.example', 'One'), originalOf('1'), known)
    const other = await keep(of('zoe@b.example', 'Two'), originalOf('2'), known)
    expect(other.status).toBe('unconfirmed')
    expect(rulesOf(other)).toEqual(['record-unconfirmed'])
    const update = await keep(of('Zoe@a.example', 'Three'), originalOf('3'), known)
    expect(update.supersedes).toBe(draftOf('Zoë', 'One').id)
    expect(await currentIn(dir)).toEqual([draftOf('Zoë', 'Three').id])
  })

  test('and a record in which somebody named the one that it replaces is believed', async () => {
    const dir = temporaryFolder()
    const first = { ...draftOf('Zoë', 'One'), signatures: signed('digital') }
    await keep(first, originalOf('1'), { ...options, dir })
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    expect(second.status).toBe('unconfirmed')
    const path = join(dir, form.id, `${second.record?.id}.json`)
    writeFileSync(path, JSON.stringify({ ...second.record, supersedes: first.id }))
    expect(await currentIn(dir)).toEqual([second.record?.id])
  })
})

describe('what a person says', () => {
  test('makes a doubtful record count, and the register tells', async () => {
    const dir = temporaryFolder()
    const first = { ...draftOf('Zoë', 'One'), signatures: signed('digital') }
    await keep(first, originalOf('1'), { ...options, dir })
    const { record } = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    await linkRecords(dir, record!.id, '1')
    expect(await currentIn(dir)).toEqual([record!.id])
    expect(await readFile(join(dir, 'register.csv'), 'utf8')).toContain(`${record!.id},`)
    await expect(linkRecords(dir, first.id, record!.id)).rejects.toThrow('other way round')
  })

  test('closes a record whose case nobody could read', async () => {
    const dir = temporaryFolder()
    const [key = ''] = form.recordKey.flat()
    const unread = {
      ...draftOf('Zoë', 'One'),
      status: 'incomplete' as const,
      confidence: { [key]: 0 },
    }
    const first = await keep(unread, originalOf('1'), { ...options, dir })
    const second = await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
    expect(await currentIn(dir)).toHaveLength(2)
    await linkRecords(dir, second.record!.id.slice(0, 8), first.record!.id)
    expect(await currentIn(dir)).toEqual([second.record!.id])
    const third = await keep(draftOf('Zoë', 'Three'), originalOf('3'), { ...options, dir })
    expect(await currentIn(dir)).toEqual([third.record!.id])
  })

  test('is refused of what cannot be', async () => {
    const dir = temporaryFolder()
    const one = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
    const two = await keep(draftOf('Bo', 'Two'), originalOf('2'), { ...options, dir })
    const three = await keep(draftOf('Cy', 'Three'), originalOf('3'), { ...options, dir })
    const [a, b, c] = [one, two, three].map(({ record }) => record!.id) as [string, string, string]
    await expect(linkRecords(dir, a, a)).rejects.toThrow('one and the same')
    await expect(linkRecords(dir, a, 'nobody.pdf')).rejects.toThrow('There is no record')
    await linkRecords(dir, b, a)
    await expect(linkRecords(dir, c, a)).rejects.toThrow(`replaced by ${b} already`)
    await linkRecords(dir, c, b)
    await expect(linkRecords(dir, a, c)).rejects.toThrow('other way round')
  })
})

test('after one was deleted and imported again, one is the current one', async () => {
  const dir = temporaryFolder()
  const first = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
  await keep(draftOf('Zoë', 'Two'), originalOf('2'), { ...options, dir })
  rmSync(join(dir, form.id, `${first.record?.id}.json`))
  await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
  expect(await currentIn(dir)).toHaveLength(1)
})

test('records of old, with their narrower case and what they supersede, are found again', async () => {
  const dir = temporaryFolder()
  const old = async (name: string, aims: string, supersedes?: string): Promise<string> => {
    const elsewhere = temporaryFolder()
    const { record } = await keep(draftOf(name, aims), originalOf(aims), {
      ...options,
      dir: elsewhere,
    })
    const narrow = record && earlierCaseOf(form, record)
    writeFileSync(
      join(dir, form.id, `${record?.id}.json`),
      JSON.stringify({ ...record, case: narrow, ...(supersedes && { supersedes }) }),
    )
    return record?.id ?? ''
  }
  await keep(draftOf('Somebody else'), originalOf('0'), { ...options, dir })
  rmSync(join(dir, form.id, '.index'), { recursive: true })
  const first = await old('Zoë O’Neill', 'Zzz')
  const second = await old('Zoë O’Neill', 'Aaa', first)
  const third = await keep(draftOf("ZOË O'NEILL", 'Now'), originalOf('3'), { ...options, dir })
  expect(third.supersedes).toBe(second)
  expect(relationsBetween(await recordsIn(dir)).get(first)).toMatchObject({ supersededBy: second })
})

describe('of files with the same content', () => {
  const spoilt = {
    ...draftOf('Zoë'),
    status: 'incomplete' as const,
    messages: [{ rule: 'signature-broken', severity: 'error', message: 'Broken' } as const],
  }
  test.each([
    ['the spoilt one comes first', [spoilt, draftOf('Zoë')], ['incomplete', 'accepted']],
    ['the spoilt one comes last', [draftOf('Zoë'), spoilt], ['accepted', 'duplicate']],
  ])('each is kept and the record is of the best: %s', async (_, drafts, statuses) => {
    const dir = temporaryFolder()
    const results: ImportResult[] = []
    for (const draft of drafts)
      results.push(await keep(draft, originalOf(draft.status), { ...options, dir }))
    expect(results.map(({ status }) => status)).toEqual(statuses)
    const [record] = await recordsIn(dir)
    expect(record).toMatchObject({
      id: spoilt.id,
      status: 'complete',
      messages: [],
      source: { file: 'complete' },
      copies: [{ file: 'incomplete', status: 'incomplete', messages: spoilt.messages }],
    })
    for (const file of ['complete', 'incomplete']) {
      const copy = join(dir, form.id, 'originals', `${originalOf(file).sha256}.pdf`)
      expect(await readFile(copy, 'utf8')).toBe(file)
    }
    const before = await filesIn(dir)
    for (const draft of drafts)
      expect((await keep(draft, originalOf(draft.status), { ...options, dir })).status).toBe(
        'duplicate',
      )
    expect(await filesIn(dir)).toEqual(before)
  })
})

test('a dry run tells exactly what the run will', async () => {
  const cut = {
    rule: 'file-truncated',
    severity: 'warning',
    message: 'The end is missing',
  } as const
  const files = [
    [draftOf('Zoë', 'One'), 'a'],
    [{ ...draftOf('Zoë', 'One'), messages: [cut] }, 'b'],
    [draftOf('Zoë', 'Two'), 'c'],
    [{ ...draftOf('Bo'), status: 'incomplete' as const, messages: [cut] }, 'd'],
    [draftOf('Bo'), 'e'],
    [draftOf('Bo'), 'e'],
    [{ ...draftOf('Zoë', 'Three'), signatures: signed('typed') }, 'f'],
    [draftOf('Zoë', 'Four'), 'g'],
  ] as const
  const dir = temporaryFolder()
  await keep(draftOf('Zoë', 'Before'), originalOf('0'), { ...options, dir })
  const before = await filesIn(dir)
  const run = async (dryRun: boolean): Promise<ImportResult[]> => {
    const keeper = new Keeper({ shelves: shelvesIn(openStore(dir), dryRun), now })
    return Promise.all(files.map(([draft, file]) => keeper.keep(draft, originalOf(file), options)))
  }
  const planned = await run(true)
  expect(await filesIn(dir)).toEqual(before)
  expect(planned).toEqual(await run(false))
})

test('what was read by a definition that is not ours lies apart and replaces nothing', async () => {
  const dir = temporaryFolder()
  const first = await keep(draftOf('Zoë', 'One'), originalOf('1'), { ...options, dir })
  const before = await filesIn(join(dir, form.id))
  const untrusted = { ...options, dir, isUntrusted: true, form: { ...form, recordKey: [] } }
  for (const _ of [1, 2]) {
    const forged = await keep(draftOf('Zoë', 'Forged'), originalOf('forged'), untrusted)
    expect(forged.status).toBe('untrusted')
    expect(forged.record).toMatchObject({ trust: 'embedded' })
  }
  expect(await filesIn(join(dir, form.id))).toEqual(before)
  expect(await currentIn(dir)).toEqual([first.record?.id])
  expect(Object.keys(await filesIn(join(dir, 'untrusted')))).toEqual([
    `${form.id}/${idOfFile(draftOf('Zoë', 'Forged').id, originalOf('forged').sha256)}.json`,
    `${form.id}/originals/${originalOf('forged').sha256}.pdf`,
  ])
})

test.each(['imports', 'originals', 'untrusted', '.cases', '.index', '.lock', 'register.csv'])(
  'no form takes the name of a folder of ours: %s',
  async (id) => {
    const dir = temporaryFolder()
    const draft = draftOf('Zoë')
    const named = { ...draft, form: { ...draft.form, id } }
    for (const isUntrusted of [true, false]) {
      const { status } = await keep(named, originalOf('a'), { ...options, dir, isUntrusted })
      expect(status).toBe('rejected')
    }
    expect(await filesIn(dir)).toEqual({})
  },
)
