import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Overview, openProgramme, programmeOverview, workbookOf } from '../../src/index.ts'
import type { AnonymousRecord } from '../../src/model/record.ts'
import type { Entry } from '../../src/programme/situation/index.ts'
import { entryOf } from '../support/entry.ts'
import { promises } from './promises.ts'

let home: string
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'situations-'))
})
afterAll(() => rm(home, { recursive: true }))

interface Given {
  readonly on?: string
  /** Lines of the list of people. */
  readonly people?: readonly string[]
  readonly entries?: readonly Entry[]
  readonly anonymous?: readonly AnonymousRecord[]
  readonly organisation?: object
  readonly answers?: object
  readonly programme?: object
  readonly pairs?: readonly (readonly string[])[]
}

let count = 0

/** The pages of a programme of which so much is given. */
async function pagesOf({
  on = '2027-11-29',
  people,
  entries = [],
  anonymous = [],
  ...given
}: Given): Promise<Overview> {
  count += 1
  const folder = join(home, String(count))
  const config = join(folder, 'org.config.json')
  await mkdir(join(folder, 'programme'), { recursive: true })
  await writeFile(
    config,
    JSON.stringify({
      organisation: { name: 'Larkspur', ...given.organisation },
      answers: given.answers ?? {},
      programme: given.programme ?? {},
    }),
  )
  if (people)
    await writeFile(
      join(folder, 'people.csv'),
      ['ID,Name,E-mail,Team,Start,Leaves,Away from,Away to', ...people].join('\n'),
    )
  if (given.pairs) {
    const pairs = given.pairs.map((both) => ({ people: both }))
    const rotation = { kind: 'peer', from: '2027-06-01', seed: 1, pairs, without: [] }
    await writeFile(
      join(folder, 'programme', 'pairs.json'),
      JSON.stringify({ format: 1, rotations: [rotation] }),
    )
  }
  const programme = await openProgramme({ config, entries })
  const records = [...entries.map(({ record }) => record), ...anonymous]
  return programmeOverview({ config, programme, book: { records, formOf: () => undefined }, on })
}

const index = ({ files }: Overview): string => files.get('index.html') ?? ''
const prompts = ({ files }: Overview): string[] =>
  [...files.keys()].filter((path) => path.startsWith('prompts/'))

/** The words of a page, a table row to a line. */
function wordsOf(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/gs, '')
    .replace(/<\/(?:tr|h\d|p|caption|li|div)>/g, '\n')
    .replace(/<\/t[hd]>/g, ' | ')
    .replace(/<[^>]+>/g, '')
}

const somebody = (id: number, rest = ',,,,'): string =>
  `P${id},Person ${id},p${id}@example.org,Team ${id % 2}${rest}`
const grievance = (on: string): Entry =>
  entryOf('mentoring-withdrawal', on, {
    people: { person: 'P1' },
    values: { request: { kind: 'grievance' }, hr: { received: on } },
  })

test('on the first day, without people and records, nothing is due and every promise has its place', async () => {
  const overview = await pagesOf({})
  expect(overview.counts).toEqual({ now: 0, due: 0 })
  expect(prompts(overview)).toEqual([])
  for (const [page, anchor] of promises.flatMap(({ places }) => places))
    expect(overview.files.get(page)?.includes(`id="${anchor}"`), `${page}#${anchor}`).toBe(true)
  expect(wordsOf(overview.files.get('management.html') ?? '')).not.toMatch(/NaN|undefined|Infinity/)
})

test('of a programme whose people have all left nobody is asked, and nothing is told of fewer than five', async () => {
  const overview = await pagesOf({
    people: [1, 2, 3, 4].map((id) => somebody(id, ',2020-01-01,2027-07-31,,')),
    pairs: [
      ['P1', 'P2'],
      ['P3', 'P4'],
    ],
  })
  expect(overview.counts.due).toBe(0)
  expect(prompts(overview)).toEqual([])
  expect(wordsOf(index(overview))).toContain('Nobody is paired.')
  expect(wordsOf(overview.files.get('management.html') ?? '')).toContain(
    'Share of staff who take part | too few to show',
  )
})

