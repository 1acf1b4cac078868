import { chmodSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { findBrowser } from '../src/browser/index.ts'
import { sha256Hex } from '../src/contracts/hash.ts'
import { type BuildOptions, type BuildResult, build, openBuilder } from '../src/index.ts'
import { filesIn } from './support/files-in.ts'
import { makeFolder } from './support/project-copy.ts'

const root = join(import.meta.dirname, '..')

const config = JSON.stringify({
  organisation: { name: 'Fernhill', logo: 'logo.svg' },
  answers: { 'kite colour': 'red', 'kite length': '2 m' },
})
const drawing = (colour: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9" fill="${colour}"/></svg>`
const policy = `---
id: kite-policy
kind: policy
title: Kite policy
version: 1.0.0
---

## Purpose

Kites are (insert kite colour).

![A kite](kite.svg)
`
const loan = `---
id: kite-loan
kind: form
title: Kite loan
version: 1.0.0
---

Kites are (insert kite length) long.

::field[Number of kites]{#kites required}
`

/** What a build wrote, and the documents that it printed. */
interface Built extends BuildResult {
  readonly printed: readonly string[]
}

let browserLog = ''

beforeAll(async () => {
  // Notes of builds lie in the home folder.
  const home = makeFolder()
  process.env.HOME = home
  process.env.USERPROFILE = home
  if (process.platform === 'win32') return
  const { executablePath, version } = await findBrowser()
  browserLog = join(home, 'browser.log')
  process.env.PUPPETEER_EXECUTABLE_PATH = join(home, 'browser')
  writeBrowser(executablePath, version)
})

/** A browser that notes each of its starts. */
function writeBrowser(executablePath: string, version: string): void {
  const path = process.env.PUPPETEER_EXECUTABLE_PATH ?? ''
  writeFileSync(
    path,
    `#!/bin/sh\nif [ "$1" = --version ]; then echo '${version}'; exit; fi\necho started >> '${browserLog}'\nexec '${executablePath}' "$@"\n`,
  )
  chmodSync(path, 0o755)
}

function startsOfBrowser(): number {
  return (readMaybe(browserLog).match(/started/g) ?? []).length
}

function readMaybe(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function makeProject(): { folder: string; options: BuildOptions & { out: string } } {
  const folder = makeFolder({
    'org.config.json': config,
    'logo.svg': drawing('navy'),
    'content/kite-policy.md': policy,
    'content/kite-loan.md': loan,
    'content/kite.svg': drawing('red'),
  })
  return {
    folder,
    options: {
      config: join(folder, 'org.config.json'),
      contentFolders: [join(folder, 'content')],
      out: join(folder, 'out'),
      date: new Date('2026-11-22'),
      combined: false,
    },
  }
}

async function buildNoting(options: BuildOptions): Promise<Built> {
  const printed: string[] = []
  const result = await build({
    ...options,
    onProgress({ stage, document }) {
      if (stage === 'print' && document) printed.push(document)
    },
  })
  expect(result.messages.filter(({ severity }) => severity === 'error')).toEqual([])
  return { ...result, printed: printed.sort() }
}

/** Builds, and compares that with a build that takes nothing of an earlier one. */
async function buildAgain(options: BuildOptions & { out: string }): Promise<Built> {
  const built = await buildNoting(options)
  const clean = join(makeFolder(), 'out')
  await build({ ...options, out: clean, force: true })
  expect(hashesIn(options.out)).toEqual(hashesIn(clean))
  return built
}

function hashesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [path, sha256Hex(readFileSync(join(folder, path)))]),
  )
}

const both = ['kite-loan', 'kite-policy']

/** What changes, and what is printed anew for it. */
const changes: Readonly<
  Record<string, readonly [change: (folder: string) => unknown, printed: readonly string[]]>
> = {
  'an answer that one document uses': [
    (folder) => edit(join(folder, 'org.config.json'), '"red"', '"blue"'),
    ['kite-policy'],
  ],
  'a document': [
    (folder) => edit(join(folder, 'content/kite-loan.md'), 'long.', 'long and wide.'),
    ['kite-loan'],
  ],
  'what a field asks, which print does not show': [
    (folder) => edit(join(folder, 'content/kite-loan.md'), ' required}', ' required maxLength=9}'),
    ['kite-loan'],
  ],
  'the name of the organisation': [
    (folder) => edit(join(folder, 'org.config.json'), 'Fernhill', 'Fernvale'),
    both,
  ],
  'the locale': [
    (folder) => edit(join(folder, 'org.config.json'), '"logo"', '"locale": "en-US", "logo"'),
    both,
  ],
  'the logo, to one as long': [(folder) => edit(join(folder, 'logo.svg'), 'navy', 'blue'), both],
  'a picture': [(folder) => edit(join(folder, 'content/kite.svg'), 'red', 'tan'), both],
  'a style sheet of its own': [
    (folder) => copyTemplate(folder, 'print.css', (css) => `${css}\nbody { color: #222 }`),
    both,
  ],
  'a layout of its own': [
    (folder) =>
      copyTemplate(folder, 'index.hbs', (html) => html.replace('<main', '<main class="own"')),
    [],
  ],
  'the fonts': [
    (folder) => {
      const entry = '{ "from": "./own.txt", "to": "assets/fonts/own.txt" }'
      copyTemplate(folder, 'fonts.json', (list) => list.replace(/\]\s*$/, `, ${entry}]`))
      writeFileSync(join(folder, 'templates/own.txt'), 'Copyright of Fernhill')
    },
    both,
  ],
}

