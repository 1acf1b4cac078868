import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { version } from '../src/contracts/version.ts'
import * as published from '../src/index.ts'

const root = join(import.meta.dirname, '..')
const modules = globSync('src/**/*.{ts,mjs}', { cwd: root }).map((path) =>
  path.replaceAll('\\', '/'),
)

/** The floor: each room of it may import those that are named beside it. */
const floor: Readonly<Record<string, readonly string[]>> = {
  language: [],
  messages: [],
  model: ['language', 'messages'],
  pdf: ['language'],
  containers: ['messages', 'pdf'],
  convert: ['containers', 'language', 'pdf'],
  contracts: ['language', 'messages', 'model', 'pdf'],
  files: ['messages'],
  database: ['messages'],
  configuration: ['contracts', 'files', 'language', 'messages', 'model'],
}
const ground = Object.keys(floor)

/** The wings. Their rooms stand on the floor and know nothing of each other; the files at the top put them in order. */
const wings: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  pack: {
    text: [],
    ...eachOf(['load', 'restate', 'typeset', 'fill', 'check', 'render', 'ask'], ['text']),
    parse: ['restate', 'text'],
    outputs: ['text'],
    ...eachOf(['print', 'stamp', 'write'], []),
  },
  forms: {
    pages: [],
    fields: ['pages'],
    describe: ['pages'],
    identify: ['pages'],
    findings: ['fields', 'pages'],
    ...eachOf(
      [
        'gather',
        'keying-page',
        'paper',
        'prefill',
        'questions',
        'signatures',
        'validate',
        'record',
      ],
      [],
    ),
    keep: ['record'],
  },
  programme: {
    people: [],
    plans: [],
    ledger: ['people'],
    retention: ['ledger', 'people'],
    pairing: ['ledger', 'people'],
    disclosure: [],
    situation: ['ledger', 'people'],
    duties: ['ledger', 'situation'],
    figures: ['disclosure', 'situation'],
    pages: ['duties', 'figures', 'situation'],
  },
}

/** What runs in a browser as well, and does not touch the disk or the network. */
const pure = [
  'language',
  'messages',
  'model',
  'pdf',
  'containers',
  'contracts',
  'convert',
  'web',
  ...['text', 'ask', 'check', 'fill', 'parse', 'render', 'restate', 'stamp', 'typeset'].map(
    (room) => `pack/${room}`,
  ),
  ...[
    'describe',
    'identify',
    'fields',
    'pages',
    'findings',
    'paper',
    'prefill',
    'signatures',
    'validate',
    'record',
  ].map((room) => `forms/${room}`),
  ...[
    'extract.ts',
    'extract-answers.ts',
    'extract-paper.ts',
    'read-form.ts',
    'read-paper.ts',
    'keep-read.ts',
    'check-answers.ts',
  ].map((order) => `forms/${order}`),
  ...['exchange.ts', 'refusals.ts'].map((part) => `forms/reading/${part}`),
]

/** What a wing learns of the machine: the browser to print with, and the Node that runs it. */
const machine = ['browser', 'setup/node.mjs']

/** What the public API is made of. A command takes from there what it needs, so that it loads no more. */
const api = importedBy('src/index.ts').map((module) => module.slice('src/'.length))

/** The door: what starts the program, and what it may import. */
const door: Readonly<Record<string, readonly string[]>> = {
  browser: ['messages', 'model'],
  terminal: ['messages', 'model'],
  setup: ['browser'],
  commands: ['contracts', 'index.ts', 'jobs', 'terminal', ...api],
  explain: ['files', 'messages'],
  jobs: [...ground, 'pack', 'forms'],
  web: ['containers', 'contracts', 'forms', 'language', 'messages', 'model', 'pack/render', 'pdf'],
  'cli.ts': ['commands', 'contracts', 'messages', 'terminal'],
  'bin.ts': ['cli.ts', 'files'],
  'policypack.mjs': ['files', 'setup'],
  'index.ts': [...ground, 'explain', 'pack', 'forms', 'programme'],
}

test('each room imports only what it may', () => {
  const strays = modules.flatMap((module) =>
    importedBy(module)
      .filter((imported) => !mayImport(module, imported))
      .map((imported) => `${module} → ${imported}`),
  )
  expect(strays).toEqual([])
})

test('stages are taken by their front door, by who puts them in order and by each other', () => {
  const strays = modules
    .filter((module) => !isGround(module))
    .flatMap((module) =>
      importedBy(module)
        .filter((imported) => isStage(imported) && roomOf(imported) !== roomOf(module))
        .filter((imported) => !imported.endsWith('/index.ts'))
        .map((imported) => `${module} → ${imported}`),
    )
  expect(strays).toEqual([])
})

test('who reads fields and pages gives facts; what is said of them is put into words elsewhere', () => {
  const readers = modules.filter(
    (module) => isIn(module, 'forms/fields') || isIn(module, 'forms/pages'),
  )
  expect(readers.length).toBeGreaterThan(20)
  expect(
    readers.filter((module) => importedBy(module).some((imported) => isIn(imported, 'messages'))),
  ).toEqual([])
})

