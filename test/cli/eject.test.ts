import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'

const root = join(import.meta.dirname, '../..')

test('copies documents by id and templates by file, and a build takes the copies', async () => {
  const cwd = makeFolder()
  copyFileSync(join(root, 'org.config.json'), join(cwd, 'org.config.json'))
  expect(await runCli(['eject', 'training-record', 'print.css', 'index'], { cwd })).toEqual({
    code: 0,
    stdout: [
      'Copied to content/training-record.md; from now on a build takes this file',
      'Copied to templates/print.css; from now on a build takes this file',
      'Copied to templates/index.hbs; from now on a build takes this file',
      '',
    ].join('\n'),
    stderr: '',
  })
  expect(readFileSync(join(cwd, 'content/training-record.md'))).toEqual(
    readFileSync(join(root, 'content/training-record.md')),
  )
  const { stdout } = await runCli(['check', '--json'], { cwd })
  expect(stdout).toContain('"file":"content/training-record.md"')
})

test('never overwrites, and writes beside the configuration', async () => {
  const cwd = makeFolder()
  const args = ['eject', 'training-record', '--config', 'orgs/a.json']
  expect(await runCli(args, { cwd })).toMatchObject({ code: 0 })
  expect(await runCli(args, { cwd })).toEqual({
    code: 2,
    stdout: '',
    stderr:
      'orgs/content/training-record.md is there already and stays as it is; edit it, or remove it first\n',
  })
})

test.each([
  ['trainig-record', 'Unexpected name `trainig-record`, did you mean `training-record`?\n'],
  ['screen.cs', 'Unexpected name `screen.cs`, did you mean `screen.css`?\n'],
  [
    '../../package.json',
    'Unexpected name `../../package.json`, expected the id of a document or the name of a template; run `policypack eject` to see them all\n',
  ],
])('copies nothing for %s', async (name, stderr) => {
  const cwd = makeFolder()
  expect(await runCli(['eject', name], { cwd })).toEqual({ code: 2, stdout: '', stderr })
  expect(readdirSync(cwd)).toEqual([])
})

test('lists what there is', async () => {
  const { code, stdout } = await runCli(['eject'], { cwd: makeFolder() })
  expect(code).toBe(0)
  const lines = stdout.trimEnd().split('\n')
  expect(lines).toContain('content    mentoring-policy')
  expect(lines).toContain('templates  print.css')
  for (const line of lines) {
    const [folder = '', name = ''] = line.split(/ +/)
    expect([name, `${name}.md`].some((file) => existsSync(join(root, folder, file)))).toBe(true)
  }
})