/** What somebody did to the outputs, and what is printed anew for it. */
const damages: typeof changes = {
  'a page that is gone': [(folder) => rmSync(join(folder, 'out/kite-policy.html')), []],
  'a PDF that somebody has written to': [
    (folder) => edit(join(folder, 'out/kite-policy.pdf'), '%PDF', '%XXX'),
    ['kite-policy'],
  ],
  'a definition that is gone': [
    (folder) => rmSync(join(folder, 'out/forms/kite-loan.form.json')),
    ['kite-loan'],
  ],
  'the manifest that is gone': [(folder) => rmSync(join(folder, 'out/manifest.json')), []],
}

function archive(folder: string): string {
  return filesIn(join(folder, 'out')).find((path) => path.endsWith('.zip')) ?? ''
}

function edit(path: string, from: string, to: string): void {
  const before = readFileSync(path, 'latin1')
  expect(before).toContain(from)
  writeFileSync(path, before.replace(from, to), 'latin1')
}

function copyTemplate(folder: string, name: string, change: (text: string) => string): void {
  const text = readFileSync(join(root, 'templates', name), 'utf8')
  const changed = change(text)
  expect(changed).not.toBe(text)
  cpSync(join(root, 'templates', name), join(folder, 'templates', name))
  writeFileSync(join(folder, 'templates', name), changed)
}

describe('a build after another', () => {
  const { folder, options } = makeProject()

  beforeAll(async () => {
    expect((await buildNoting(options)).printed).toEqual(both)
  })

  test('makes nothing and starts no browser where nothing changed', async () => {
    const starts = startsOfBrowser()
    const again = await buildNoting(options)
    expect(again).toMatchObject({ ok: true, written: 0, printed: [] })
    expect(await buildNoting(options)).toEqual(again)
    expect(startsOfBrowser()).toBe(starts)
  })

  test.each(Object.keys(damages))('mends %s', async (name) => {
    const [damage, printed] = damages[name]!
    const before = hashesIn(options.out)
    damage(folder)
    expect(hashesIn(options.out)).not.toEqual(before)
    expect((await buildNoting(options)).printed).toEqual(printed)
    expect(hashesIn(options.out)).toEqual(before)
  })

  test.each(Object.keys(changes))('makes what depends on it, and only that: %s', async (name) => {
    const [change, printed] = changes[name]!
    change(folder)
    expect((await buildAgain(options)).printed).toEqual(printed)
  })

  test('sees another day, another version of the browser, and drafts', async () => {
    const later = { ...options, date: new Date('2027-01-01') }
    expect((await buildAgain(later)).printed).toEqual(both)
    expect((await buildAgain({ ...later, draft: true })).printed).toEqual(both)
    if (process.platform === 'win32') return
    const script = readFileSync(process.env.PUPPETEER_EXECUTABLE_PATH!, 'utf8')
    const [, path = ''] = /exec '(.*)' /.exec(script) ?? []
    writeBrowser(path, 'Chromium 999.0.1.2')
    expect((await buildAgain(later)).printed).toEqual(both)
  })
})

test('a build takes nothing of one by another program of the same version', async () => {
  const { options } = makeProject()
  await build(options)
  const notes = join(process.env.HOME ?? '', '.cache/policypack/builds')
  for (const name of filesIn(notes)) edit(join(notes, name), '"builder":"', '"builder":"0')
  expect((await buildAgain(options)).printed).toEqual(both)
})

test('several organisations that share a browser have the packs that each has by itself', async () => {
  const projects = [makeProject(), makeProject(), makeProject()]
  edit(join(projects[1]!.folder, 'org.config.json'), 'Fernhill', 'Kestrel')
  edit(join(projects[2]!.folder, 'content/kite-loan.md'), 'long.', 'long and wide.')
  const starts = startsOfBrowser()
  {
    await using builder = openBuilder()
    for (const { options } of projects)
      expect(await builder.build(options)).toMatchObject({ ok: true })
  }
  if (process.platform !== 'win32') expect(startsOfBrowser()).toBe(starts + 1)
  for (const { options } of projects) {
    const together = hashesIn(options.out)
    await build({ ...options, force: true })
    expect(hashesIn(options.out)).toEqual(together)
  }
})

test('a build of all takes the documents of one of some, and the one PDF by what it is made of', async () => {
  const { folder, options } = makeProject()
  await build({ ...options, only: ['kite-policy'] })
  const whole = { ...options, combined: true }
  expect((await buildAgain(whole)).printed).toEqual(['kite-loan', 'pack'])
  for (const path of ['out/pack.pdf', `out/${archive(folder)}`]) rmSync(join(folder, path))
  expect((await buildAgain(whole)).printed).toEqual(['pack'])
  edit(join(folder, `out/${archive(folder)}`), 'PK', 'XX')
  expect((await buildAgain(whole)).printed).toEqual([])
  expect((await buildNoting({ ...options, force: true })).printed).toEqual(both)
})

test('a build takes nothing from a project that somebody else made', async () => {
  const theirs = makeProject()
  await build(theirs.options)
  const folder = makeFolder()
  cpSync(theirs.folder, folder, { recursive: true })
  const out = join(folder, 'out')
  const path = join(out, 'kite-policy.pdf')
  const before = sha256Hex(readFileSync(path))
  edit(path, '%PDF', '%XXX')
  edit(join(out, 'manifest.json'), before, sha256Hex(readFileSync(path)))
  const ours = {
    config: join(folder, 'org.config.json'),
    contentFolders: [join(folder, 'content')],
  }
  expect((await buildNoting({ ...theirs.options, ...ours, out })).printed).toEqual(both)
  expect(hashesIn(out)).toEqual(hashesIn(theirs.options.out))
})
