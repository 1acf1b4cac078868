import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { answersName, writeAnswersFile } from '../../src/contracts/answers-file.ts'
import { type FormRead, readForm } from '../../src/forms/read-form.ts'
import { importForms } from '../../src/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { fillAsPage, page, valuesOf } from '../fillers/page.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { filesIn } from '../support/files-in.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { makeFolder } from '../support/project-copy.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const forms = definitionsIn(pack)
const record = forms.find(({ id }) => id === 'training-record')!
const saved = '2026-11-29T09:30:00Z'

describe('the same record comes from the PDF and from the data of the page, and from a PDF program', () => {
  test.each(forms)('$id', async (form) => {
    const entries = printableAnswers(form)
    const signatures = Object.fromEntries(
      form.fields.flatMap(({ type, name }, index) =>
        type === 'signature'
          ? [
              [
                name,
                index % 2
                  ? 'Łukasz Żółć'
                  : {
                      strokes: [
                        [
                          [0, 0],
                          [9, 5],
                        ],
                      ],
                    },
              ],
            ]
          : [],
      ),
    ) as Signatures
    const answers = Object.fromEntries(entries.flatMap(valuesOf))
    const values = new Map(Object.entries({ ...answers, ...signatures }))
    const fromPdf = await readForm(
      fillAsPage(blank(form), values, new Date(saved)),
      optionsFor(form),
    )
    const fromData = await readForm(dataOf(form, answers, signatures), optionsFor(form))
    // Of a private form nothing is read, from neither.
    expect(fromData).toEqual(
      fromPdf.status === 'read' ? { ...fromPdf, method: 'page', software: undefined } : fromPdf,
    )
    const fromProgram = await readForm(await pdfjs.fill(blank(form), entries), optionsFor(form))
    const unsigned = await readForm(await page.fill(blank(form), entries), optionsFor(form))
    expect(answersIn(fromProgram)).toEqual(answersIn(unsigned))
  })
})

test('a folder with saved answers is imported, and the PDF with the same content is a duplicate', async () => {
  const answers = { 'participant.name': 'Ada', 'period.year': '2026' }
  const folder = makeFolder()
  const [data, pdf] = [join(folder, `in/${answersName(record.id)}`), join(folder, 'in/form.pdf')]
  mkdirSync(join(folder, 'in'))
  writeFileSync(data, dataOf(record, answers, {}))
  writeFileSync(pdf, fillAsPage(blank(record), new Map(Object.entries(answers))))
  const statuses: string[] = []
  const { to } = await importForms({
    paths: [join(folder, 'in')],
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    onResult: ({ status, record }) => statuses.push(`${status} ${record?.source.method}`),
  })
  expect(statuses.sort()).toEqual(['duplicate fields', 'incomplete fields'])
  const originals = filesIn(join(to, record.id, 'originals'))
  expect(originals.map((path) => path.replace(/^[0-9a-f]+/, '')).sort()).toEqual([
    '.answers.json',
    '.pdf',
  ])
})

describe('what is no file of answers as the page saves it', () => {
  const whole = new TextDecoder().decode(dataOf(record, { 'participant.name': 'Ada' }, {}))

  test.each([
    ['is cut off', whole.slice(0, -30), 'file-damaged'],
    ['has an answer that is no text', whole.replace('"Ada"', '7'), 'file-damaged'],
    [
      'has another question',
      whole.replace('"required": true', '"required": false'),
      'form-unknown',
    ],
    ['is any other JSON', '{"answers": {}}', 'not-a-pdf'],
  ])('%s', async (_, text, rule) => {
    const result = await readForm(new TextEncoder().encode(text), optionsFor(record))
    expect(result).toMatchObject({ status: 'unreadable', messages: [{ rule }] })
  })

  test('has a name that a prototype has', async () => {
    const odd = whole.replace(
      /"answers": \{\s*"participant\.name": "Ada"/,
      '"answers": {"__proto__": "Ada", "constructor": "x"',
    )
    const { draft } = await read(new TextEncoder().encode(odd), record)
    expect(draft.extra).toEqual({ constructor: ['x'] })
  })
})

type Signatures = Parameters<typeof writeAnswersFile>[0]['signatures']

function dataOf(form: FormDefinition, answers: Record<string, string>, signatures: Signatures) {
  return new TextEncoder().encode(
    writeAnswersFile({ policypackAnswers: 1, form, saved, answers, signatures }),
  )
}

function blank({ id }: FormDefinition): Uint8Array {
  return new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
}

function optionsFor(form: FormDefinition) {
  const { hash, organisation } = form
  return {
    file: 'form',
    known: { definitions: [form], publishedHashes: new Set([hash]), organisation },
  }
}

/** What was read, but for what each program has messages of. */
function answersIn(result: Awaited<ReturnType<typeof readForm>>) {
  if (result.status !== 'read') return result
  const { values, raw } = result.draft
  return { values, raw }
}

async function read(bytes: Uint8Array, form: FormDefinition): Promise<FormRead> {
  const result = await readForm(bytes, optionsFor(form))
  if (result.status !== 'read') throw new Error(JSON.stringify(result.messages))
  return result
}
