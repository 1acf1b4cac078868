import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  build,
  check,
  dev,
  examine,
  type ImportResult,
  importForms,
  type Message,
  OperatorError,
  prepareQuestions,
  saveAnswers,
} from '../../src/index.ts'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

const project = join(import.meta.dirname, '../import/project')
const name = 'Fernhill Clinic'
const plain = `{\n  "organisation": {\n    "name": "${name}"\n  },\n  "answers": {}\n}\n`
const tabbed = plain.replaceAll('  ', '\t')

/** Written in some other way than usual, and yet clear. */
const sound: Readonly<Record<string, string>> = {
  'a byte order mark': `\ufeff${plain}`,
  'Windows line ends': plain.replaceAll('\n', '\r\n'),
  'tabs, and a mark and line ends of Windows': `\ufeff${tabbed.replaceAll('\n', '\r\n')}`,
  'all in one line': JSON.stringify(JSON.parse(plain)),
  'spaces around the values': `{ "organisation": { "name": " ${name} \\t", "shortName": "FC ",
    "locale": " en_au ", "colour": " Navy " } }`,
}

/** What every command must refuse in the same words. */
const refused: Readonly<Record<string, string | Uint8Array>> = {
  'a comment': plain.replace('{\n', '{ // ours\n'),
  'a block comment': `/* ours */ ${plain}`,
  'a comma after the last entry': plain.replace('{}\n', '{},\n'),
  'keys that begin with a capital': `{"Organisation": {"Name": "${name}"}}`,
  'a name that begins with a capital': `{"organisation": {"Name": "${name}"}}`,
  'a name that stands twice': `{"organisation": {"name": "Others", "name": "${name}"}}`,
  'an organisation that stands twice': `{"organisation": {"name": "Others"}, "organisation": {"name": "${name}"}}`,
  'UTF-16': Buffer.from(`\ufeff${plain}`, 'utf16le'),
  'UTF-16 with the high byte first': Buffer.from(`\ufeff${plain}`, 'utf16le').swap16(),
  'Latin-1': Buffer.from(plain.replace('Clinic', 'Cliniqué'), 'latin1'),
  'a name of spaces': '{"organisation": {"name": "  "}}',
  'a number for a name': '{"organisation": {"name": 5}}',
  'another key for itself': `{"organisation": {"name": "${name}"}, "__proto__": {}}`,
  'a list': `[${plain}]`,
  'half a file': plain.slice(0, 40),
  'nothing at all': '',
}

let foreign: string

beforeAll(async () => {
  const others = copyProject(project)
  writeFileSync(others.options.config, plain.replace(name, 'Others'))
  expect(await build(others.options)).toMatchObject({ ok: true })
  foreign = join(others.options.out, 'kite-loan.pdf')
})

describe.each(Object.entries(sound))('%s', (_, text) => {
  test('is taken by all commands, which know the same name by it', async () => {
    const copy = projectWith(text)
    const own = join(copy.options.out, 'kite-loan.pdf')
    const none = { check: [], build: [], dev: [], init: [], doctor: [], import: [] }
    expect(await verdicts(copy)).toEqual(none)

    const definition = join(copy.options.out, 'forms/kite-loan.form.json')
    expect(JSON.parse(readFileSync(definition, 'utf8'))).toMatchObject({ organisation: name })
    // What is published is the organisation's own, whatever its name is.
    rmSync(join(copy.folder, 'published-forms.json'))
    const [mine, theirs] = await imported(copy, [own, foreign])
    expect(mine).toMatchObject({ status: 'incomplete', record: { organisation: name } })
    expect(theirs?.status).toBe('rejected')
    expect(theirs?.messages.at(-1)?.message).toContain(` of Others, not of ${name};`)
  })

  test('stays so when init writes an answer into it', async () => {
    const { options } = projectWith(text)
    await saveAnswers(options.config, [{ path: ['answers', 'owner'], value: 'Director' }])
    const edited = readFileSync(options.config, 'utf8')
    expect(edited.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'))
    expect(edited.includes('\r\n')).toBe(text.includes('\r\n'))
    if (text.includes('\r\n')) expect(edited).not.toMatch(/[^\r]\n/)
    if (text.includes('\t"')) expect(edited).toMatch(/\n\t\t"owner"/)
    const { organisation, answers } = JSON.parse(edited.replace('\ufeff', ''))
    expect(organisation).toEqual(JSON.parse(text.replace('\ufeff', '')).organisation)
    expect(answers).toEqual({ owner: 'Director' })
  })
})

test.each(Object.entries(refused))('%s is refused by all commands', async (_, text) => {
  const copy = projectWith(text)
  const { import: said, ...others } = await verdicts(copy)
  const told = others.check
  expect(told.length).toBeGreaterThan(0)
  const [first] = told
  // What is missing is what init asks for.
  const init = told.filter((message) => !message.startsWith('Missing'))
  expect(others).toEqual({ check: told, build: told, dev: told, init, doctor: [first] })
  expect(said).toEqual([
    'The configuration cannot be read, so forms of other organisations are not told apart; run `policypack check`',
  ])
  const [theirs] = await imported(copy, [foreign])
  expect(theirs).toMatchObject({ record: { organisation: 'Others' } })
})

function projectWith(config: string | Uint8Array): ProjectCopy {
  const copy = copyProject(project)
  writeFileSync(copy.options.config, config)
  return copy
}

/** The errors that each command tells of a project, and what an import says of the configuration. */
async function verdicts({ options }: ProjectCopy) {
  const { config } = options
  const prepared = await prepareQuestions({ config })
  const state = (await examine({ config })).find((finding) => finding.name === 'Configuration')
  return {
    check: errorsIn((await check(options)).messages),
    build: errorsIn((await build(options)).messages),
    dev: errorsIn(await messagesOfDev(options)),
    init: 'messages' in prepared ? errorsIn(prepared.messages) : [],
    doctor: state?.ok ? [] : [state?.found],
    import: (await importForms({ paths: [foreign], config, dryRun: true })).messages.map(
      ({ message }) => message,
    ),
  }
}

function errorsIn(messages: readonly Message[]): string[] {
  return messages.filter(({ severity }) => severity === 'error').map(({ message }) => message)
}

async function messagesOfDev({ out: _, ...options }: ProjectCopy['options']) {
  const stop = new AbortController()
  const said: Message[] = []
  await dev({
    ...options,
    port: 0,
    signal: stop.signal,
    onReady: () => {},
    onBuilt(result) {
      stop.abort()
      if (result instanceof OperatorError) throw result
      said.push(...result.messages)
    },
    sentence: ({ message }) => message,
  })
  return said
}

async function imported({ options, folder }: ProjectCopy, paths: readonly string[]) {
  const results: ImportResult[] = []
  const onResult = (result: ImportResult) => results.push(result)
  await importForms({ paths, config: options.config, to: join(folder, 'records'), onResult })
  return results
}
