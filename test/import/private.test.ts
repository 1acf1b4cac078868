import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, type ImportResult, importForms } from '../../src/index.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdfLib } from '../flatteners/pdf-lib.ts'
import { makeFolder } from '../support/project-copy.ts'

const question = '::field[Your name]{#name}\n::field[Topics]{#topics type=multiline}\n'
const sharing =
  '::field[Who may see this?]{#sharing type=choice options="me=Only me|hr=HR as well"}\n'
const goals = ':::rows[Goals]{#goals min=1}\n- :field[Goal]{#goal}\n:::\n'

const documents = {
  notes: ['private: true', question],
  plan: ['private: {unless: {field: sharing, is: hr}}', question + sharing],
  contract: [
    'private: {fields: [goals], unless: {field: sharing, is: hr}}',
    question + sharing + goals,
  ],
}

let folder: string
beforeAll(async () => {
  const content = Object.entries(documents).map(([id, [front, body]]) => [
    `content/${id}.md`,
    `---\nid: ${id}\nkind: record\ntitle: The ${id}\nversion: 1.0.0\n${front}\n---\n\n${body}`,
  ])
  folder = makeFolder({
    ...Object.fromEntries(content),
    'org.config.json': '{"organisation": {"name": "Fernhill Clinic"}}',
  })
  const result = await build({
    config: join(folder, 'org.config.json'),
    contentFolders: [join(folder, 'content')],
    out: join(folder, 'out'),
  })
  expect(result.messages.filter(({ severity }) => severity === 'error')).toEqual([])
})

const SECRET = 'Zanzibar'
const topics: Entry = { name: 'topics', kind: 'text', value: SECRET }
const name: Entry = { name: 'name', kind: 'text', value: 'Zoë Vale' }
const goal: Entry = { name: 'goals.1.goal', kind: 'text', value: SECRET }
const shared = (state: string): Entry => ({
  name: 'sharing',
  kind: 'radio',
  state,
  rect: [0, 0, 0, 0],
})

test.each<
  [
    form: keyof typeof documents,
    answers: Entry[],
    status: ImportResult['status'],
    isSecret: boolean,
  ]
>([
  ['notes', [name, topics], 'private', true],
  ['plan', [name, topics], 'private', true],
  ['plan', [name, topics, shared('me')], 'private', true],
  ['plan', [name, topics, shared('hr')], 'accepted', false],
  ['contract', [name, goal], 'accepted', true],
  ['contract', [name, goal, shared('hr')], 'accepted', false],
])('%s with %j is %s', async (form, answers, status, isSecret) => {
  const { results, to } = await imported(await completed(form, answers))
  expect(results.map((result) => result.status)).toEqual([status])
  expect(JSON.stringify(results).includes(SECRET)).toBe(!isSecret)
  const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const texts = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  expect(texts.join().includes(SECRET)).toBe(!isSecret)
  expect(files.filter((file) => file.name.endsWith('.pdf'))).toHaveLength(isSecret ? 0 : 1)
})

test('what was printed to a PDF is in doubt', async () => {
  const bytes = await pdfLib.flatten(await completed('plan', [name, topics, shared('hr')]))
  const { results } = await imported(bytes)
  expect(results).toMatchObject([{ status: 'private', messages: [{ rule: 'form-private' }] }])
})

async function completed(form: string, answers: Entry[]): Promise<Uint8Array> {
  return pdfjs.fill(new Uint8Array(readFileSync(join(folder, `out/${form}.pdf`))), answers)
}

async function imported(bytes: Uint8Array) {
  const to = makeFolder()
  const file = join(makeFolder(), 'completed.pdf')
  writeFileSync(file, bytes)
  const results: ImportResult[] = []
  await importForms({
    paths: [file],
    config: join(folder, 'org.config.json'),
    to,
    onResult: (result) => results.push(result),
  })
  return { results, to }
}