test('what the pages of a completed form show is read in one place, and for a file once', () => {
  const forms = modules.filter((module) => isIn(module, 'forms'))
  const using = (name: RegExp): string[] => forms.filter((module) => name.test(read(module)))
  expect(using(/\breadContents\b/)).toEqual(['src/forms/pages/file-pages.ts'])
  expect(using(/\bpagesOf\(/).sort()).toEqual([
    'src/forms/describe/index.ts',
    'src/forms/extract.ts',
    'src/forms/pages/file-pages.ts',
  ])
  expect(read('src/forms/extract.ts').match(/\bpagesOf\(/g)).toHaveLength(1)
})

test('no stage decides by the rule of a message, because facts travel as data', () => {
  const stages = modules.filter((module) => /^src\/(?:pack|forms)\//.test(module))
  // The organisation names the rules that it wants to hear nothing of.
  const allowed = ['src/pack/check/switch-off.ts']
  expect(stages.filter((module) => asksForRule.test(read(module)))).toEqual(allowed)
})

/** A rule that is compared, or looked up among some. */
const asksForRule =
  /\brule(?:Id)? [!=]==|[!=]== (?:[\w?]+\.)?rule(?:Id)?\b|\.(?:has|includes)\((?:[\w?]+\.)?rule(?:Id)?\)|'rule(?:Id)?' in |switch \((?:\w+\.)?rule(?:Id)?\)/

test('what is pure runs without Node', () => {
  const modulesOf = modules.filter((module) => pure.some((part) => isIn(module, part)))
  expect(modulesOf.length).toBeGreaterThan(100)
  expect(
    modulesOf.filter((module) => importsOf(module).some((name) => name.startsWith('node:'))),
  ).toEqual([])
})

test('what the package gives to browsers leads nowhere into Node', () => {
  const { './read-form': built } = JSON.parse(read('package.json')).exports
  const reached = reachedFrom(built.replace('./dist/', 'src/').replace(/\.js$/, '.ts'))
  expect(reached.length).toBeGreaterThan(100)
  expect(reached.filter((module) => !pure.some((part) => isIn(module, part)))).toEqual([])
})

test('the public API is this', () => {
  expect(Object.keys(published).sort()).toMatchInlineSnapshot(`
    [
      "OperatorError",
      "acceptPairs",
      "adopt",
      "adoptForm",
      "answersWithoutAsking",
      "archiveRecord",
      "build",
      "check",
      "closeRecord",
      "confirmRecord",
      "currentRecords",
      "decidePerson",
      "dev",
      "eject",
      "ejectables",
      "eraseRecords",
      "examine",
      "explain",
      "explainRules",
      "exportBook",
      "exportRecords",
      "exportSubject",
      "fieldsAsCsv",
      "findEntries",
      "findOrganisations",
      "findRecord",
      "forgettingOf",
      "holdRecord",
      "importForms",
      "isAnonymous",
      "keepArchive",
      "knownAs",
      "linkRecords",
      "moveRecords",
      "openArchiver",
      "openBuilder",
      "openProgramme",
      "openRecords",
      "pairRows",
      "prefillForms",
      "prepareQuestions",
      "printReport",
      "programmeOverview",
      "proposePairs",
      "readFields",
      "readForm",
      "readRecords",
      "readUntrusted",
      "recordsAbout",
      "relationsBetween",
      "releaseRecord",
      "reopenRecord",
      "retentionOverview",
      "saveAnswers",
      "saveArchive",
      "saveExport",
      "saveProgramme",
      "unlinkRecord",
      "usualFolders",
      "verifyPack",
      "version",
      "workbookOf",
    ]
  `)
})

test('the version is that of the package', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version)
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function eachOf(
  rooms: readonly string[],
  may: readonly string[],
): Record<string, readonly string[]> {
  return Object.fromEntries(rooms.map((room) => [room, may]))
}

function isIn(module: string, part: string): boolean {
  return module === `src/${part}` || module.startsWith(`src/${part}/`)
}

function isGround(module: string): boolean {
  return ground.some((part) => isIn(module, part))
}

/** The room of a wing that a module is in, such as `forms/pages`. */
function roomOf(module: string): string {
  return module.split('/').slice(1, 3).join('/')
}

function isStage(module: string): boolean {
  return Object.entries(wings).some(([wing, rooms]) =>
    Object.keys(rooms).some((room) => room !== 'text' && isIn(module, `${wing}/${room}`)),
  )
}

function mayImport(module: string, imported: string): boolean {
  const [, part = '', room = ''] = module.split('/')
  if (isIn(imported, part) && !wings[part]) return true
  const rooms = wings[part]
  if (!rooms) return (floor[part] ?? door[part] ?? []).some((one) => isIn(imported, one))
  if (isGround(imported)) return true
  const inside = rooms[room]
  // A file at the top of a wing, or a room that has no part in its order.
  if (!inside) return [part, ...machine].some((one) => isIn(imported, one))
  return [room, ...inside].some((one) => isIn(imported, `${part}/${one}`))
}

/** A module and all that it imports, directly or not. */
function reachedFrom(module: string): string[] {
  const reached = new Set([module])
  for (const one of reached) for (const imported of importedBy(one)) reached.add(imported)
  return [...reached]
}

function importedBy(module: string): string[] {
  return importsOf(module)
    .filter((name) => name.startsWith('.'))
    .map((name) => join(module, '..', name).replaceAll('\\', '/'))
}

function importsOf(module: string): string[] {
  // Doc comments show how a program imports the package.
  const code = read(module).replace(/^ *\/\*\*.*?\*\//gms, '')
  const found = code.matchAll(/(?:\bfrom|\bimport\(|^import) ?'([^']+)'/gm)
  return [...found].flatMap(([, name]) => name ?? [])
}
