import { execFile } from 'node:child_process'
import {
  copyFileSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import * as api from '../src/index.ts'
import { outsideEnvironment } from './support/outside-environment.ts'
import { makeFolder } from './support/project-copy.ts'

const root = join(import.meta.dirname, '..')
const folder = makeFolder()
const own = (...path: string[]) => join(folder, ...path)
const installed = (...path: string[]) => own('node_modules', 'policypack', ...path)

beforeAll(async () => {
  // Without the scripts around it, which install what is missing and so take it from under the tests that run.
  await run('npm', ['run', 'build:dist', '--ignore-scripts'], root)
  const pack = ['pack', '--json', '--ignore-scripts', '--pack-destination', folder]
  const { stdout } = await run('npm', pack, root)
  const [name] = stdout.match(/policypack-[\d.]+\.tgz/) ?? []
  await install(`./${name}`)
  copyFileSync(join(root, 'org.config.json'), own('org.config.json'))
})

test('holds the program, the content and the templates, and nothing else', () => {
  expect(readdirSync(installed()).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'bundles',
    'content',
    'dist',
    'docs',
    'org.config.json',
    'package.json',
    'src',
    'templates',
  ])
  expect(readdirSync(installed('content'))).toEqual(readdirSync(join(root, 'content')))
  expect(readdirSync(installed('templates'))).toEqual(readdirSync(join(root, 'templates')))
  expect(readdirSync(installed('src'), { recursive: true }).sort()).toEqual([
    'files',
    'files/compile-cache.mjs',
    'policypack.mjs',
    'setup',
    join('setup', 'node.mjs'),
  ])
})

test('finds a Node, a browser and all that a build needs', async () => {
  const { stdout } = await policypack('doctor')
  const lines = stdout.trimEnd().split('\n')
  expect(lines.map((line) => line.split(/ {2,}/).slice(0, 2).join(' '))).toEqual([
    'ok Node.js',
    'ok Browser',
    'ok Configuration',
    'ok Content',
    'ok Fonts',
    'ok Output folder',
  ])
})

test('builds the pack from its own content, and imports a form of it', async () => {
  await policypack('check')
  await policypack('build', '--only', 'training-record')
  expect(readdirSync(own('out', 'assets', 'fonts'))).not.toEqual([])
  const { stdout } = await policypack('import', join('out', 'training-record.pdf')).catch(
    (error: { stdout: string }) => error,
  )
  expect(stdout).toMatch(/^incomplete .*\n1 incomplete\n$/)
})

test('explains a rule from its own documentation', async () => {
  const { stdout } = await policypack('explain', 'form-blank')
  expect(stdout).toMatch(/^form-blank\n\nError\. Nothing is filled in\./)
})

test('takes the files of the folder before its own, one by one', async () => {
  await policypack('eject', 'training-record')
  const copy = own('content', 'training-record.md')
  writeFileSync(copy, readFileSync(copy, 'utf8').replace(/^title: .*$/m, 'title: Our own record'))
  mkdirSync(own('templates'))
  writeFileSync(own('templates', 'site-footer.hbs'), '<footer>Our own footer</footer>')
  await policypack('build', '--only', 'training-record')
  const page = readFileSync(own('out', 'training-record.html'), 'utf8')
  expect(page).toContain('<title>Our own record – ')
  expect(page).toContain('<footer>Our own footer</footer>')
  expect(page).toContain('class="site-header"')
  expect(readdirSync(own('out'))).toContain('mentoring-policy.html')
})

test('is a library with types, used as docs/library.md shows', async () => {
  const [, example = ''] =
    /```ts\n(.*?)```/s.exec(readFileSync(installed('docs/library.md'), 'utf8')) ?? []
  expect(example).toContain("from 'policypack'")
  writeFileSync(own('example.mts'), example)
  await checkTypes('example.mts')

  mkdirSync(own('completed'), { recursive: true })
  writeFileSync(own('completed', 'letter.pdf'), 'Dear all')
  const { stdout, stderr } = await run(process.execPath, ['example.mts'], folder)
  expect(stdout).toMatch(/^training-record \{.*\}\n$/)
  expect(stderr).toMatch(/letter\.pdf The file is a plain text, not a PDF/)
})

