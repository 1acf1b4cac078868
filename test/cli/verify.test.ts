import { appendFileSync, cpSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../support/project-copy.ts'
import { runCli } from '../support/run-cli.ts'
import { samplePack } from '../support/sample-pack.ts'

test('finds a pack as it was built', async () => {
  const cwd = packCopy()
  writeFileSync(join(cwd, 'out/.DS_Store'), '')
  const { code, stdout } = await runCli(['verify'], { cwd })
  expect(stdout).toMatch(/^\d+ files, all as built\n$/)
  expect(code).toBe(0)
})

test('names what is missing, changed and extra', async () => {
  const cwd = packCopy()
  const out = join(cwd, 'out')
  rmSync(join(out, 'register.html'))
  appendFileSync(join(out, 'forms/training-record.form.json'), ' ')
  rmSync(join(out, 'mentoring-policy.pdf'))
  symlinkSync('mentoring-contract.pdf', join(out, 'mentoring-policy.pdf'))
  writeFileSync(join(out, 'assets/note.txt'), '')
  const { code, stdout } = await runCli(['verify', 'out'], { cwd })
  const lines = stdout.split('\n')
  expect(lines.slice(0, 4)).toEqual([
    'missing  register.html',
    'changed  forms/training-record.form.json',
    'changed  mentoring-policy.pdf',
    'extra    assets/note.txt',
  ])
  expect(lines[4]).toMatch(/^\d+ files: 1 missing, 2 changed, 1 extra$/)
  expect(code).toBe(1)
  const { stdout: json } = await runCli(['verify', '--json'], { cwd })
  expect(JSON.parse(json)).toMatchObject({ ok: false, draft: false, extra: ['assets/note.txt'] })
})

test('needs a manifest', async () => {
  const cwd = packCopy()
  expect(await runCli(['verify', 'nowhere'], { cwd })).toMatchObject({
    code: 2,
    stderr:
      'nowhere/manifest.json cannot be read; name the folder of a pack that `policypack build` has made\n',
  })
  writeFileSync(join(cwd, 'out/manifest.json'), '{"files": [{"path": "../../etc/passwd"}]}')
  expect(await runCli(['verify'], { cwd })).toMatchObject({
    code: 2,
    stderr:
      'out/manifest.json is not a manifest as policypack writes it; run `policypack build` again\n',
  })
})

const pack = await samplePack()

function packCopy(): string {
  const folder = makeFolder()
  cpSync(pack, join(folder, 'out'), { recursive: true })
  return folder
}
