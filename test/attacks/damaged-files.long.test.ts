import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFArray, PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import { readForm } from '../../src/forms/read-form.ts'
import type { KnownForms } from '../../src/model/extraction.ts'
import { bytesOf, textOf } from '../extract/support/pdf-writer.ts'
import { hasQpdf, qpdf } from '../extract/support/qpdf.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { answersFor } from '../support/answers.ts'
import { definitionsIn } from '../support/definitions.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const definitions = definitionsIn(pack)
const known: KnownForms = { definitions, publishedHashes: new Set() }
const form = definitions.find(({ id }) => id === 'training-record')!
let completed: Uint8Array
let answers: string

beforeAll(async () => {
  const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))
  completed = await pdfjs.fill(blank, answersFor(form))
  answers = (await read(completed)).values ?? ''
})

/** The answers that a record has, if one is made, and whether somebody is told of a fault of the file. */
async function read(bytes: Uint8Array) {
  const outcome = await readForm(bytes, { file: 'completed.pdf', known })
  const messages = outcome.status === 'read' ? outcome.draft.messages : outcome.messages
  return {
    values: outcome.status === 'read' ? JSON.stringify(outcome.draft.values) : undefined,
    isBlank:
      outcome.status === 'read' &&
      !/"[^"]*":(?:"|true|\d)/.test(JSON.stringify(outcome.draft.values)),
    isTold: messages.some(({ rule, severity }) => rule.startsWith('file-') && severity === 'error'),
  }
}

describe.runIf(hasQpdf).each([
  ['changed by an update', []],
  ['linearized', ['--linearize', '--object-streams=disable']],
  ['linearized and packed', ['--linearize']],
  ['written anew', ['--object-streams=disable']],
  ['encrypted', ['--encrypt', '', 'owner', '256', '--']],
])('of a form that was %s', (_, options) => {
  const whole = () => (options.length > 0 ? qpdf(completed, options) : completed)

  test.each([
    ['a part', (bytes: Uint8Array, at: number) => bytes.subarray(0, at)],
    [
      'a part with an end mark',
      (bytes: Uint8Array, at: number) => bytesOf(`${textOf(bytes.subarray(0, at))}\n%%EOF\n`),
    ],
    [
      'a part and zeros',
      (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index < at ? byte : 0)),
    ],
    [
      'a part and the end',
      (bytes: Uint8Array, at: number) =>
        bytes.map((byte, index) => (index < at || index > bytes.length - 1000 ? byte : 0)),
    ],
  ])('%s is no blank form', async (_, cut) => {
    const bytes = whole()
    for (let percent = 2; percent < 98; percent += 8) {
      const { isBlank, values } = await read(cut(bytes, Math.floor((bytes.length * percent) / 100)))
      expect({ percent, isBlank }).toEqual({ percent, isBlank: false })
      expect(values).not.toBe('{}')
    }
  })
})

type Change = (file: string, dictionary: string) => string
const inDictionary =
  (from: string | RegExp, to: string): Change =>
  (file, dictionary) =>
    file.replace(dictionary, () => dictionary.replace(from, to))

/** How the part of a file that says how it is encrypted is lost or falsified. */
const losses: Readonly<Record<string, Change>> = {
  'is not named': (file) => file.replaceAll(/\/Encrypt \d+ 0 R/g, (all) => ' '.repeat(all.length)),
  'is named otherwise': (file) => file.replaceAll('/Encrypt ', '/Encrpyt '),
  'is null': (file) =>
    file.replaceAll(/\/Encrypt \d+ 0 R/g, (all) => '/Encrypt null'.padEnd(all.length)),
  'is not there': (file) => file.replaceAll(/\/Encrypt \d+ 0 R/g, '/Encrypt 99 0 R'),
  'is empty': (file, dictionary) => file.replace(dictionary, (all) => ' '.repeat(all.length)),
  'is no dictionary': inDictionary('<<', '[ '),
  'has another handler': inDictionary('/Standard', '/Stendard'),
  'does not say how texts are encrypted': inDictionary('/StrF', '/StrG'),
  'says of nothing that it is encrypted': inDictionary(/\/St(?:m|r)F \/StdCF/g, ''),
  'says that its filter does nothing': inDictionary(/\/CFM \/AESV\d/, '/CFM /None'),
  'has no filters': inDictionary('/CF ', '/CG '),
  'is of another version': inDictionary(/\/V \d/, '/V 1'),
  'is of another revision': inDictionary(/\/R \d/, '/R 2'),
  'has no key': inDictionary('/U ', '/Y '),
}

