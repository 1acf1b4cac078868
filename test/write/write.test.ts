import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { OWNER } from '../../src/files/owner.ts'
import type { Asset, Project } from '../../src/model/project.ts'
import { load } from '../../src/pack/load/index.ts'
import { write } from '../../src/pack/write/index.ts'
import { makeFolder } from '../support/project-copy.ts'

const project = await sampleProject()
const page = (path: string, text = path): Asset => ({ path, bytes: Buffer.from(text) })

const form = (hash: string) => ({ id: 'a', version: '1.1.0', hash, organisation, title: 'A' })
const date = '2026-11-22'
const known = [{ id: 'a', version: '1.0.0', hash: '1', date: '2026-01-01' }]

function run(out: string, outputs: readonly Asset[], more = {}) {
  const browser = { version: 'Chromium 1.2.3' }
  return write(outputs, { out, project, browser, draft: false, stays: () => false, ...more })
}

test('writes all files and a manifest of them', async () => {
  const out = join(makeFolder(), 'deep', 'out')
  const result = await run(out, [page('index.html'), page('assets/a.css')])
  expect(result).toEqual({
    files: ['assets/a.css', 'index.html', 'manifest.json'],
    written: 3,
    removed: [],
  })
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('index.html')
  const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
  expect(manifest).toMatchObject({ format: 1, browser: 'Chromium 1.2.3', draft: false })
  expect(manifest.files).toEqual([
    {
      path: 'assets/a.css',
      bytes: 12,
      sha256: 'ec031ca2b3dca3ffa579b2ccd88c33960065735d30f5665af8740c2da6b40a58',
    },
    expect.objectContaining({ path: 'index.html', bytes: 10 }),
  ])
})

test('leaves files alone that have not changed', async () => {
  const out = makeFolder()
  await run(out, [page('a.html'), page('b.html')])
  const before = statSync(join(out, 'a.html'), { bigint: true })
  expect(await run(out, [page('a.html'), page('b.html', 'new')])).toMatchObject({ written: 2 })
  expect(statSync(join(out, 'a.html'), { bigint: true }).mtimeNs).toBe(before.mtimeNs)
  expect(statSync(join(out, 'a.html'), { bigint: true }).ino).toBe(before.ino)
})

test('removes what it wrote before and makes no longer, and nothing else', async () => {
  const out = makeFolder()
  writeFileSync(join(out, 'mine.txt'), 'mine')
  await run(out, [page('a.html'), page('old.html'), page('edited.html')])
  writeFileSync(join(out, 'edited.html'), 'by hand')
  await run(out, [page('a.html')])
  expect(readdirSync(out).sort()).toEqual(['a.html', 'edited.html', 'manifest.json', 'mine.txt'])
})

describe('when only some documents were built', () => {
  const stays = (path: string) => path !== 'pack.pdf'
  const whole = [page('a.html'), page('b.html'), page('pack.pdf')]
  const manifestIn = (out: string) => JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))

  test('keeps the files of the others, and removes what holds all', async () => {
    const out = makeFolder()
    await run(out, whole)
    const { files, removed } = await run(out, [page('b.html', 'new')], { stays })
    expect({ files, removed }).toEqual({
      files: ['a.html', 'b.html', 'manifest.json'],
      removed: ['pack.pdf'],
    })
    expect(readdirSync(out).sort()).toEqual(files)
  })

  test('calls the folder a draft as long as some of it is one', async () => {
    const out = makeFolder()
    await run(out, whole, { draft: true })
    await run(out, [page('b.html', 'new')], { stays })
    expect(manifestIn(out)).toMatchObject({ draft: true })
    await run(out, [page('a.html'), page('b.html')], { stays })
    expect(manifestIn(out)).toMatchObject({ draft: false })
  })

  test('names the inputs only where all files are made from them', async () => {
    const out = makeFolder()
    await run(out, whole)
    const { inputs } = manifestIn(out)
    await run(out, [page('b.html', 'new')], { stays })
    expect(manifestIn(out)).toMatchObject({ inputs })
    const other = { ...project, catalogue: {} }
    await run(out, [page('b.html', 'newer')], { stays, project: other })
    expect(manifestIn(out)).not.toHaveProperty('inputs')
    await run(out, whole)
    expect(manifestIn(out)).toMatchObject({ inputs })
  })
})

