import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument, PDFName, PDFRawStream } from 'pdf-lib'
import { beforeAll, expect, test } from 'vitest'
import { readDefinition, sealDefinition } from '../src/contracts/definition.ts'
import { build, type ImportResult, importForms } from '../src/index.ts'
import type { FormDefinition } from '../src/model/form.ts'
import { pdfjs } from './fillers/pdfjs.ts'
import { pdfLib } from './flatteners/pdf-lib.ts'
import { cairo } from './flatteners/programs.ts'
import { copyProject, makeFolder, type ProjectCopy } from './support/project-copy.ts'

/** A form as it was built one day, and filled in. */
interface Edition {
  readonly definition: FormDefinition
  /** Folder of its definition. */
  readonly forms: string
  readonly completed: Uint8Array
}

const root = join(import.meta.dirname, '..')
let project: ProjectCopy
let first: Edition
let recoloured: Edition
let moved: Edition

beforeAll(async () => {
  project = copyProject(join(import.meta.dirname, 'import/project'))
  first = await editionOf()
  configure({ colour: '#7a1f5c' })
  recoloured = await editionOf()
  cpSync(join(root, 'test/fixtures/second-organisation/logo.svg'), join(project.folder, 'logo.svg'))
  configure({ colour: '#7a1f5c', logo: 'logo.svg' })
  mkdirSync(join(project.folder, 'templates'))
  const style = readFileSync(join(root, 'templates/print.css'), 'utf8')
  const lower = style.replace('margin: 24mm 23mm', 'margin: 37mm 23mm')
  writeFileSync(join(project.folder, 'templates/print.css'), lower)
  moved = await editionOf()
})

test('a colour changes neither the questions nor the places', () => {
  expect(recoloured.definition).toEqual(first.definition)
})

test('a logo and another style leave the questions and make another layout', () => {
  expect(moved.definition.questions).toBe(first.definition.questions)
  expect(moved.definition.hash).not.toBe(first.definition.hash)
  expect(moved.definition.widgets).not.toEqual(first.definition.widgets)
})

test('the list of published forms has each layout once', () => {
  const list = JSON.parse(readFileSync(join(project.folder, 'published-forms.json'), 'utf8'))
  expect(list).toMatchObject(
    [first, moved].map(({ definition: { questions, hash } }) => ({ questions, hash })),
  )
  expect(list).toHaveLength(2)
})

const STRANGE = ['form-other-layout']

const SAME = ['duplicate', 'record-duplicate']
const BETTER = ['accepted', 'record-improved']

/**
 * Who imports: with which definitions and whether by the list; what is said of the first layout and of the other, and what becomes
 * of the other, which is a better file of the same record where the first layout is not known.
 */
const importers = [
  ['the new build', () => project.folder, [], [], SAME],
  ['the new build without the list', () => folderWith({ forms: moved.forms }), STRANGE, [], BETTER],
  ['the first build without the list', () => folderWith({ forms: first.forms }), [], STRANGE, SAME],
  ['the list alone', () => folderWith({ list: true }), [], [], SAME],
] as const

test.each(importers)(
  '%s takes both layouts as the same form',
  async (_, at, ofFirst, ofMoved, [status, rule]) => {
    const results = await imported(at(), [first.completed, moved.completed])
    expect(results.map(({ record }) => record?.values)).toEqual([answers, answers])
    expect(results.map(({ status }) => status)).toEqual(['accepted', status])
    expect(results.map(rulesOf)).toEqual([[...ofFirst], [...ofMoved, rule]])
  },
)

test('a flattened copy is read by the layout inside', async () => {
  const results = await imported(folderWith({ forms: moved.forms }), [
    await pdfLib.flatten(first.completed),
  ])
  expect(results[0]?.record?.values).toEqual(answers)
  expect(formRules(results[0])).toEqual(['form-flattened', ...STRANGE])
})

test('a copy without its definition is read where its boxes are', async () => {
  const results = await imported(folderWith({ forms: moved.forms }), [
    await joined(first.completed),
  ])
  expect(results[0]?.record?.values).toEqual(answers)
  expect(formRules(results[0])).toEqual(STRANGE)
})

test.skipIf(!cairo.available())(
  'a printed copy without its definition is read where its pages are laid out alike',
  async () => {
    const printed = await cairo.flatten(first.completed)
    const lower = sealDefinition({
      ...contentOf(first.definition),
      ...shifted(first.definition, () => 50),
    })
    const spread = sealDefinition({
      ...contentOf(first.definition),
      ...shifted(first.definition, (y) => (y > 500 ? 50 : 0)),
    })
    const [whole] = await imported(folderWith({ definition: lower }), [printed])
    expect(whole?.record?.values).toEqual(answers)
    expect(formRules(whole)).toEqual(['form-flattened', ...STRANGE])
    const [other] = await imported(folderWith({ definition: spread }), [printed])
    expect(other && [other.status, ...rulesOf(other)]).toEqual(['rejected', 'form-unknown'])
  },
)

test('a definition inside that asks something else is as strange as ever', async () => {
  const { fields, ...content } = contentOf(first.definition)
  const asked = fields.map((field) =>
    field.name === 'borrower.age' ? { ...field, label: 'Shoe size' } : field,
  )
  const [result] = await imported(folderWith({ forms: moved.forms }), [
    await withDefinition(sealDefinition({ ...content, fields: asked })),
  ])
  expect(result?.record?.form.hash).toBe(moved.definition.hash)
  expect(formRules(result)).toContain('form-tampered')
})