describe.runIf(hasQpdf).each([
  ['AES of 256 bits', ['256', '--']],
  ['AES of 128 bits', ['128', '--use-aes=y', '--']],
  ['RC4', ['128', '--use-aes=n', '--']],
])('encrypted by %s', (_, options) => {
  test.each(Object.entries(losses))(
    'a file whose encryption %s is not read as plain',
    async (_, lose) => {
      for (const packed of ['disable', 'generate']) {
        const args = ['--encrypt', '', 'owner', ...options, `--object-streams=${packed}`]
        const file = textOf(qpdf(completed, args))
        const number = /\/Encrypt (\d+) 0 R/.exec(file)?.[1]
        const from = file.indexOf(`\n${number} 0 obj`) + `\n${number} 0 obj`.length
        const lost = lose(file, file.slice(from, file.indexOf('endobj', from)))
        const { values = answers } = await read(bytesOf(lost))
        expect(values).toBe(answers)
      }
    },
  )
})

const acroForm = ({ catalog }: PDFDocument) => catalog.lookup(PDFName.of('AcroForm'), PDFDict)
const withoutBoxes = (file: PDFDocument) => {
  for (const { node } of file.getPages()) node.delete(PDFName.of('Annots'))
}

/** What an update takes out of a form. */
const removals: Readonly<Record<string, (file: PDFDocument) => unknown>> = {
  'the form': ({ catalog }) => catalog.delete(PDFName.of('AcroForm')),
  'the list of fields': (file) => acroForm(file).delete(PDFName.of('Fields')),
  'all fields of the list': (file) =>
    acroForm(file).set(PDFName.of('Fields'), PDFArray.withContext(file.context)),
  'the form and its boxes': (file) => {
    file.catalog.delete(PDFName.of('AcroForm'))
    withoutBoxes(file)
  },
  'the form and all that the pages show': (file) => {
    file.catalog.delete(PDFName.of('AcroForm'))
    withoutBoxes(file)
    for (const { node } of file.getPages()) node.delete(PDFName.of('Contents'))
  },
}

test.each(Object.entries(removals))('an update that takes out %s is told', async (_, remove) => {
  const file = await PDFDocument.load(completed, {
    updateMetadata: false,
    forIncrementalUpdate: true,
  })
  remove(file)
  const updated = await file.save({ updateFieldAppearances: false, useObjectStreams: false })
  expect(updated.length).toBeGreaterThan(completed.length)
  expect(await read(updated)).toMatchObject({ isTold: true, isBlank: false })
})

test('an anonymous form without its answers is known as anonymous, so that nobody is told which it was', async () => {
  const survey = definitions.find(({ sensitive }) => sensitive === 'anonymous')!
  const blank = new Uint8Array(readFileSync(join(pack, `${survey.id}.pdf`)))
  const file = await PDFDocument.load(await pdfjs.fill(blank, answersFor(survey)), {
    updateMetadata: false,
    forIncrementalUpdate: true,
  })
  removals['the form and its boxes']?.(file)
  const emptied = await file.save({ updateFieldAppearances: false, useObjectStreams: false })
  expect(await readForm(emptied, { file: 'completed.pdf', known })).toMatchObject({
    status: 'unreadable',
    form: { id: survey.id, sensitive: 'anonymous' },
  })
})
