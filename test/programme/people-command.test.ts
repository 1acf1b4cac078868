import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { draftOf, form, keep, originalOf } from '../keep/support.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { keys, runInTerminal } from '../support/terminal.ts'

test('who is meant by a name on forms is asked once, and remembered', async () => {
  const cwd = makeFolder({
    'org.config.json': JSON.stringify({ organisation: { name: 'Larkspur' } }),
    'people.csv': 'id,name\n1,Robert Smith\n2,Ada Lovelace\n3,Ben Otto\n',
  })
  const draft = {
    ...draftOf('Bob Smith', null),
    values: {
      mentee: { name: 'Bob Smith' },
      mentor: { name: 'Ada Byron' },
      partnership: { start: '2026-06-01' },
    },
  }
  await keep(draft, originalOf('1.pdf'), {
    dir: join(cwd, 'records'),
    now: new Date('2026-11-22T09:30:00Z'),
    form,
    method: 'fields',
  })

  const terminal = runInTerminal(['people'], { cwd })
  await terminal.see('Who is “Bob Smith” on forms?')
  terminal.type('')
  await terminal.see('Who is “Ada Byron” on forms?')
  terminal.type(keys.down)
  expect(await terminal.ended).toBe(0)
  expect(
    JSON.parse(readFileSync(join(cwd, 'programme/people-decided.json'), 'utf8')).people,
  ).toEqual({ 'bob smith': '1', 'ada byron': null })

  const again = await runCli(['people'], { cwd })
  expect(again.code).toBe(0)
  expect(again.stdout).not.toContain('Who is')
}, 60_000)

test('without people, each command says so in the same words, with what to do, and shows no empty table', async () => {
  const organisation = JSON.stringify({ organisation: { name: 'Larkspur' } })
  const outcomesIn = (cwd: string) =>
    Promise.all(
      ['people', 'pair', 'programme --no-pdf'].map((command) =>
        runCli(command.split(' '), { cwd }),
      ),
    )

  const [people, pair, programme] = await outcomesIn(
    makeFolder({ 'org.config.json': organisation }),
  )
  expect(people).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'There is no list of people; put `people.csv` or `people.xlsx` from your HR system beside the configuration or into programme/\n',
  })
  expect(pair).toEqual(people)
  expect(programme!.stdout).toContain(people!.stderr)

  const [nobody, noPair, noPrompt] = await outcomesIn(
    makeFolder({ 'org.config.json': organisation, 'people.csv': 'id,name\n' }),
  )
  expect(nobody).toMatchObject({ code: 2, stdout: '' })
  expect(nobody!.stderr).toMatch(
    /^There is nobody in the list of people .*people\.csv; export it again/m,
  )
  expect(noPair).toEqual(nobody)
  expect(noPrompt!.stdout).toContain(nobody!.stderr.split('\n').at(-2))
})

test('the number in the list finds, exports and erases records of forms that know the person otherwise', async () => {
  const cwd = makeFolder({
    'org.config.json': JSON.stringify({ organisation: { name: 'Larkspur' } }),
    'people.csv': 'id,name\n1,Ada Lovelace\n2,Ben Otto\n3,Ben Otto\n4,Eva Novak\n',
  })
  const draft = {
    ...draftOf('Ada Lovelace', null),
    values: {
      mentee: { name: 'Ada Lovelace' },
      mentor: { name: 'Ben Otto' },
      partnership: { start: '2026-06-01' },
    },
  }
  await keep(draft, originalOf('1.pdf'), {
    dir: join(cwd, 'records'),
    now: new Date('2026-11-22T09:30:00Z'),
    form,
    method: 'fields',
  })
  const lastLine = async (...args: string[]) =>
    (await runCli(['records', ...args], { cwd })).stdout.split('\n').at(-2)

  expect(await lastLine('find', '1')).toBe('1 record')
  expect(await lastLine('export', '1')).toContain('1 record would be in it')
  expect(await lastLine('erase', '1')).toContain('1 record would be erased')
  // Of a name that is only similar, nothing is erased.
  expect(await runCli(['records', 'erase', 'Eva Novack'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('No record names `Eva Novack`'),
  })
  // Nor of an address that is not theirs.
  expect((await runCli(['records', 'erase', 'ada.lovelace@example.org'], { cwd })).code).toBe(2)
  // Two people have that name.
  expect(await lastLine('find', '2')).toBe('0 records')
}, 60_000)
