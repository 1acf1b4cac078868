import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { finishRecords, openStore } from '../../src/forms/keep/index.ts'
import type { Project } from '../../src/model/project.ts'
import { eject } from '../../src/pack/eject.ts'
import { load } from '../../src/pack/load/index.ts'
import { verifyPack } from '../../src/pack/verify.ts'
import { write } from '../../src/pack/write/index.ts'
import { makeFolder } from '../support/project-copy.ts'

const SECRET = '-----BEGIN OPENSSH PRIVATE KEY-----\n'
const CONFIG = JSON.stringify({ organisation: { name: 'Kite' } })
const POLICY =
  '---\nid: a\nkind: policy\ntitle: A\nversion: 1.0.0\nowner: O\napprover: P\neffective: 2026-01-01\nreview: 2027-01-01\n---\n\nText.\n'
const LEADS_OUT = /symbolic link that leads out of .+, and is not followed/

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A manifest as a hostile project brings it along. */
function manifest(paths: readonly string[]): string {
  const files = paths.map((path) => ({ path, bytes: SECRET.length, sha256: sha256(SECRET) }))
  return JSON.stringify({ format: 1, policypack: '0', browser: '', draft: false, files })
}

function projectIn(folder: string): Promise<Project> {
  return load({ config: join(folder, 'org.config.json') }).then((loaded) => {
    if (!('config' in loaded)) throw new Error(JSON.stringify(loaded.messages))
    return loaded
  })
}

describe('a build writes and removes nothing behind a link', async () => {
  const home = makeFolder({ 'org.config.json': CONFIG, 'content/a.md': POLICY })
  const project = await projectIn(home)

  test.each([
    [
      'a file',
      (out: string, elsewhere: string) => symlinkSync(join(elsewhere, 'key'), join(out, 'key')),
      'key',
    ],
    [
      'a folder',
      (out: string, elsewhere: string) => symlinkSync(elsewhere, join(out, 'forms')),
      'forms/key',
    ],
    [
      'a way through others',
      (out: string, elsewhere: string) => {
        mkdirSync(join(out, 'deep'))
        symlinkSync(elsewhere, join(out, 'deep/way'))
        symlinkSync('deep/way', join(out, 'forms'))
      },
      'forms/key',
    ],
    [
      'a link to nowhere',
      (out: string, elsewhere: string) => symlinkSync(join(elsewhere, 'new'), join(out, 'key')),
      'key',
    ],
  ])('%s', async (_, prepare, path) => {
    const elsewhere = makeFolder({ key: SECRET })
    const out = makeFolder({ 'manifest.json': manifest([path]) })
    prepare(out, elsewhere)
    const options = { out, project, browser: { version: '' }, draft: false, stays: () => false }
    const outputs = (name: string) => [{ path: name, bytes: Buffer.from('page') }]
    await expect(write(outputs('index.html'), options)).rejects.toThrow(LEADS_OUT)
    await expect(write(outputs(path), options)).rejects.toThrow(LEADS_OUT)
    expect(readdirSync(elsewhere)).toEqual(['key'])
    expect(readFileSync(join(elsewhere, 'key'), 'utf8')).toBe(SECRET)
    expect(readdirSync(out)).not.toContain('index.html')
  })

  test('the output itself, and its manifest', async () => {
    const elsewhere = makeFolder({ 'manifest.json': manifest(['key']), key: SECRET })
    const folder = makeFolder()
    symlinkSync(elsewhere, join(folder, 'out'))
    const options = { project, browser: { version: '' }, draft: false, stays: () => false }
    await expect(write([], { ...options, out: join(folder, 'out') })).rejects.toThrow(LEADS_OUT)
    symlinkSync(join(elsewhere, 'manifest.json'), join(folder, 'manifest.json'))
    await expect(write([], { ...options, out: folder })).rejects.toThrow(LEADS_OUT)
    expect(readFileSync(join(elsewhere, 'key'), 'utf8')).toBe(SECRET)
  })
})

test.each([
  'content',
  'templates',
  'content/b.md',
  'content/placeholders.json',
  'templates/a.hbs',
  'templates/a.css',
  'templates/fonts.json',
  'templates/form-font',
  'templates/form-font/noto-sans.ttf',
  'org.config.json',
  'published-forms.json',
])('nothing is read through a link at %s', async (name) => {
  const elsewhere = makeFolder({
    theirs: '[]',
    'folder/noto-sans.ttf': SECRET,
    'folder/b.md': POLICY,
  })
  const files = { 'org.config.json': CONFIG, 'content/a.md': POLICY, 'templates/a.css': '' }
  const needed = Object.entries(files).filter(([path]) => !path.startsWith(name))
  const folder = makeFolder(Object.fromEntries(needed))
  mkdirSync(join(folder, name, '..'), { recursive: true })
  const isFolder = ['content', 'templates', 'templates/form-font'].includes(name)
  symlinkSync(join(elsewhere, isFolder ? 'folder' : 'theirs'), join(folder, name))
  await expect(projectIn(folder)).rejects.toThrow(LEADS_OUT)
})

