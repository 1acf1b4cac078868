import { execFile } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from './support/project-copy.ts'

const root = join(import.meta.dirname, '..')
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8')

test('every file that the guide names is there', () => {
  const named = Array.from(
    guide.matchAll(/`((?:src|test|docs|content)\/[\w./-]+)`/g),
    ([, path = '']) => path,
  )
  expect(named.length).toBeGreaterThan(20)
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([])
})

test('the compiler names the files that a new field type needs, as the guide says', async () => {
  const [, list = ''] = /and only these:\n(.*?)\n\nThen/s.exec(guide) ?? []
  const said = Array.from(list.matchAll(/^- `([^`]+)`/gm), ([, path]) => path)
  expect(await filesThatFail(withFieldType('time'))).toEqual(said.toSorted())
})

/** A copy of the sources whose forms know one more type of a field. */
function withFieldType(type: string): string {
  const folder = makeFolder()
  cpSync(join(root, 'src'), join(folder, 'src'), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction')
  for (const name of ['package.json', 'tsconfig.json']) cpSync(join(root, name), join(folder, name))
  const model = join(folder, 'src/model/field.ts')
  const text = readFileSync(model, 'utf8')
  const added = text.replace(
    /(export const Field = z\.discriminatedUnion\('type', \[)/,
    `$1\n  z.strictObject({ type: z.literal('${type}'), ...common }),`,
  )
  expect(added).not.toBe(text)
  writeFileSync(model, added)
  return folder
}

/** The files in which TypeScript finds errors. */
function filesThatFail(folder: string): Promise<string[]> {
  const program = join(root, 'node_modules/typescript/bin/tsc')
  return new Promise((resolve) => {
    execFile(process.execPath, [program, '--noEmit'], { cwd: folder }, (_, stdout) => {
      const files = Array.from(
        stdout.matchAll(/^(\S+)\(\d+,\d+\): error/gm),
        ([, path = '']) => path,
      )
      resolve([...new Set(files)].toSorted())
    })
  })
}
