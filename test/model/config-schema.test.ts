import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { parseConfiguration } from '../../src/configuration/configuration-file.ts'
import { messagesOf } from '../../src/messages/message.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { load } from '../../src/pack/load/index.ts'
import { configSchema } from '../../src/pack/outputs/config-schema.ts'
import { parse } from '../../src/pack/parse/index.ts'

const root = join(import.meta.dirname, '../..')
const config = join(root, 'org.config.json')
const sample = JSON.parse(readFileSync(config, 'utf8'))
const schema = await sampleSchema()
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true })
addFormats.default(ajv)
const validate = ajv.compile(schema)

test('the sample is valid', () => {
  validate(sample)
  expect(validate.errors).toBeNull()
})

test('it has each placeholder with its question and the sentences that it stands in', () => {
  const { properties } = schema.definitions.answers
  expect(Object.keys(properties)).toEqual(expect.arrayContaining(Object.keys(sample.answers)))
  expect(properties['planning horizon']).toMatchObject({ default: 'six weeks' })
  const { description } = properties['cadre covered']
  expect(description).toMatch(/^Which employees/)
  expect(description).toContain('peer-coaching-and-mentoring-policy: “')
})

test('it has each document', () => {
  expect(schema.properties.documents.properties).toHaveProperty([
    'mentoring-contract',
    'description',
  ])
})

/** Faults by what is put where; each must be found there by the schema and by us. */
test.each([
  ['a key at the top', ['anwsers'], {}],
  ['a key of the organisation', ['organisation', 'nmae'], 'X'],
  ['a colour', ['organisation', 'colour'], 'reddish'],
  ['a language', ['organisation', 'locale'], 'english'],
  ['a type', ['answers', 'people team name'], true],
  ['a day that is not in the calendar', ['answers', 'effective date'], '2027-02-30'],
  ['an address', ['answers', 'intranet address'], 'https:/nowhere'],
  ['a document', ['documents', 'mentoring-polcy'], {}],
  ['a setting', ['documents', 'mentoring-policy', 'include'], 'no'],
  ['a rule', ['rules', 'raw-htm'], 'off'],
] as const)('%s is found at the same place as by us', async (_, path, value) => {
  const faulty = structuredClone(sample)
  put(faulty, path, value)
  validate(faulty)
  const places = validate.errors?.map(({ instancePath, params: { additionalProperty } }) =>
    additionalProperty === undefined ? instancePath : `${instancePath}/${additionalProperty}`,
  )
  expect(places).toContain(`/${path.join('/')}`)

  const text = JSON.stringify(faulty, null, 2)
  const line = text.slice(0, text.lastIndexOf(`"${path.at(-1)}"`)).split('\n').length
  expect(await linesOfFaults(text)).toContain(line)
})

/** What people write as well; neither the schema nor we may find a fault. */
test.each([
  [['organisation', 'colour'], 'navy'],
  [['organisation', 'colour'], '#05a'],
  [['organisation', 'locale'], 'en_gb'],
  [['answers', 'effective date'], '1 Feb 2027'],
  [['answers', 'effective date'], '1/2/2027'],
  [['answers', 'review date'], 'every two years'],
] as const)('%j may be %s', async (path, value) => {
  const other = structuredClone(sample)
  put(other, path, value)
  validate(other)
  expect(validate.errors).toBeNull()
  expect(await linesOfFaults(JSON.stringify(other))).toEqual([])
})

async function linesOfFaults(configText: string) {
  const file = new VFile({ path: config, value: configText })
  const project = await load({ config, configuration: parseConfiguration(file) })
  if ('messages' in project) return project.messages.map((message) => message.line)
  const documents = project.sources.flatMap((source) => parse(source) ?? [])
  fill(documents, project, { draft: false })
  return messagesOf(project.configFile).map((message) => message.line)
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key = '', ...rest] = path
  target[key] = rest.length === 0 ? value : { ...Object(target[key]) }
  if (rest.length > 0) put(Object(target[key]), rest, value)
}

// biome-ignore lint/suspicious/noExplicitAny: a schema is read freely here
async function sampleSchema(): Promise<any> {
  const project = await load({ config })
  if ('messages' in project) throw new Error('The sample does not load')
  const documents = project.sources.flatMap((source) => parse(source) ?? [])
  const { placeholders } = fill(documents, project, { draft: false })
  return configSchema({ documents, placeholders, catalogue: project.catalogue })
}