test('takes no path from a manifest that leads out of the folder', async () => {
  const folder = makeFolder()
  const out = join(folder, 'out')
  mkdirSync(out)
  writeFileSync(join(folder, 'precious.txt'), 'x')
  const sha256 = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881'
  const entry = { path: '../precious.txt', bytes: 1, sha256 }
  const manifest = {
    format: 1,
    policypack: '',
    browser: '',
    draft: false,
    inputs: '',
    files: [entry],
  }
  writeFileSync(join(out, 'manifest.json'), JSON.stringify(manifest))
  await run(out, [page('a.html')])
  expect(readdirSync(folder)).toContain('precious.txt')
})

test.each(['../a.html', '/etc/a', 'a/../../b', '.hidden', 'a\\..\\b', 'C:x', ''])(
  'refuses to write to %j',
  async (path) => {
    await expect(run(makeFolder(), [page(path)])).rejects.toThrow('Unexpected output path')
  },
)

test('says what to do when a file lies where the folder should be', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'out'), '')
  await expect(run(join(folder, 'out'), [page('a/b.html')])).rejects.toThrow(
    /out\/manifest\.json cannot be written; a file lies where a folder is needed/,
  )
})

describe('in a folder with files of other people', () => {
  const site = { 'index.html': 'our site', 'style.css': 'mine' }

  test('overwrites none and writes nothing', async () => {
    const out = makeFolder({ ...site, 'a.html': 'mine as well' })
    const path = join(out, '..', 'never-published-forms.json')
    const publication = { path, definitions: [form('2')], date }
    const outputs = [page('new.html'), page('index.html'), page('a.html')]
    await expect(run(out, outputs, { publication })).rejects.toThrow(
      `${out} holds files that policypack did not write and would overwrite, \`index.html\` and 1 more; name another folder`,
    )
    expect(readdirSync(out).sort()).toEqual(['a.html', 'index.html', 'style.css'])
    expect(existsSync(path)).toBe(false)
  })

  test.each(['{"name": "Our app", "icons": []}', ''])(
    'takes the manifest %j for another program’s',
    async (text) => {
      const out = makeFolder({ 'manifest.json': text })
      await expect(run(out, [page('a.html')])).rejects.toThrow('overwrite, `manifest.json`;')
      expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(text)
    },
  )

  test('writes beside them, and over those that are the same', async () => {
    const out = makeFolder({ ...site, 'a.html': 'a.html' })
    await run(out, [page('a.html'), page('b.html')])
    expect(readdirSync(out).sort()).toEqual([
      'a.html',
      'b.html',
      'index.html',
      'manifest.json',
      'style.css',
    ])
  })
})

test('goes on in a folder of another version of policypack', async () => {
  const out = makeFolder()
  await run(out, [page('a.html'), page('old.html')])
  const path = join(out, 'manifest.json')
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const { draft: _, ...other } = { ...manifest, format: 0, policypack: '0.0.1', builtOn: 'Monday' }
  writeFileSync(path, JSON.stringify(other))
  await run(out, [page('a.html', 'new')])
  expect(readdirSync(out).sort()).toEqual(['a.html', 'manifest.json'])
})

test('goes on where a build was ended half-way', async () => {
  const out = makeFolder()
  mkdirSync(join(out, 'z.html'))
  await expect(run(out, [page('a.html'), page('z.html')])).rejects.toThrow('z.html')
  await run(out, [page('a.html', 'new')])
  expect(readFileSync(join(out, 'a.html'), 'utf8')).toBe('new')
})

