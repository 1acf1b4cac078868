import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { samplePack } from '../support/sample-pack.ts'

const cwd = makeFolder()
const forms = ['training-record', 'mentoring-request']

beforeAll(async () => {
  const pack = await samplePack()
  const files = forms.map((form) => join(pack, `${form}.pdf`))
  await runCli(['import', ...files, '--forms', join(pack, 'forms')], { cwd })
})

test('lists the records by form, with what is open in them', async () => {
  const { code, stdout } = await runCli(['records'], { cwd })
  expect(stdout.split('\n')).toEqual([
    'Mentoring request',
    expect.stringMatching(
      /^ {2}\(\S+\.pdf\) {2}[\d-]{10} {2}incomplete {2}[0-9a-f]{8} {2}open: Nothing is/,
    ),
    '',
    'Peer-to-peer training record',
    expect.stringMatching(
      /^ {2}\(\S+\.pdf\) {2}[\d-]{10} {2}incomplete {2}[0-9a-f]{8} {2}open: Nothing is/,
    ),
    '',
    '2 records',
    '',
  ])
  expect(code).toBe(0)
})

test('exports to standard output or to a file for the owner only', async () => {
  const csv = await runCli(['records', '--csv', '--form', 'training-record'], { cwd })
  expect(csv.stdout).toMatch(/^\ufeff(?:Who,)?Form,State,Date,Open,/)
  expect(csv.stdout.trimEnd().split('\r\n')).toHaveLength(2)

  const json = await runCli(['records', '--json'], { cwd })
  expect(JSON.parse(json.stdout)).toMatchObject(forms.toSorted().map((id) => ({ form: { id } })))

  const xlsx = await runCli(['records', '--output', 'records.xlsx'], { cwd })
  expect(xlsx).toEqual({ code: 0, stdout: '2 records in records.xlsx\n', stderr: '' })
  const book = unzipSync(readFileSync(join(cwd, 'records.xlsx')))
  expect(strFromU8(book['xl/workbook.xml']!)).toContain('Peer-to-peer training record')
  if (process.platform !== 'win32')
    expect(statSync(join(cwd, 'records.xlsx')).mode & 0o777).toBe(0o600)
})

test('names the forms that there are records of where somebody asks for another', async () => {
  expect(await runCli(['records', '--form', 'training-recrod', '--csv'], { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There are no records of a form `training-recrod`, only of `mentoring-request`, `training-record`\n',
  })
  const empty = ['records', '--form', 'training-record', '--to', 'nowhere']
  expect(await runCli(empty, { cwd })).toEqual({ code: 0, stdout: '0 records\n', stderr: '' })
})

test.each([
  [['--xlsx'], 'An Excel workbook needs a file; name one with `--output`'],
  [['--output', 'records'], 'The name `records` does not tell the format'],
  [['--csv', '--output', 'nowhere/records.csv'], 'nowhere/records.csv cannot be written'],
  [
    ['--config', 'nope.json'],
    'There is no configuration `nope.json`; check the path given by `--config`',
  ],
  [['--config', 'records'], 'There is no `org.config.json` in the folder `records`'],
  [['--csv', '--json'], "option '--csv' cannot be used with option '--json'"],
])('refuses %j', async (args, sentence) => {
  const { code, stdout, stderr } = await runCli(['records', ...args], { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

test('names a file that is no record', async () => {
  const path = join(cwd, 'records/training-record', `${'0'.repeat(32)}.json`)
  writeFileSync(path, '{}')
  const { code, stderr } = await runCli(['records'], { cwd })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^records\/training-record\/0+\.json warning .* record-damaged\n$/)
})

test('finds no records where there are none', async () => {
  expect(await runCli(['records', '--to', 'nowhere'], { cwd })).toEqual({
    code: 0,
    stdout: '0 records\n',
    stderr: '',
  })
})
