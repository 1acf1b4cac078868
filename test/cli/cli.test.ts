import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { rules } from '../../src/messages/rules.ts'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { runInTerminal } from '../support/terminal.ts'

const root = join(import.meta.dirname, '../..')
const cwd = projectWithFaults()

test('shows an example for each command', async () => {
  const { stdout } = await runCli(['--help'], { cwd })
  const commands = [...stdout.matchAll(/^ {2}([a-z]+) [[<]/gm)].map(([, name]) => name!)
  expect(commands).toEqual(expect.arrayContaining(['init', 'check', 'build', 'import', 'doctor']))
  const helps = await Promise.all(
    commands.filter((name) => name !== 'help').map((name) => runCli([name, '--help'], { cwd })),
  )
  for (const help of helps) {
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(/\nExamples?:\n {2}policypack /)
    expect(help.stdout).toMatch(/\nExit code: 0 /)
  }
}, 60_000)

test('gives the version', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  expect(await runCli(['--version'], { cwd })).toEqual({
    code: 0,
    stdout: `${version}\n`,
    stderr: '',
  })
})

test.each([
  [['chekc'], "error: unknown command 'chekc'\n(Did you mean check?)"],
  [['check', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
  [['explain', 'form-blnk'], 'There is no rule `form-blnk`, did you mean `form-blank`?'],
  [['explain', 'kites'], 'There is no rule `kites`; run `policypack explain` to see them all'],
  [['import'], "error: missing required argument 'path'"],
  [['import', 'completed', '--config', 'nope.json'], 'There is no configuration `nope.json`'],
])('wrong usage ends with 2: %j', async (args, sentence) => {
  const { code, stdout, stderr } = await runCli(args, { cwd })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toContain(sentence)
})

test('check says each fault with its place, and which placeholders are open', async () => {
  const { code, stdout, stderr } = await runCli(['check'], { cwd })
  expect(code).toBe(1)
  expect(stderr.split('\n').filter((line) => !line.startsWith('    '))).toEqual([
    'content/notes.md:10:23 error Missing answer for `(insert way of the wind)` placeholder-unanswered',
    'org.config.json:3:5 warning Unexpected answer `nothing asks for this`, which no document asks for answer-unused',
    '',
  ])
  expect(stdout).toContain('2 placeholders in 2 places: 1 answered, 1 open\n\n  way of the wind\n')
  expect(stdout).toContain(
    '    content/notes.md:10:23  We meet at the office (insert way of the wind).\n',
  )
  expect(stdout).not.toContain('\u001b')
})

test('check as JSON gives one object a line', async () => {
  const { code, stdout, stderr } = await runCli(['check', '--json'], { cwd })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(lines.map(({ kind }) => kind)).toEqual([
    'message',
    'message',
    'placeholder',
    'placeholder',
    'summary',
  ])
  expect(lines[0]).toMatchObject({
    file: 'content/notes.md',
    line: 10,
    column: 23,
    severity: 'error',
    help: 'docs/messages.md#placeholder-unanswered',
  })
  expect(lines[4]).toMatchObject({ ok: false, answered: 1, open: 1 })
})

test('a build with faults writes nothing', async () => {
  const { code, stdout } = await runCli(['build'], { cwd })
  expect(code).toBe(1)
  expect(stdout).toContain('Nothing was written: 1 error')
})

test('a build without a browser says what to do', async () => {
  const env = { CHROME_PATH: '/nowhere/chrome', PUPPETEER_EXECUTABLE_PATH: '' }
  const { code, stderr } = await runCli(['build', '--draft'], { cwd, env })
  expect(code).toBe(2)
  expect(stderr).toMatch(/^CHROME_PATH names `\/nowhere\/chrome`, which is no Chrome.*remove it$/m)
  expect(stderr).not.toMatch(/^\s+at /m)
})

test('doctor names what is missing and ends with 2', async () => {
  const env = { CHROME_PATH: '/nowhere/chrome', PUPPETEER_EXECUTABLE_PATH: '' }
  const { code, stdout } = await runCli(['doctor', '--config', 'none.json'], { cwd, env })
  expect(code).toBe(2)
  expect(stdout).toMatch(/^ok {7}Node\.js /m)
  expect(stdout).toMatch(/^not ok {3}Browser .*CHROME_PATH names/m)
  expect(stdout).toMatch(/^not ok {3}Configuration .*\n +→ policypack init$/m)
})

test('import tells the fate of each file and goes on after a bad one', async () => {
  writeFileSync(join(cwd, 'letter.pdf'), 'Dear all')
  writeFileSync(join(cwd, 'empty.pdf'), '')
  const args = ['import', 'letter.pdf', 'empty.pdf', 'none.pdf']
  const plain = await runCli(args, { cwd })
  expect(plain.code).toBe(1)
  expect(plain.stdout).toMatch(/^rejected {5}letter\.pdf$/m)
  expect(plain.stdout).toMatch(/^3 rejected$/m)
  expect(plain.stderr).toMatch(/^letter\.pdf error .* not-a-pdf$/m)

  const { code, stdout } = await runCli([...args, '--json'], { cwd })
  const lines = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(1)
  expect(lines).toHaveLength(3)
  for (const line of lines)
    expect(line).toMatchObject({
      status: 'rejected',
      messages: [
        { severity: 'error', help: expect.stringMatching(/^docs\/messages\.md#[a-z-]+$/) },
      ],
    })
})

test('explain shows the paragraph about a rule as plain text', async () => {
  const { code, stdout, stderr } = await runCli(['explain', 'field-attribute'], { cwd })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [id, paragraph = '', example, address] = stdout.trimEnd().split('\n\n')
  expect({ id, address }).toEqual({
    id: 'field-attribute',
    address: 'docs/messages.md#field-attribute',
  })
  expect(paragraph).toMatch(/^Error\. A field has an attribute/)
  expect(paragraph).toContain('forms.md')
  expect(paragraph).not.toMatch(/[[\]]/)
  expect(Math.max(...paragraph.split('\n').map((line) => line.length))).toBeLessThanOrEqual(90)
  expect(example).toMatch(/^ {4}content\/kite-form\.md:17:31 error .* field-attribute$/)
})

test('explain lists every rule in its group', async () => {
  const { code, stdout } = await runCli(['explain'], { cwd })
  const listed = Array.from(
    stdout.matchAll(/^ {2}([a-z-]+) +(?:error|warning|info) /gm),
    ([, id]) => id,
  )
  expect(code).toBe(0)
  expect(listed.toSorted()).toEqual(Object.keys(rules).toSorted())
  expect(stdout).toMatch(/^Links and reviews\n {2}link-broken +error {4}A link leads to/m)
})

test('a message in a terminal is followed by the way to learn more', async () => {
  const terminal = runInTerminal(['check'], { cwd })
  await terminal.see('for example `policypack explain placeholder-unanswered`')
  expect(await terminal.ended).toBe(1)
  const more = runInTerminal(['explain', 'placeholder-unanswered'], { cwd })
  await more.see('docs/messages.md#placeholder-unanswered')
  expect(await more.ended).toBe(0)
})

test('says in one sentence that the reader has closed the pipe', async () => {
  const program = join(root, 'src/bin.ts')
  const child = spawn(process.execPath, [
    program,
    'check',
    '--json',
    '--config',
    join(root, 'org.config.json'),
  ])
  const stderr = text(child.stderr)
  child.stdout.once('data', () => child.stdout.destroy())
  const [code] = await once(child, 'close')
  expect(code).toBe(2)
  expect(await stderr).toBe(
    'Not all of the output could be written: what read it has ended before; the work itself was done to its end\n',
  )
})

test('the launcher starts it from the sources', async () => {
  const child = spawn(process.execPath, [join(root, 'src/policypack.mjs'), '--version'])
  const [stdout, [code]] = await Promise.all([text(child.stdout), once(child, 'close')])
  expect({ stdout, code }).toEqual({ stdout: '0.1.0\n', code: 0 })
})

/** One document with an open placeholder; the documents that come with policypack are left out. */
function projectWithFaults(): string {
  const folder = makeFolder()
  const packed = readdirSync(join(root, 'content')).filter((name) => name.endsWith('.md'))
  const documents = packed.map((name) => [name.slice(0, -3), { include: false }])
  const config = [
    '{"organisation": {"name": "Fernhill"},',
    '  "answers": {',
    '    "nothing asks for this": "a"},',
    `  "documents": ${JSON.stringify(Object.fromEntries(documents))}}`,
  ]
  writeFileSync(join(folder, 'org.config.json'), config.join('\n'))
  const notes = [
    '---',
    'id: notes',
    'kind: guide',
    'title: Notes of (insert organisation name)',
    'version: 1.0.0',
    '---',
    '',
    '## How we meet',
    '',
    'We meet at the office (insert way of the wind).',
  ]
  mkdirSync(join(folder, 'content'))
  writeFileSync(join(folder, 'content', 'notes.md'), `${notes.join('\n')}\n`)
  return folder
}