test('a record in doubt counts for nothing but the question which version counts', async () => {
  const meeting = (standing: string): Entry =>
    entryOf('peer-meeting-record', '2027-11-15', {
      people: { peer: 'P1', colleague: 'P2' },
      values: { meeting: { held: 'held' } },
      standing,
    })
  const given = { people: [1, 2].map((id) => somebody(id)), pairs: [['P1', 'P2']] }
  const [sure, doubtful] = await Promise.all(
    ['current', 'in doubt'].map((standing) => pagesOf({ ...given, entries: [meeting(standing)] })),
  )
  expect(wordsOf(index(sure!))).toContain('Person 1 and Person 2 | peer | 1 June 2027 |  | 1 |')
  expect(wordsOf(index(doubtful!))).toContain('Person 1 and Person 2 | peer | 1 June 2027 |  | 0 |')
  expect(wordsOf(index(doubtful!))).toMatch(/Decide which version counts\n.*\n?.*in doubt/)
  const asked = [sure!, doubtful!].map((one) => prompts(one).filter((path) => /meeting/.test(path)))
  expect(asked.map(({ length }) => length)).toEqual([0, 1])
})

describe('another organisation', () => {
  test('has its own periods', async () => {
    const given = { people: [1, 2].map((id) => somebody(id)), pairs: [['P1', 'P2']] }
    const due = async (often: string): Promise<string> => {
      const overview = await pagesOf({ ...given, answers: { 'minimum meeting frequency': often } })
      return /Person 1 and Person 2 \| (\d+ \w+ \d+)/.exec(wordsOf(index(overview)))?.[1] ?? ''
    }
    expect(await due('every month')).toBe('1 July 2027')
    expect(await due('at least once every two months')).toBe('1 August 2027')
  })

  // Received on Wednesday 22 December 2027, to be answered within seven working days.
  test.each([
    // Without 27 and 28 December (Christmas and Boxing Day observed) and 3 January: 23, 24, 29, 30, 31 December, 4 and 5 January.
    ['en-GB', undefined, '5 January 2028'],
    // Scotland has 4 January as well.
    ['en-GB', 'GB-SCT', '6 January 2028'],
    // India keeps none of these days: 23, 24, 27, 28, 29, 30, 31 December.
    ['en-IN', undefined, '31 December 2027'],
    // In Israel the weekend is Friday and Saturday: 23, 26 to 30 December and 2 January.
    ['en-IL', undefined, '2 January 2028'],
  ])('has its own holidays and weekends, %s %s', async (locale, calendar, due) => {
    const overview = await pagesOf({
      on: '2027-12-23',
      ...{ people: [somebody(1)], entries: [grievance('2027-12-22')] },
      ...{ organisation: { locale }, answers: { 'grievance answer time': 'seven working days' } },
      ...(calendar && { programme: { calendar } }),
    })
    expect(wordsOf(index(overview))).toContain(`Person 1 | ${due} |`)
  })

  test('is told when there is no calendar of what it names', async () => {
    await expect(pagesOf({ programme: { calendar: 'GB-XYZ' } })).rejects.toThrow(
      'There is no calendar `GB-XYZ`',
    )
  })
})

