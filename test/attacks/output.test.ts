import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, openSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { saveExport } from '../../src/forms/keep/index.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const bin = join(import.meta.dirname, '../../src/bin.ts')
const FILES = 12
const pack = await samplePack()

/** A folder with completed forms, some of which are none, and the records of them. */
function inbox(): { cwd: string; args: string[] } {
  const cwd = makeFolder()
  mkdirSync(join(cwd, 'completed'))
  copyFileSync(join(pack, 'training-record.pdf'), join(cwd, 'completed/z.pdf'))
  for (let index = 1; index < FILES; index += 1)
    writeFileSync(join(cwd, `completed/${String(index).padStart(2, '0')}.pdf`), `none ${index}`)
  return { cwd, args: ['import', 'completed', '--forms', join(pack, 'forms'), '--json'] }
}

/** What the import has kept of the last file. */
function kept(cwd: string): string[] {
  return readdirSync(join(cwd, 'records/training-record')).filter((name) => name.endsWith('.json'))
}

const isLinux = process.platform === 'linux'

test.runIf(isLinux)(
  'a full disk takes no results, and the rest is imported all the same',
  async () => {
    const { cwd, args } = inbox()
    const full = openSync('/dev/full', 'w')
    const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', full, 'pipe'] })
    const [stderr, [code]] = await Promise.all([text(child.stderr!), once(child, 'close')])
    expect(stderr).toBe(
      'Not all of the output could be written: the disk is full; the work itself was done to its end\n',
    )
    expect({ code, kept: kept(cwd).length }).toEqual({ code: 2, kept: 1 })
  },
)

test('a reader that stops does not end the import', async () => {
  const { cwd, args } = inbox()
  const child = spawn(process.execPath, [bin, ...args], { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.once('data', () => child.stdout.destroy())
  const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])
  expect(stderr).toMatch(/^Not all of the output could be written: what read it has ended before;/)
  expect({ code, kept: kept(cwd).length }).toEqual({ code: 2, kept: 1 })
})

test.runIf(isLinux)('messages that cannot be written do not end the import either', async () => {
  const { cwd, args } = inbox()
  const full = openSync('/dev/full', 'w')
  const plain = args.filter((arg) => arg !== '--json')
  const child = spawn(process.execPath, [bin, ...plain], { cwd, stdio: ['ignore', 'pipe', full] })
  const [stdout, [code]] = await Promise.all([text(child.stdout!), once(child, 'close')])
  expect(stdout.match(/^rejected/gm)).toHaveLength(FILES - 1)
  expect({ code, kept: kept(cwd).length }).toEqual({ code: 2, kept: 1 })
})

const temporary = new URL('../../src/files/temporary.ts', import.meta.url).href

test('an export that was killed leaves nothing that the next does not remove', async () => {
  const folder = makeFolder()
  const leave = `import { writeFileSync } from 'node:fs'
import { temporaryPath } from '${temporary}'
writeFileSync(temporaryPath(process.argv[1]), 'half')
process.kill(process.pid, 'SIGKILL')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', leave, folder])
  await once(child, 'close')
  // In a container, the next process often has the number of the one that was killed.
  const [left = ''] = readdirSync(folder)
  writeFileSync(join(folder, left.replace(`-${child.pid}-`, `-${process.pid}-`)), 'half')
  expect(readdirSync(folder)).toHaveLength(2)
  await expect(saveExport(join(folder, 'none/records.csv'), new Uint8Array(1))).rejects.toThrow()
  await saveExport(join(folder, 'records.csv'), new Uint8Array(1))
  expect(readdirSync(folder)).toEqual(['records.csv'])
})
