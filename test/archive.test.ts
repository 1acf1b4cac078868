import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { Manifest } from '../src/contracts/manifest.ts'
import { archive } from '../src/pack/outputs/archive.ts'
import { isOfWholePack } from '../src/pack/outputs/index.ts'
import { samplePack } from './support/sample-pack.ts'

const name = 'larkspur-lantern-cooperative'

test('the pack lies in out/ as one file, all of it but the manifest and the page for HR', async () => {
  const out = await samplePack()
  const zip = readFileSync(join(out, `${name}.zip`))
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/(manifest\.json|import\.html|\.zip)$/.test(path))
  const expected = files.map((path) => [
    `${name}${path.slice(out.length).replaceAll('\\', '/')}`,
    new Uint8Array(readFileSync(path)),
  ])
  expect(unzipSync(zip)).toEqual(Object.fromEntries(expected))
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')))
  expect(manifest.files.map(({ path }) => path)).toContain(`${name}.zip`)
})

test('equal files give equal bytes, in whatever order and time zone', () => {
  const files = ['b.html', 'a/b.pdf'].map((path) => ({ path, bytes: Buffer.from(path) }))
  const zips = ['Pacific/Auckland', 'America/New_York'].map((zone, index) => {
    const { TZ } = process.env
    process.env.TZ = zone
    try {
      return archive(index ? files : files.toReversed(), { name: 'Éloïse & Söhne' })
    } finally {
      if (TZ === undefined) delete process.env.TZ
      else process.env.TZ = TZ
    }
  })
  expect(zips[0]).toEqual(zips[1])
  expect(zips[0]?.path).toBe('eloise-sohne.zip')
  expect(archive(files, { name: '—' }).path).toBe('organisation.zip')
})

test('of a whole pack only the archive, the one PDF and the page for HR hold all documents', async () => {
  const files = readdirSync(await samplePack(), { recursive: true, encoding: 'utf8' })
  expect(files.filter(isOfWholePack).sort()).toEqual(['import.html', `${name}.zip`, 'pack.pdf'])
})
