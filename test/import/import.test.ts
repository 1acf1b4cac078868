import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, type ImportResult, importForms } from '../../src/index.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { messagesAsShown } from '../support/messages-as-shown.ts'
import { copyProject, makeFolder, type ProjectCopy } from '../support/project-copy.ts'
import { type Scene, situations, toldFile } from './situations.ts'

let built: ProjectCopy
let completed: Uint8Array

beforeAll(async () => {
  built = copyProject(join(import.meta.dirname, 'project'))
  expect(await build(built.options)).toMatchObject({ ok: true, messages: [] })
  const blank = new Uint8Array(readFileSync(join(built.options.out, 'kite-loan.pdf')))
  completed = await pdfjs.fill(blank, [
    { name: 'borrower.name', kind: 'text', value: 'Zoë Vale' },
    { name: 'borrower.age', kind: 'text', value: '41' },
    { name: 'borrower.mail', kind: 'text', value: 'zoe@example.org' },
    { name: 'place', kind: 'text', value: 'The hill' },
    { name: 'colour', kind: 'dropdown', value: 'Green' },
  ])
})

test.each(Object.entries(situations))('%s', async (name, { prepare, options }) => {
  const scene = sceneOf(built)
  await prepare?.(scene)
  const results: ImportResult[] = []
  const summary = await importForms({
    paths: [scene.file],
    config: scene.options.config,
    ...options?.(scene),
    onResult: (result) => results.push(result),
  })
  const lines = [
    ...results.map((result) => told(result, scene.folder)),
    messagesAsShown(summary.messages, scene.folder),
  ]
  const text = lines.join('').replace(/\b(?:[0-9a-f]{32}){1,2}\b/g, '…')
  await expect(text).toMatchFileSnapshot(toldFile(name))
})

test('no golden is left of a situation that is gone', () => {
  const names = readdirSync(join(import.meta.dirname, 'told')).map((name) => `told/${name}`)
  expect(names.sort()).toEqual(Object.keys(situations).map(toldFile).sort())
})

function sceneOf({ folder: from, options }: ProjectCopy): Scene {
  const folder = makeFolder()
  cpSync(from, folder, { recursive: true })
  const file = join(folder, 'completed.pdf')
  writeFileSync(file, completed)
  const config = join(folder, 'org.config.json')
  const contentFolders = [join(folder, 'content')]
  return { folder, file, options: { ...options, config, contentFolders, out: join(folder, 'out') } }
}

function told({ status, record, messages }: ImportResult, folder: string): string {
  const values = record ? `${JSON.stringify(record.values)}\n` : ''
  return `${status}\n${values}${messagesAsShown(messages, folder)}`
}
