import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { growFile } from '../../src/files/growing-file.ts'
import { withLock } from '../../src/files/lock.ts'
import { OWNER } from '../../src/files/owner.ts'
import { sweep, temporaryPath } from '../../src/files/temporary.ts'
import { replaceFile, replaceText, writeFile } from '../../src/files/write-file.ts'
import { makeFolder } from '../support/project-copy.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const rights = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('a file that is replaced keeps its rights', async () => {
  const path = join(makeFolder({ a: 'old' }), 'a')
  chmodSync(path, 0o640)
  await replaceFile(path, bytes('new'))
  expect(readFileSync(path, 'utf8')).toBe('new')
  expect(rights(path)).toBe('640')
})

test('a private file is for its owner only, whatever was there before', async () => {
  const folder = makeFolder({ a: 'old' })
  chmodSync(join(folder, 'a'), 0o644)
  for (const name of ['a', 'b']) {
    await writeFile(join(folder, name), 'secret', { isPrivate: true })
    expect(rights(join(folder, name))).toBe('600')
  }
})

test('a new file is for whom the system says', async () => {
  const folder = makeFolder()
  writeFileSync(join(folder, 'a'), '')
  await replaceFile(join(folder, 'deep/er/b'), bytes('b'))
  expect(rights(join(folder, 'deep/er/b'))).toBe(rights(join(folder, 'a')))
})

test('a file that says the same already is left alone', async () => {
  const path = join(makeFolder({ a: 'same' }), 'a')
  const state = () => {
    const { ino, mtimeNs, ctimeNs } = statSync(path, { bigint: true })
    return { ino, mtimeNs, ctimeNs }
  }
  const before = state()
  expect(await replaceFile(path, bytes('same'))).toBe(false)
  expect(state()).toEqual(before)
})

test('a link out of a folder is refused, and never followed', async () => {
  const elsewhere = join(makeFolder({ a: 'theirs' }), 'a')
  const folder = makeFolder()
  symlinkSync(elsewhere, join(folder, 'a'))
  await expect(replaceFile(join(folder, 'a'), bytes('ours'))).rejects.toThrow(
    'a symbolic link that leads out of',
  )
  expect(readFileSync(elsewhere, 'utf8')).toBe('theirs')
})

test('a text of people’s own keeps its byte order mark and the link to it', async () => {
  const folder = makeFolder({ a: '\ufeffold' })
  const link = join(folder, 'link')
  symlinkSync('a', link)
  expect(await replaceText(link, 'new')).toBe(true)
  expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('\ufeffnew')
  expect(await replaceText(link, 'new')).toBe(false)
})

test.each([
  ['no/where', 'its folder is not there; make it, or choose another'],
  ['folder', 'a folder lies where a file is needed; move it away'],
  ['file/a', 'a file lies where a folder is needed; move it away'],
])('says why %s cannot be written, and leaves nothing', async (name, why) => {
  const folder = makeFolder({ file: '', 'folder/a': '' })
  const path = join(folder, name)
  await expect(writeFile(path, '')).rejects.toThrow(`${path} cannot be written; ${why}`)
  expect(readdirSync(folder).sort()).toEqual(['file', 'folder'])
})

test('a growing file is there when it is whole, and for its owner only', async () => {
  const folder = makeFolder()
  const file = await growFile(folder)
  await file.write('one ')
  await file.write('two')
  expect(readdirSync(folder)).toEqual([expect.stringMatching(/^\.tmp-/)])
  await file.finish(join(folder, 'whole'))
  expect(readdirSync(folder)).toEqual(['whole'])
  expect(readFileSync(join(folder, 'whole'), 'utf8')).toBe('one two')
  expect(rights(join(folder, 'whole'))).toBe('600')
})

test('what ended processes left is swept away, what a living one writes is not', async () => {
  // No system gives so high a number to a process.
  const ended = `.tmp-${OWNER.replace(/\d+$/, '4194305')}-0`
  const folder = makeFolder({
    [ended]: '',
    [`${ended}1/inside`]: '',
    [`.tmp-${OWNER}-0`]: '',
    '.tmp-mine': '',
  })
  const living = temporaryPath(folder)
  writeFileSync(living, '')
  await sweep(folder)
  expect(readdirSync(folder).sort()).toEqual([basename(living), '.tmp-mine'].sort())
})

test('work under a lock comes one after the other, and the lock goes also where it fails', async () => {
  const folder = makeFolder()
  const lock = join(folder, '.lock')
  const order: string[] = []
  const work = (name: string) =>
    withLock(lock, 'Another test is at work', async () => {
      order.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 5))
      order.push(`${name} ends`)
    })
  await Promise.all(['a', 'b', 'c'].map(work))
  expect(order.filter((_, index) => index % 2 === 0)).toHaveLength(3)
  for (const [index, step] of order.entries())
    if (index % 2 === 1) expect(step).toBe(order[index - 1]?.replace('begins', 'ends'))
  const failing = withLock(lock, '', () => Promise.reject(new Error('out of ink')))
  await expect(failing).rejects.toThrow('out of ink')
  expect(readdirSync(folder)).toEqual([])
})
