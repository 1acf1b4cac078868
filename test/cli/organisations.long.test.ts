import { spawn } from 'node:child_process'
import { hash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'

const sample = readFileSync(join(import.meta.dirname, '../../org.config.json'), 'utf8')
const faulty = '{"organisation": {"name": "Fernhill"}}\n'
const bin = join(import.meta.dirname, '../../src/bin.ts')
const one = ['build', '--only', 'training-record']

test('builds each organisation into its own folder, whatever becomes of the others', async () => {
  const cwd = makeFolder({
    'orgs/Larkspur & Co.json': sample,
    'orgs/fernhill.json': faulty,
    'orgs/heron/org.config.json': sample,
    'orgs/published-forms.json': '[]\n',
  })
  const { code, stdout, stderr } = await runCli([...one, '--config', 'orgs'], { cwd })
  expect(code).toBe(1)
  expect(stdout.split('\n').map((line) => line.replace(/ +\d+ files.*|: \d+ .*/, ''))).toEqual([
    'ok      larkspur-co',
    'failed  fernhill     Nothing was written',
    'ok      heron',
    '2 of 3 organisations',
    '',
  ])
  expect(stderr).toContain('in `orgs/fernhill.json`')
  expect(readdirSync(join(cwd, 'out'))).toEqual(['heron', 'larkspur-co'])
  for (const name of ['heron', 'larkspur-co'])
    expect(existsSync(join(cwd, 'out', name, 'training-record.pdf'))).toBe(true)
})

test('imports the forms of each organisation, keeps their records apart and refuses those of another', async () => {
  const cwd = makeFolder({
    'orgs/larkspur.json': sample,
    'orgs/heron.json': sample.replace('"Larkspur Lantern Cooperative"', '"Heron Mill"'),
  })
  expect(await runCli([...one, '--config', 'orgs'], { cwd })).toMatchObject({ code: 0 })
  const published = JSON.parse(readFileSync(join(cwd, 'orgs/published-forms.json'), 'utf8'))
  expect(published).toMatchObject([
    { id: 'training-record', organisation: 'Heron Mill' },
    { id: 'training-record', organisation: 'Larkspur Lantern Cooperative' },
  ])
  const importInto = (name: string) => {
    const form = join('out', 'larkspur', 'training-record.pdf')
    return runCli(['import', form, '--config', `orgs/${name}.json`], { cwd })
  }
  expect((await importInto('heron')).stderr).toMatch(
    /^\S+ error This is “Peer-to-peer training record” of Larkspur Lantern Cooperative, not of Heron Mill; .* form-other-organisation\n$/,
  )
  expect((await importInto('larkspur')).stdout).toMatch(
    /^incomplete .* orgs\/records\/larkspur\/training-record\/[0-9a-f]{32}\.json\n/,
  )
  const listed = async (name: string) =>
    (await runCli(['records', '--config', `orgs/${name}.json`], { cwd })).stdout
  expect(await listed('larkspur')).toMatch(/\n1 record\n$/)
  expect(await listed('heron')).toBe('0 records\n')
})

test('a run of several that is ended with Ctrl-C after the first goes on with the others, and gives what one run gives', async () => {
  const names = ['fernhill', 'heron', 'larkspur']
  const orgs = Object.fromEntries(
    names.map((name) => [`orgs/${name}.json`, sample.replaceAll('Larkspur Lantern', name)]),
  )
  const args = [...one, '--config', 'orgs']
  const env = { SOURCE_DATE_EPOCH: secondsAt('2026-11-22') }
  const [cwd, undisturbed] = [makeFolder(orgs), makeFolder(orgs)]
  const child = spawn(process.execPath, [bin, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'close')
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    if (lines.length === 0) child.kill('SIGINT')
    lines.push(line)
  }
  expect((await ended)[0]).toBe(130)
  expect(lines).toEqual([expect.stringMatching(/^ok +fernhill /)])
  expect(await runCli(['verify', 'out/fernhill'], { cwd })).toMatchObject({ code: 0 })

  const second = await runCli(args, { cwd, env })
  expect(second.stdout.replaceAll(/ +/g, ' ')).toMatch(
    /^ok fernhill \d+ files, 0 of them new or changed.*\nok heron .*\nok larkspur .*\n3 of 3 organisations\n$/,
  )
  expect(await runCli(args, { cwd: undisturbed, env })).toMatchObject({ code: 0 })
  expect(filesOf(cwd)).toEqual(filesOf(undisturbed))
})

test('takes several files, and says as JSON whose messages they are', async () => {
  const cwd = makeFolder({ 'a.json': sample, 'b.json': faulty })
  const args = ['check', '--json', '--config', 'a.json', '--config', 'b.json']
  const { code, stdout } = await runCli(args, { cwd })
  const lines = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(1)
  expect(lines.filter(({ kind }) => kind === 'summary')).toMatchObject([
    { organisation: 'a', ok: true },
    { organisation: 'b', ok: false },
  ])
  expect(new Set(lines.map(({ organisation }) => organisation))).toEqual(new Set(['a', 'b']))
})

test('takes a folder with org.config.json as one organisation', async () => {
  const cwd = makeFolder({ 'larkspur/org.config.json': sample })
  const { code, stdout } = await runCli([...one, '--config', 'larkspur'], { cwd })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\d+ files, .* Open larkspur\/out\/index\.html\n$/)
})

