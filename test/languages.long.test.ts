import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { build, importForms, readRecords } from '../src/index.ts'
import type { FormDefinition } from '../src/model/form.ts'
import type { Filler } from './fillers/filler.ts'
import { page } from './fillers/page.ts'
import { pdfjs } from './fillers/pdfjs.ts'
import { pikepdf } from './fillers/pikepdf.ts'
import { poppler } from './fillers/poppler.ts'
import { answersFor } from './support/answers.ts'
import { definitionsIn } from './support/definitions.ts'
import { expectedValues } from './support/expected-values.ts'
import { copyProject, makeFolder } from './support/project-copy.ts'

/** Small sets of documents that are wholly in another language: a policy, a contract and a form with all kinds of fields. */
const sets = readdirSync(join(import.meta.dirname, 'languages'))

describe.each(sets)('documents in %s', (name) => {
  const { options } = copyProject(join(import.meta.dirname, 'languages', name))
  let forms: FormDefinition[]

  beforeAll(async () => {
    const { ok, messages } = await build(options)
    expect(messages.filter(({ severity }) => severity !== 'info')).toEqual([])
    expect(ok).toBe(true)
    forms = definitionsIn(options.out)
  })

  test.each([page, poppler, pdfjs, pikepdf])(
    'filled by $name come back as they were filled in',
    async (filler) => {
      if (!filler.available()) return
      for (const form of forms)
        expect(await roundTrip(form, filler), form.id).toEqual({
          values: [expectedValues(form, answersFor(form))],
          doubts: [],
        })
    },
  )

  async function roundTrip(form: FormDefinition, filler: Filler) {
    const folder = makeFolder()
    const file = join(folder, `${form.id}.pdf`)
    const blank = new Uint8Array(readFileSync(join(options.out, basename(file))))
    writeFileSync(file, await filler.fill(blank, answersFor(form)))
    const doubts: string[] = []
    const { to } = await importForms({
      paths: [file],
      config: join(folder, 'org.config.json'),
      forms: join(options.out, 'forms'),
      onResult: ({ messages }) =>
        doubts.push(...messages.map(({ rule }) => rule).filter((rule) => DOUBTS.test(rule))),
    })
    const values: unknown[] = []
    for await (const record of readRecords(to)) values.push(record.values)
    return { values, doubts }
  }
})

/** What a reader must not say of a file that another program wrote well. */
const DOUBTS =
  /^(?:value-(?:contradictory|shown-otherwise|damaged|uncertain|type|option)|field-|form-(?!rule))/