test('a definition inside without places for its questions is no layout of them', async () => {
  const [result] = await imported(folderWith({ forms: moved.forms }), [
    await withDefinition(sealDefinition({ ...contentOf(first.definition), widgets: [] })),
  ])
  expect(result?.record?.form.hash).toBe(moved.definition.hash)
  expect(formRules(result)).toContain('form-tampered')
})

const answers = {
  borrower: { name: 'Zoe Vale', age: 41, mail: 'zoe@example.org' },
  place: 'The hill',
  colour: 'Green',
  promise: null,
  promiseMore: null,
  remarks: { more: null },
}

async function editionOf(): Promise<Edition> {
  const { out } = project.options
  expect(await build(project.options)).toMatchObject({ ok: true })
  const forms = makeFolder()
  cpSync(join(out, 'forms'), forms, { recursive: true })
  const definition = readDefinition(
    JSON.parse(readFileSync(join(forms, 'kite-loan.form.json'), 'utf8')),
  )
  if (!definition) throw new Error('The form has no definition')
  const completed = await pdfjs.fill(new Uint8Array(readFileSync(join(out, 'kite-loan.pdf'))), [
    { name: 'borrower.name', kind: 'text', value: 'Zoe Vale' },
    { name: 'borrower.age', kind: 'text', value: '41' },
    { name: 'borrower.mail', kind: 'text', value: 'zoe@example.org' },
    { name: 'place', kind: 'text', value: 'The hill' },
    { name: 'colour', kind: 'dropdown', value: 'Green' },
  ])
  return { definition, forms, completed }
}

function configure(organisation: object): void {
  const config = { organisation: { name: 'Fernhill Clinic', ...organisation } }
  writeFileSync(join(project.folder, 'org.config.json'), JSON.stringify(config))
}

/** A folder of the same organisation with some of what it knows. */
function folderWith({
  forms,
  definition,
  list = false,
}: {
  forms?: string
  definition?: FormDefinition
  list?: boolean
}): string {
  const folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Fernhill Clinic"}}',
    ...(definition && { 'out/forms/kite-loan.form.json': JSON.stringify(definition) }),
  })
  if (forms) cpSync(forms, join(folder, 'out/forms'), { recursive: true })
  if (list)
    cpSync(join(project.folder, 'published-forms.json'), join(folder, 'published-forms.json'))
  return folder
}

async function imported(folder: string, files: readonly Uint8Array[]): Promise<ImportResult[]> {
  const results: ImportResult[] = []
  const incoming = join(folder, 'incoming')
  rmSync(incoming, { recursive: true, force: true })
  mkdirSync(incoming)
  for (const [index, bytes] of files.entries()) writeFileSync(join(incoming, `${index}.pdf`), bytes)
  await importForms({
    paths: [incoming],
    config: join(folder, 'org.config.json'),
    onResult: (result) => results.push(result),
  })
  return results
}

function rulesOf({ messages }: ImportResult): string[] {
  return messages.map(({ rule }) => rule)
}

/** What is said of which form it is and of its boxes. */
function formRules(result: ImportResult | undefined): string[] {
  return result ? rulesOf(result).filter((rule) => /^(form|field)-/.test(rule)) : ['nothing']
}

/** The pages in a file that says nothing of itself, as programs that join files write it. */
async function joined(pdf: Uint8Array): Promise<Uint8Array> {
  const all = await PDFDocument.create({ updateMetadata: false })
  const from = await PDFDocument.load(pdf, { updateMetadata: false })
  for (const page of await all.copyPages(from, from.getPageIndices())) all.addPage(page)
  return all.save({ updateFieldAppearances: false })
}

/** The first form with another definition inside. */
async function withDefinition(definition: FormDefinition): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(first.completed, { updateMetadata: false })
  const { context } = pdf
  const inside = context.flateStream(Buffer.from(JSON.stringify(definition)), {
    Type: 'EmbeddedFile',
  })
  for (const [ref, object] of context.enumerateIndirectObjects())
    if (object instanceof PDFRawStream && String(object.dict.get(TYPE)) === '/EmbeddedFile')
      context.assign(ref, inside)
  return pdf.save({ updateFieldAppearances: false, useObjectStreams: false })
}

const TYPE = PDFName.of('Type')

function contentOf({ questions: _, hash: __, ...content }: FormDefinition) {
  return content
}

/** The places of a form, each moved up by points that depend on its height. */
function shifted(
  { widgets, anchors = [], printed = [] }: FormDefinition,
  by: (y: number) => number,
) {
  return {
    widgets: widgets.map(({ rect: [left, bottom, right, top], ...widget }) => ({
      ...widget,
      rect: [left, bottom + by(top), right, top + by(top)] as [number, number, number, number],
    })),
    anchors: anchors.map((one) => ({ ...one, y: one.y + by(one.y) })),
    printed: printed.map((page) => ({
      ...page,
      texts: page.texts.map((one) => ({ ...one, y: one.y + by(one.y) })),
    })),
  }
}
