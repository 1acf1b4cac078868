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