describe('who tries to learn of somebody from what is published', () => {
  const NAMES = Array.from({ length: 40 }, (_, id) => id)
  const survey = (rating: number): AnonymousRecord => ({
    form: { id: 'participant-feedback', version: '2.0.0', title: 'Participant feedback' },
    ...{ organisation: 'Larkspur', month: '2027-08' },
    values: {
      ...{ survey: { stage: 'end' }, programme: { stage: 'full' }, ratings: { recommend: rating } },
      ...{ participant: { role: 'coachee' }, comments: { change: 'More rooms' } },
    },
  })
  const pairs = NAMES.slice(0, 24).flatMap((id) => (id % 2 ? [] : [[`P${id}`, `P${id + 1}`]]))
  const given: Given = {
    people: NAMES.map((id) => somebody(id)),
    pairs,
    anonymous: NAMES.slice(0, 24).map(() => survey(5)),
  }
  let overview: Overview
  beforeAll(async () => {
    overview = await pagesOf(given)
  })
  const numbersIn = ({ reportSheets }: Overview): (readonly [string, number])[] =>
    reportSheets.flatMap(({ table: { columns, rows } }) =>
      rows.flatMap((row) =>
        row.flatMap((cell, place) =>
          typeof cell === 'number' ? [[`${row[0]}: ${columns[place]}`, cell] as const] : [],
        ),
      ),
    )

  test('finds no count that is not to the nearest five, but for how many people a team has', () => {
    const numbers = numbersIn(overview)
    expect(numbers.length).toBeGreaterThan(8)
    for (const [what, number] of numbers)
      if (!what.endsWith(': People')) expect(number % 5, what).toBe(0)
  })

  test('does not see from two reports whether one who left between them took part', async () => {
    // Person 3 takes part and leaves, and the list of the next day is without them; or else person 30, who does not take part.
    const without = (gone: number): Given => ({
      ...given,
      people: NAMES.filter((id) => id !== gone).map((id) => somebody(id)),
    })
    const [one, other] = await Promise.all([without(3), without(30)].map(pagesOf))
    const counts = ({ reportSheets }: Overview): unknown =>
      reportSheets
        .find(({ name }) => name === '1 By team')
        ?.table.rows.find(([name]) => name === 'All')
    expect(counts(one!)).toEqual(counts(other!))
  })

  test('does not see that everybody who answered said the same, though all answered', () => {
    const words = wordsOf(overview.files.get('management.html') ?? '')
    expect(words).toContain(
      'I would recommend the programme to a colleague | too few to show | 4.75 or more',
    )
    expect(words).toMatch(/Share of participants who would recommend it \| at least 80% \|/)
    expect(words).not.toMatch(/\| 100%|\b24\b/)
  })

  test('finds no comments of surveys, names or teams of one person', () => {
    for (const text of [overview.report.html, JSON.stringify(overview.reportSheets)]) {
      expect(text).not.toContain('More rooms')
      expect(text).not.toMatch(/Person \d|p\d+@|P\d\d?\b/)
    }
  })

  test('finds nothing in drawings that is not in the tables', () => {
    const html = overview.files.get('management.html') ?? ''
    const cells = new Set(
      [...html.matchAll(/<t[hd][^>]*>(?:<[^>]+>)?([^<]*)/g)].map(([, text = '']) => text.trim()),
    )
    const drawings = [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([drawing]) => drawing)
    expect(drawings.length).toBeGreaterThan(3)
    for (const drawing of drawings) {
      expect(drawing).not.toMatch(/<(?:title|desc|metadata|script)|data-/)
      const numbers = [...drawing.matchAll(/<text[^>]*>([^<]*%|[\d.]+ or \w+)\s*</g)]
      for (const [, text = ''] of numbers) expect([...cells]).toContain(text.trim())
    }
  })

  test('finds nothing in the workbook but what its sheets show', () => {
    const parts = unzipSync(workbookOf(overview.reportSheets))
    expect(Object.keys(parts).filter((path) => !path.startsWith('xl/worksheets/sheet'))).toEqual([
      ...['[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'],
      'xl/styles.xml',
    ])
    const all = Object.values(parts)
      .map((part) => strFromU8(part))
      .join('')
    expect(all).not.toMatch(/hidden|comment|externalLink|<f>|connection|creator|lastModifiedBy/i)
    // The only names are those of the filters, which Excel keeps itself.
    for (const [, name] of all.matchAll(/<definedName name="([^"]+)"/g))
      expect(name).toBe('_xlnm._FilterDatabase')
  })
})