test('removes what builds that were ended have left beside the files', async () => {
  const left = `.tmp-${OWNER.replace(/\d+$/, '4194305')}-0`
  const folder = makeFolder({
    [left]: '',
    [`out/${left}`]: '',
    [`out/assets/${left}`]: '',
    'out/.mine': '',
  })
  const publication = { path: join(folder, 'published-forms.json'), definitions: [], date }
  await run(join(folder, 'out'), [page('assets/a.css')], { publication })
  const files = readdirSync(folder, { recursive: true }).map(String).sort()
  expect(files).toEqual(['out', 'out/.mine', 'out/assets', 'out/assets/a.css', 'out/manifest.json'])
})

test('does not write into the folder of the project itself', async () => {
  const folder = join(project.configFile.cwd)
  await expect(run(folder, [page('a.html')])).rejects.toThrow(/holds the configuration/)
})

test('the hash of the inputs does not depend on where they lie', async () => {
  const [a, b] = [makeFolder(), makeFolder()]
  await run(a, [page('a.html')])
  await run(b, [page('a.html')])
  expect(readFileSync(join(a, 'manifest.json'))).toEqual(readFileSync(join(b, 'manifest.json')))
})

const organisation = 'Larkspur'
test('adds forms to the list of published ones once', async () => {
  const folder = makeFolder({ 'published-forms.json': JSON.stringify(known) })
  const path = join(folder, 'published-forms.json')
  const publication = { path, definitions: [form('1'), form('2')], date }
  await run(join(folder, 'out'), [], { publication })
  const added = { id: 'a', version: '1.1.0', organisation, hash: '2', date }
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([...known, added])
  expect(readdirSync(folder).sort()).toEqual(['out', 'published-forms.json'])
})

test('tells the questions of a form on a line of its own where an earlier one lacks them', async () => {
  const folder = makeFolder({ 'published-forms.json': JSON.stringify(known) })
  const path = join(folder, 'published-forms.json')
  const definitions = [{ ...form('1'), questions: 'q' }]
  for (const out of ['one', 'two'])
    await run(join(folder, out), [], { publication: { path, definitions, date } })
  const added = { id: 'a', version: '1.1.0', organisation, hash: '1', questions: 'q', date }
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([...known, added])
})

test('loses no form of the list where several builds write it at once', async () => {
  const folder = makeFolder({ 'published-forms.json': JSON.stringify(known) })
  const path = join(folder, 'published-forms.json')
  const hashes = ['2', '3', '4', '5']
  await Promise.all(
    hashes.map((hash) =>
      run(join(folder, hash), [], { publication: { path, definitions: [form(hash)], date } }),
    ),
  )
  const listed = JSON.parse(readFileSync(path, 'utf8')).map(({ hash }: { hash: string }) => hash)
  expect(listed.toSorted()).toEqual(['1', ...hashes])
})

test('goes on where a build was ended while it wrote the list of published forms', async () => {
  const folder = makeFolder({ 'published-forms.json.lock': '' })
  utimesSync(join(folder, 'published-forms.json.lock'), 0, Date.now() / 1000 - 60)
  const path = join(folder, 'published-forms.json')
  await run(join(folder, 'out'), [], { publication: { path, definitions: [form('1')], date } })
  expect(readdirSync(folder).sort()).toEqual(['out', 'published-forms.json'])
})

test('overwrites no list of published forms that somebody has damaged meanwhile', async () => {
  const folder = makeFolder({ 'published-forms.json': '[{"id"' })
  const path = join(folder, 'published-forms.json')
  const publication = { path, definitions: [form('2')], date }
  await expect(run(join(folder, 'out'), [], { publication })).rejects.toThrow('mend it')
  expect(readFileSync(path, 'utf8')).toBe('[{"id"')
})

async function sampleProject(): Promise<Project> {
  const loaded = await load({ config: 'org.config.json' })
  if ('messages' in loaded) throw new Error('The sample does not load')
  return loaded
}
