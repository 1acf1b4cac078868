import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { answersFor } from '../support/answers.ts'
import { definitionIn } from '../support/definitions.ts'
import { filesIn } from '../support/files-in.ts'
import { makeFolder } from '../support/project-copy.ts'
import { type Run, runCli } from '../support/run-cli.ts'
import { samplePack } from '../support/sample-pack.ts'

/**
 * An attacker who knows six people, their files and the order in which these came looks through all that is on the disk and
 * all that was said for something that goes with one of them. Their answers differ, and may stand in the records only.
 */
const pack = await samplePack()
const FORM = 'equality-monitoring'
const definition = definitionIn(pack, FORM)
const blank = new Uint8Array(readFileSync(join(pack, `${FORM}.pdf`)))

interface Person {
  readonly name: string
  readonly bytes: Uint8Array
}

let people: readonly Person[]

beforeAll(async () => {
  const names = ['anna', 'bilal', 'chidi', 'dagny', 'emeka', 'farah']
  people = await Promise.all(
    names.map(async (name, number) => ({
      name: `${name}-lovelace`,
      bytes: await pdfjs.fill(blank, answersOf(number)),
    })),
  )
})

/** The year tells people apart; the last two have a fault in it, and none at all. */
function answersOf(number: number): Entry[] {
  const years = ['2021', '2022', '2023', '2024', 'twenty-five', '']
  return answersFor(definition).map((entry) =>
    entry.name === 'period.year' && entry.kind === 'text'
      ? { ...entry, value: years[number] ?? '' }
      : entry,
  )
}

/** A project to which the people sent their forms. */
function project(sent: readonly Person[] = people): string {
  const folder = makeFolder({ 'org.config.json': readFileSync(join(pack, '../org.config.json')) })
  cpSync(join(pack, 'forms'), join(folder, 'out/forms'), { recursive: true })
  mkdirSync(join(folder, 'inbox'))
  for (const { name, bytes } of sent) writeFileSync(join(folder, 'inbox', `${name}.pdf`), bytes)
  return folder
}

const importInbox = (cwd: string, ...options: string[]): Promise<Run> =>
  runCli(['import', 'inbox', ...options], { cwd })

/** All that an attacker finds: what was said, and the names and texts of the files that were made. */
function findings(folder: string, ...runs: readonly Run[]): string {
  const files = filesIn(folder).filter((path) => !/^(inbox|out|org\.config)/.test(path))
  const contents = files.map((path) => `${path}\n${readFileSync(join(folder, path), 'latin1')}`)
  return [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...contents].join('\n')
}

/** What goes with one person: the name of the file, its hash, its size in bytes. */
function marksOf({ name, bytes }: Person): string[] {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return [name, `${name}.pdf`, sha256, sha256.slice(0, 12), `${bytes.length}`]
}

const recordsIn = (folder: string): string[] =>
  filesIn(join(folder, 'records')).filter(
    (path) => path.startsWith(`${FORM}/`) && !path.includes('/questions/'),
  )

function answersIn(folder: string): { values: { period: { year: number | null } } }[] {
  return recordsIn(folder).flatMap(
    (path) => JSON.parse(readFileSync(join(folder, 'records', path), 'utf8')).answers,
  )
}

