import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { sha256Hex } from '../src/contracts/hash.ts'
import { build } from '../src/index.ts'
import { filesIn } from './support/files-in.ts'
import { copyProject, makeFolder } from './support/project-copy.ts'
import { samplePack } from './support/sample-pack.ts'

const root = join(import.meta.dirname, '..')

test('two builds in two places give the same bytes', async () => {
  const [first, second] = [0, 1].map(() => copyProject(join(root, 'test/fixtures/hostile-answers')))
  for (const project of [first, second])
    expect(await build(project!.options)).toMatchObject({ ok: true })
  expect(hashesIn(second!.options.out)).toEqual(hashesIn(first!.options.out))
})

test('another process elsewhere, in another time zone and language, gives the same sample pack', async () => {
  const folder = join(makeFolder(), 'a folder with spaces')
  mkdirSync(folder)
  copyFileSync(join(root, 'org.config.json'), join(folder, 'org.config.json'))
  await promisify(execFile)(process.execPath, [join(root, 'src/bin.ts'), 'build'], {
    cwd: folder,
    env: { ...process.env, TZ: 'Pacific/Auckland', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  })
  expect(hashesIn(join(folder, 'out'))).toEqual(hashesIn(await samplePack()))
})

function hashesIn(folder: string): Record<string, string> {
  return Object.fromEntries(
    filesIn(folder).map((path) => [path, sha256Hex(readFileSync(join(folder, path)))]),
  )
}
