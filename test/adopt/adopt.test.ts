import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Adopted, adopt, check, OperatorError } from '../../src/index.ts'
import { isHere } from '../support/programs.ts'
import { makeFolder } from '../support/project-copy.ts'
import { inOpenDocument } from './open-document.ts'
import { wordFiles } from './word-files.ts'
import { wordForms } from './word-forms.ts'
import { wordXml } from './word-xml.ts'

const files = join(import.meta.dirname, 'files')
const texts = readdirSync(files).map((name) => [name, readFileSync(join(files, name))] as const)

/** The document, and below it what is told. */
function shown({ text, told, messages }: Adopted): string {
  const lines = told.map(({ about, text: said, line }) => `${line ?? '-'}: ${about}: ${said}`)
  const faults = messages
    .filter(({ severity }) => severity !== 'info')
    .map(({ line, message }) => `${line ?? '-'}: ${message}`)
  return [text, ...lines, ...faults, ''].join('\n')
}

async function adoptBytes(name: string, bytes: Uint8Array): Promise<Adopted> {
  const folder = makeFolder()
  return adopt({ config: join(folder, 'org.config.json'), source: { name, bytes }, dryRun: true })
}

test.each(Object.entries(wordFiles))('a Word file of a library: %s', async (name, make) => {
  const adopted = await adoptBytes(`${name}.docx`, await make())
  await expect(shown(adopted)).toMatchFileSnapshot(`golden/${name}.md`)
})

test.each(Object.entries({ ...wordXml, ...wordForms }))(
  'a Word file as Word writes it: %s',
  async (name, make) => {
    const adopted = await adoptBytes(`${name}.docx`, make())
    await expect(shown(adopted)).toMatchFileSnapshot(`golden/${name}.md`)
  },
)

test.each(texts)('a text: %s', async (name, bytes) => {
  const adopted = await adoptBytes(name, bytes)
  await expect(shown(adopted)).toMatchFileSnapshot(`golden/${name.replace('.', ' ')}.md`)
})

// LibreOffice takes some seconds for each.
const saved = [
  'a form of tables',
  'clauses with letters',
  'headers, footers, footnotes and pictures',
].map((name) => [name, wordFiles[name]!] as const)

test.skipIf(!isHere('soffice')).each(saved)(
  'an OpenDocument file of LibreOffice gives the same document: %s',
  async (name, make) => {
    const word = await make()
    const [ours, theirs] = await Promise.all([
      adoptBytes(`${name}.docx`, word),
      adoptBytes(`${name}.odt`, await inOpenDocument(word)),
    ])
    expect(theirs.text).toBe(ours.text)
  },
)

test('a document is written with its pictures and a page, and nothing is overwritten', async () => {
  const make = wordFiles['headers, footers, footnotes and pictures']!
  const folder = makeFolder({ 'Safe.docx': await make() })
  const options = { config: join(folder, 'org.config.json'), source: join(folder, 'Safe.docx') }
  const adopted = await adopt(options)
  expect(readFileSync(adopted.file, 'utf8')).toBe(adopted.text)
  expect(adopted.pictures.length).toBeGreaterThan(0)
  for (const picture of adopted.pictures) expect(existsSync(picture)).toBe(true)
  expect(readFileSync(adopted.page, 'utf8')).toContain('Fernhill Clinic')

  writeFileSync(adopted.file, 'mine')
  await expect(adopt(options)).rejects.toThrow(/is there already and stays as it is/)
  expect(readFileSync(adopted.file, 'utf8')).toBe('mine')
  const second = await adopt({ ...options, id: 'safeguarding' })
  expect(second.file).toBe(join(folder, 'content', 'safeguarding.md'))
})

test('check accepts what was adopted, but for what a person must decide', async () => {
  const folder = makeFolder()
  const config = join(folder, 'org.config.json')
  writeFileSync(
    config,
    JSON.stringify({ organisation: { name: 'Fernhill Clinic', locale: 'en-GB' } }),
  )
  const wanted = Object.entries({ ...wordFiles, ...wordXml, ...wordForms })
  for (const [name, make] of wanted)
    await adopt({
      config,
      source: { name: `${name}.docx`, bytes: await make() },
      id: name.replace(/\W+/g, '-'),
    })
  for (const [name, bytes] of texts)
    await adopt({ config, source: { name, bytes }, id: name.replace(/\W/g, '-') })
  const { messages } = await check({ config, contentFolders: [join(folder, 'content')] })
  const decided = ['placeholder-unanswered', 'gap-found', 'picture', 'privacy-missing']
  const faults = messages.filter(({ severity }) => severity !== 'info')
  expect(faults.filter(({ rule }) => !decided.includes(rule))).toEqual([])
})

test('pictures that lie beside a Markdown file go along with it, and none from elsewhere', async () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex')
  const folder = makeFolder({
    'in/plan.md':
      '# Plan of the building\n\n![The exits](pictures/exits.png)\n\n![](../secret.png)\n',
    'in/pictures/exits.png': png,
    'secret.png': png,
  })
  const config = join(folder, 'own', 'org.config.json')
  await expect(adopt({ config, source: join(folder, 'in', 'plan.md') })).rejects.toThrow(
    OperatorError,
  )
  writeFileSync(
    join(folder, 'in/plan.md'),
    '# Plan of the building\n\n![The exits](pictures/exits.png)\n',
  )
  await adopt({ config, source: join(folder, 'in', 'plan.md'), id: 'plan' })
  expect(existsSync(join(folder, 'own/content/pictures/exits.png'))).toBe(true)
})