test('refuses two organisations of one name, and folders without any', async () => {
  const cwd = makeFolder({ 'x/fernhill.json': sample, 'y/Fernhill.json': sample, 'z/note.txt': '' })
  const twins = await runCli(['check', '--config', 'x', 'y'], { cwd })
  expect(twins).toMatchObject({
    code: 2,
    stderr:
      'The configurations `x/fernhill.json` and `y/Fernhill.json` would both be built as `fernhill`; rename one of them\n',
  })
  expect(await runCli(['check', '--config', 'z'], { cwd })).toMatchObject({
    code: 2,
    stderr:
      'There is no configuration in the folder `z`; put one JSON file for each organisation there\n',
  })
})

test('refuses to build a document that is not there', async () => {
  const cwd = makeFolder({ 'org.config.json': sample })
  expect(await runCli(['build', '--only', 'trainig-record'], { cwd })).toMatchObject({
    code: 2,
    stderr: 'There is no document `trainig-record` in the pack, did you mean `training-record`?\n',
  })
  expect(existsSync(join(cwd, 'out'))).toBe(false)
})

test('takes the time from SOURCE_DATE_EPOCH', async () => {
  const documents = readdirSync(join(import.meta.dirname, '../../content')).filter((name) =>
    name.endsWith('.md'),
  )
  const cwd = makeFolder({ 'org.config.json': sample })
  const overdueAt = async (epoch: string) => {
    const { code, stderr } = await runCli(['check', '--all'], {
      cwd,
      env: { SOURCE_DATE_EPOCH: epoch },
    })
    return { code, overdue: stderr.match(/ review-overdue$/gm)?.length ?? 0, stderr }
  }
  expect(await overdueAt(secondsAt('2028-12-01'))).toMatchObject({ code: 0, overdue: 0 })
  expect(await overdueAt(secondsAt('2028-12-02'))).toMatchObject({
    code: 0,
    overdue: documents.length,
  })
  expect(await overdueAt('soon')).toMatchObject({
    code: 2,
    stderr:
      'SOURCE_DATE_EPOCH is `soon`, expected seconds since 1970 such as 1796083200; correct it or remove it\n',
  })
})

function secondsAt(day: string): string {
  return String(Date.parse(`${day}T00:00:00Z`) / 1000)
}

/** All files of a project, with what they hold. */
function filesOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .sort()
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path, hash('sha256', readFileSync(join(folder, path)))]),
  )
}