describe('six people who sent an anonymous form', () => {
  test.each([[[]], [['--json']]])('are not found by anything that is left: %j', async (options) => {
    const folder = project()
    const run = await importInbox(folder, ...options)
    const listed = await runCli(['records'], { cwd: folder })
    const exported = await Promise.all(
      ['--csv', '--json'].map((format) => runCli(['records', format], { cwd: folder })),
    )
    const found = findings(folder, run, listed, ...exported)
    for (const person of people)
      for (const mark of marksOf(person)) expect(found).not.toContain(mark)
    // No id, hash or time but the digests of files, which nobody can make without the key.
    const month = JSON.parse(readFileSync(join(folder, 'records', recordsIn(folder)[0]!), 'utf8'))
    expect(Object.keys(month)).toEqual(['format', 'answers', 'seen'])
    expect(month.answers).toHaveLength(6)
    for (const record of month.answers)
      expect(Object.keys(record).filter((key) => key !== 'unread')).toEqual([
        'form',
        'organisation',
        'month',
        'values',
      ])
    expect(month.seen).toEqual(month.seen.toSorted())
    const schema = readFileSync(join(pack, 'forms', `${FORM}.record.schema.json`), 'utf8')
    const matches = formats.default(new Ajv({ strict: true })).compile(JSON.parse(schema))
    expect(matches(month), JSON.stringify(matches.errors)).toBe(true)
  })

  test('are told by numbers, which make the exit code', async () => {
    const folder = project()
    const run = await importInbox(folder)
    expect(run.code).toBe(1)
    expect(run.stdout).toBe(`anonymous    ${FORM}  6 counted\n6 anonymous\n`)
    expect(run.stderr.replaceAll('\\', '/').split('\n')).toEqual([
      `records/${FORM} error In 1 of 6 anonymous forms: A question that must be answered has no answer. Which one is not told. It counts as far as it can be read; a corrected one would count twice value-required`,
      `records/${FORM} error In 1 of 6 anonymous forms: An answer is not of the kind that is asked for. Which one is not told. It counts as far as it can be read; a corrected one would count twice value-type`,
      '',
    ])
    expect((await importInbox(project(people.slice(0, 4)))).code).toBe(0)
  })

  test('are one object at the end for other programs, beside the files that are not anonymous', async () => {
    const folder = project()
    cpSync(join(pack, 'training-record.pdf'), join(folder, 'inbox/b-training.pdf'))
    const { stdout } = await importInbox(folder, '--json')
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toMatchObject([
      { file: join('inbox', 'b-training.pdf'), status: 'incomplete' },
      { anonymous: [{ form: FORM, counted: 6, repeated: 0, refused: 0, incomplete: 2 }] },
    ])
  })

  test('lie in one file for the month, in another order each time', async () => {
    const orders = new Set<string>()
    for (let time = 0; time < 3; time++) {
      const folder = project()
      await importInbox(folder)
      const [path, ...more] = recordsIn(folder)
      expect(more).toEqual([])
      expect(path).toMatch(/^equality-monitoring\/\d{4}-\d{2}\.json$/)
      const { mtime } = statSync(join(folder, 'records', path!))
      expect(mtime.toISOString()).toMatch(/-01T00:00:00\.000Z$/)
      orders.add(
        answersIn(folder)
          .map(({ values }) => values.period.year)
          .join(),
      )
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  test('leave no folder, lock, case or original of one of them, and a report with numbers only', async () => {
    const folder = project()
    await importInbox(folder)
    // What the form asks is the same for everybody.
    const files = filesIn(join(folder, 'records')).filter((path) => !path.includes('/questions/'))
    expect(files.map((path) => path.replace(/[\dT-]+Z-[0-9a-f]{8}/, 'time'))).toEqual([
      recordsIn(folder)[0],
      'imports/time.json',
      'register.csv',
    ])
    const report = JSON.parse(readFileSync(join(folder, 'records', files[1]!), 'utf8'))
    expect(report).toMatchObject({
      inputs: [],
      anonymous: [{ form: FORM, counted: 6, repeated: 0, refused: 0 }],
    })
    expect(Object.keys(report.anonymous[0])).toHaveLength(4)
    const register = readFileSync(join(folder, 'records/register.csv'), 'utf8').split('\r\n')
    expect(register.slice(1)).toEqual([
      `${FORM},Equality monitoring,,,6 anonymous,,,,${basename(recordsIn(folder)[0]!, '.json')},,,`,
      '',
    ])
  })
})

describe('the same file again', () => {
  test('counts once within a run, whatever its name, and so do equal answers of two people twice', async () => {
    const [anna] = people
    const same = await pdfjs.fill(blank, answersOf(0))
    const other = new Uint8Array([...same, ...new TextEncoder().encode('\n% saved again\n')])
    const folder = project([anna!, { ...anna!, name: 'copy' }, { name: 'other', bytes: other }])
    const { stdout } = await importInbox(folder)
    expect(stdout).toBe(`anonymous    ${FORM}  2 counted, 1 counted before\n3 anonymous\n`)
    expect(answersIn(folder)).toHaveLength(2)
  })

  test('counts once across runs by a key, which lies apart and can be thrown away', async () => {
    const folder = project()
    await importInbox(folder)
    const key = join(folder, '.anonymous-key')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    expect((await importInbox(folder)).stdout).toContain('0 counted, 6 counted before')
    expect((await importInbox(folder, '--dry-run')).stdout).toContain('6 counted before')
    expect(answersIn(folder)).toHaveLength(6)
    rmSync(key)
    expect((await importInbox(folder)).stdout).toContain('  6 counted\n')
    expect(answersIn(folder)).toHaveLength(12)
  })

  test('counts again where an empty file says that no digests are wanted', async () => {
    const folder = project()
    writeFileSync(join(folder, '.anonymous-key'), '')
    for (const count of [6, 12]) {
      await importInbox(folder)
      expect(answersIn(folder)).toHaveLength(count)
    }
    expect(readFileSync(join(folder, 'records', recordsIn(folder)[0]!), 'utf8')).toContain(
      '"seen": []',
    )
  })
})

test('a dry run tells the same and leaves nothing', async () => {
  const folder = project()
  const { stdout, stderr } = await importInbox(folder, '--dry-run')
  expect(findings(folder)).toBe('')
  const real = await importInbox(folder)
  expect(stdout.replace(' (nothing was written)', '')).toBe(real.stdout)
  expect(stderr).toBe(real.stderr)
})

test('a month that is damaged is not written over, and the sentence names no file of a person', async () => {
  const folder = project()
  await importInbox(folder)
  const path = join(folder, 'records', recordsIn(folder)[0]!)
  writeFileSync(path, '{"format": 1')
  rmSync(join(folder, '.anonymous-key'))
  const run = await importInbox(folder)
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('restore it from a backup')
  expect(readFileSync(path, 'utf8')).toBe('{"format": 1')
  for (const { name } of people) expect(findings(folder, run)).not.toContain(name)
})

test('a fault of ours while an anonymous form is checked is told of the form and not of the file', async () => {
  const broken = { ...definition, rules: undefined as never }
  const known = { definitions: [broken], publishedHashes: new Set<string>() }
  const read = await readForm(people[0]!.bytes, { file: 'anna.pdf', known })
  expect(read).toMatchObject({ status: 'unreadable', form: { id: FORM, sensitive: 'anonymous' } })
})
