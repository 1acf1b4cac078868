import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import {
  build,
  type ImportResult,
  importForms,
  type KeptRecord,
  readRecords,
} from '../../src/index.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { filesIn } from '../keep/support.ts'
import { copyProject, type ProjectCopy } from '../support/project-copy.ts'

// Somebody makes forms that call themselves ours: another version, an anonymous one, one with the name of a folder.

let ours: ProjectCopy

const importProject = join(import.meta.dirname, '../import/project')

beforeAll(async () => {
  ours = copyProject(importProject)
  await build(ours.options)
})

/** A completed form of a project that differs from ours by its front matter. */
async function completedForm(
  edit: (content: string) => string,
  { age = '41' }: { readonly age?: string } = {},
): Promise<Uint8Array> {
  const project = copyProject(importProject)
  const path = join(project.folder, 'content/kite-loan.md')
  writeFileSync(path, edit(readFileSync(path, 'utf8')))
  expect(await build(project.options)).toMatchObject({ ok: true })
  const isNamed = readFileSync(path, 'utf8').includes('borrower.name')
  const [name = ''] = readdirSync(project.options.out).filter(
    (file) => file.endsWith('.pdf') && file !== 'pack.pdf',
  )
  return pdfjs.fill(new Uint8Array(readFileSync(join(project.options.out, name))), [
    ...(isNamed ? [{ name: 'borrower.name', kind: 'text', value: 'Zoë Vale' } as const] : []),
    { name: 'borrower.age', kind: 'text', value: age },
  ])
}

async function imported(name: string, bytes: Uint8Array) {
  const path = join(ours.folder, name)
  writeFileSync(path, bytes)
  const results: ImportResult[] = []
  const { config } = ours.options
  const summary = await importForms({
    paths: [path],
    config,
    forms: join(ours.options.out, 'forms'),
    onResult: (result) => results.push(result),
  })
  return { ...results[0], isAllWell: summary.isAllWell }
}

test('a form that only calls itself ours replaces nothing, hides nothing and is not all well', async () => {
  const genuine = await completedForm((text) => text)
  expect(await imported('genuine.pdf', genuine)).toMatchObject({ status: 'accepted' })
  const records = join(ours.folder, 'records')
  const kept = await filesIn(join(records, 'kite-loan'))

  const newer = await completedForm((text) => text.replace('1.0.0', '1.0.1'), { age: '99' })
  const anonymous = await completedForm((text) =>
    text
      .replace('1.0.0', '1.0.2')
      .replace(/^recordKey.*$/m, 'sensitive: anonymous')
      .replace('[Your full name]{#borrower.name required}', '[Kite]{#borrower.kite}')
      .replace(/^.*borrower\.mail.*$/m, ''),
  )
  for (const [name, bytes] of Object.entries({ newer, anonymous })) {
    const result = await imported(`${name}.pdf`, bytes)
    expect(result).toMatchObject({ status: 'untrusted', isAllWell: false })
    const folder = join(records, 'untrusted/kite-loan')
    expect(existsSync(join(folder, `${result.record?.id}.json`))).toBe(true)
    const original = join(folder, 'originals', `${result.record?.source.sha256}.pdf`)
    expect(new Uint8Array(readFileSync(original))).toEqual(bytes)
    expect(result.record?.source.file).toContain(`${name}.pdf`)
  }
  expect(await filesIn(join(records, 'kite-loan'))).toEqual(kept)
  const found: KeptRecord[] = []
  for await (const record of readRecords(records)) found.push(record)
  expect(found).toHaveLength(1)
  expect(readFileSync(join(records, 'register.csv'), 'utf8').trim().split('\r\n')).toHaveLength(2)
}, 60_000)