test.each([
  ['a link', './key.woff2', LEADS_OUT],
  ['a key of its own folder', './key.txt', /neither a font .* nor the text of a licence/],
  ['a way up', './../key', /must be a list/],
  ['a way up in a package', '@fontsource/source-sans-3/../../key', /must be a list/],
  ['a path of the system', '/etc/hostname', /must be a list/],
  ['a module of the program', 'node:fs', /must be a list/],
  ['a package of the project', 'evil/key.woff2', /is not there/],
])('fonts.json brings no other files along: %s', async (_, from, why) => {
  const to = from.endsWith('.txt') ? 'assets/key.txt' : 'assets/key.woff2'
  const elsewhere = makeFolder({ key: SECRET })
  const folder = makeFolder({
    'org.config.json': CONFIG,
    'content/a.md': POLICY,
    'templates/fonts.json': JSON.stringify([{ from, to }]),
    'templates/key.txt': SECRET,
    'node_modules/evil/package.json': '{"name":"evil","version":"1.0.0"}',
    'node_modules/evil/key.woff2': 'wOF2',
  })
  symlinkSync(join(elsewhere, 'key'), join(folder, 'templates/key.woff2'))
  await expect(projectIn(folder)).rejects.toThrow(why)
})

test.each([
  ['the folder of a form', 'contract'],
  ['the originals', 'contract/originals'],
  ['the cases', 'contract/.index'],
  ['what waits for somebody to decide', 'untrusted'],
  ['the folder of a form among it', 'untrusted/contract'],
  ['the register', 'register.csv'],
  ['a record', `contract/${'a'.repeat(32)}.json`],
])('records: %s', async (_, name) => {
  const elsewhere = makeFolder({ 'theirs/.tmp-x': SECRET })
  const records = makeFolder()
  mkdirSync(join(records, name, '..'), { recursive: true })
  const isFile = /\.(?:csv|json)$/.test(name)
  symlinkSync(join(elsewhere, isFile ? 'theirs/.tmp-x' : 'theirs'), join(records, name))
  await expect(finishRecords(openStore(records))).rejects.toThrow(LEADS_OUT)
  expect(readFileSync(join(elsewhere, 'theirs/.tmp-x'), 'utf8')).toBe(SECRET)
})

test('nothing is copied out through a link', async () => {
  const elsewhere = makeFolder()
  const folder = makeFolder({ 'org.config.json': CONFIG })
  symlinkSync(elsewhere, join(folder, 'content'))
  const config = join(folder, 'org.config.json')
  await expect(eject('mentoring-policy', { config })).rejects.toThrow(LEADS_OUT)
  expect(readdirSync(elsewhere)).toEqual([])
})

test('verify names hidden files, folders and links', async () => {
  const elsewhere = makeFolder({ key: SECRET })
  const folder = makeFolder({
    'manifest.json': manifest(['a/key']),
    'a/key': SECRET,
    '.hidden': '',
  })
  mkdirSync(join(folder, '.git'))
  symlinkSync(elsewhere, join(folder, '.DS_Store'))
  const state = await verifyPack(folder)
  expect(state).toMatchObject({ ok: false, extra: ['.DS_Store', '.git/', '.hidden'], changed: [] })
  const copy = makeFolder({ 'manifest.json': manifest(['a/key']) })
  symlinkSync(elsewhere, join(copy, 'a'))
  expect(await verifyPack(copy)).toMatchObject({ ok: false, missing: ['a/key'], extra: ['a'] })
})

describe.skipIf(process.platform === 'win32')('what is no file is refused', () => {
  test.each([
    'org.config.json',
    'published-forms.json',
    'content/b.md',
    'content/placeholders.json',
    'templates/a.css',
    'templates/fonts.json',
    'logo.png',
  ])('a pipe as %s', async (name) => {
    const config = JSON.stringify({ organisation: { name: 'Kite', logo: 'logo.png' } })
    const files = { 'org.config.json': config, 'content/a.md': POLICY, 'templates/b.css': '' }
    const folder = makeFolder(
      Object.fromEntries(Object.entries(files).filter(([path]) => path !== name)),
    )
    execFileSync('mkfifo', [join(folder, name)])
    await expect(projectIn(folder)).rejects.toThrow(`${name} is a pipe or a device, and not a file`)
  })

  test('a device, by its own path', async () => {
    await expect(load({ config: '/dev/zero' })).rejects.toThrow('/dev/zero is a pipe or a device')
  })

  test('a file that is far too long', async () => {
    const folder = makeFolder({
      'org.config.json': CONFIG,
      'content/a.md': POLICY + 'a'.repeat(3_000_000),
    })
    await expect(projectIn(folder)).rejects.toThrow('is larger than 2 MB')
  })
})
