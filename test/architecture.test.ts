import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as api from '../src/index.ts'
import { version } from '../src/model/version.ts'

const root = join(import.meta.dirname, '..')
const modules = globSync('src/**/*.{ts,mjs}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
)

const pureStages = [
  'ask',
  'check',
  'extract',
  'fill',
  'parse',
  'render',
  'stamp',
  'validate',
  'verify',
]
const stages = [...pureStages, 'gather', 'keep', 'load', 'print', 'write']
/** The files at the top in which stages stand in order, one for each thing that policypack does. */
const orders = globSync('*.ts', { cwd: join(root, 'src') }).filter(
  (file) => !['bin.ts', 'cli.ts', 'index.ts'].includes(file),
)

/** What each part of `src`, a folder or a file at the top, may import beside itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  model: [],
  ...Object.fromEntries(stages.map((stage) => [stage, ['model']])),
  pdf: ['model'],
  extract: ['model', 'pdf'],
  stamp: ['model', 'pdf'],
  browser: ['model'],
  reading: ['model', 'read-form.ts'],
  ...Object.fromEntries(
    orders.map((order) => [order, ['model', 'browser', 'reading', ...stages, ...orders]]),
  ),
  'index.ts': ['model', ...stages, ...orders],
  terminal: ['model'],
  commands: ['index.ts', 'terminal', 'cli.ts'],
  'cli.ts': ['commands', 'index.ts'],
  'bin.ts': ['cli.ts'],
  setup: ['browser'],
  'policypack.mjs': ['setup'],
}

test('each part imports only what it may', () => {
  const strays = modules.flatMap((module) => {
    const allowed = [...(mayImport[partOf(module)] ?? []), partOf(module)]
    return importsOf(module)
      .filter((name) => name.startsWith('.'))
      .map((name) => join(module, '..', name).replaceAll('\\', '/'))
      .filter((imported) => !allowed.includes(partOf(imported)))
      .map((imported) => `${module} → ${imported}`)
  })
  expect(modules.map(partOf).filter((part) => !mayImport[part])).toEqual([])
  expect(strays).toEqual([])
})

test('what is pure runs without Node', () => {
  const pure = modules.filter((module) => ['model', 'pdf', ...pureStages].includes(partOf(module)))
  expect(pure.length).toBeGreaterThan(100)
  expect(
    pure.filter((module) => importsOf(module).some((name) => name.startsWith('node:'))),
  ).toEqual([])
})

test('commands take no more than types from the command line that runs them', () => {
  const commands = modules.filter((module) => partOf(module) === 'commands')
  expect(commands.filter((module) => /^import \{.*cli\.ts'/m.test(read(module)))).toEqual([])
})

test('the public API is this', () => {
  expect(Object.keys(api).sort()).toMatchInlineSnapshot(`
    [
      "OperatorError",
      "answersWithoutAsking",
      "build",
      "check",
      "dev",
      "eject",
      "ejectables",
      "examine",
      "exportRecords",
      "findOrganisations",
      "importForms",
      "prepareQuestions",
      "readForm",
      "readRecords",
      "saveAnswers",
      "usualFolders",
      "verifyPack",
      "version",
    ]
  `)
})

test('the version is that of the package', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version)
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function partOf(module: string): string {
  return module.split('/')[1] ?? ''
}

function importsOf(module: string): string[] {
  const found = read(module).matchAll(/(?:\bfrom|\bimport\(|^import) ?'([^']+)'/gm)
  return [...found].flatMap(([, name]) => name ?? [])
}