describe('the example of each public function', () => {
  const names = Object.keys(api).filter((name) => name !== 'version')
  let said: ReadonlyMap<string, string>

  beforeAll(async () => {
    const examples = new Map(globSync(installed('dist', '**', '*.d.ts')).flatMap(examplesIn))
    expect([...examples.keys()].sort()).toEqual(names.toSorted())
    for (const [name, example] of examples) writeFileSync(own(`${name}.mts`), example)
    await checkTypes(...names.map((name) => `${name}.mts`))
    await policypack('build', '--only', 'training-record')
    mkdirSync(own('completed'), { recursive: true })
    copyFileSync(own('out', 'training-record.pdf'), own('completed', 'training-record.pdf'))
    said = await runAll(names)
  })

  test.each(names)('%s runs', (name) => {
    expect(said.get(name)).toMatch(/\w/)
    expect(said.get(name)).not.toContain(FAILED)
  })
})

/** Stands before what an example threw. */
const FAILED = 'The example failed: '

/** Runs one example after the other in one process, and gives what each said. */
async function runAll(names: readonly string[]): Promise<Map<string, string>> {
  const mark = (name: string): string => `== ${name} ==`
  const lines = names.flatMap((name) => [
    `console.log('${mark(name)}')`,
    `await import('./${name}.mts').catch((error) => console.log('${FAILED}', error))`,
  ])
  const program = ['console.error = console.warn = console.log', ...lines].join('\n')
  writeFileSync(own('examples.mjs'), program)
  const { stdout } = await run(process.execPath, ['examples.mjs'], folder)
  const [, ...parts] = stdout.split(/== (\w+) ==/)
  return new Map(names.map((name) => [name, parts[parts.indexOf(name) + 1] ?? '']))
}

/** What the doc comments of declarations say after `@example`, by the name of what is declared. */
function examplesIn(path: string): [name: string, example: string][] {
  const documented =
    /\/\*\*((?:(?!\*\/).)*@example.*?)\*\/\s*export declare (?:function|class) (\w+)/gs
  return [...readFileSync(path, 'utf8').matchAll(documented)].map(([, comment = '', name = '']) => {
    const [, example = ''] = /```ts\n(.*?)```/s.exec(comment.replace(/^ *\* ?/gm, '')) ?? []
    return [name, example]
  })
}

/** As strictly as a program that uses the package may be compiled. */
async function checkTypes(...files: string[]): Promise<void> {
  const program = join(root, 'node_modules/typescript/bin/tsc')
  const types = ['--types', 'node', '--typeRoots', join(root, 'node_modules/@types')]
  const strict = ['--strict', '--module', 'nodenext', '--verbatimModuleSyntax', '--noEmit']
  const options = [...strict, ...types, ...files]
  const faults = await run(process.execPath, [program, ...options], folder).catch(
    ({ stdout }: { stdout: string }) => ({ stdout }),
  )
  expect(faults.stdout).toBe('')
}

/** As an administrator runs it: with the Node of the machine, whatever its age. */
function policypack(...args: string[]) {
  return run('npx', ['--no', 'policypack', ...args], folder)
}

/** Without install scripts, which many organisations do not allow. */
async function install(tarball: string): Promise<void> {
  writeFileSync(own('package.json'), '{"private": true}\n')
  const options = ['--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund']
  try {
    await run('npm', ['install', ...options, tarball], folder)
  } catch (error) {
    const { stderr } = error as { stderr: string }
    const [code] = /E(?:NOTFOUND|AI_AGAIN|CONN\w+|TIMEDOUT|NOTCACHED|NETWORK)/.exec(stderr) ?? []
    if (!code) throw error
    throw new Error(
      `The npm registry cannot be reached (${code}), and the cache of npm lacks packages that policypack needs; run this test once with a network`,
      { cause: error },
    )
  }
}

function run(command: string, args: readonly string[], cwd: string) {
  return promisify(execFile)(command, args, {
    cwd,
    env: outsideEnvironment(),
    shell: process.platform === 'win32',
    encoding: 'utf8',
  })
}
