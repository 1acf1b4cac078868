import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { importForms, readRecords } from '../src/index.ts'
import { FormDefinition } from '../src/model/form.ts'
import type { Entry, Filler } from './fillers/filler.ts'
import { pdfium } from './fillers/pdfium.ts'
import { pdfjs } from './fillers/pdfjs.ts'
import { pdftk } from './fillers/pdftk.ts'
import { poppler } from './fillers/poppler.ts'
import { answersFor } from './support/answers.ts'
import { expectedValues } from './support/expected-values.ts'
import { makeFolder } from './support/project-copy.ts'

const pack = inject('samplePack')
const forms = readdirSync(join(pack, 'forms'))
  .filter((name) => name.endsWith('.form.json'))
  .map((name) => FormDefinition.parse(JSON.parse(readFileSync(join(pack, 'forms', name), 'utf8'))))

describe.each([pdfjs, pdfium, pdftk, poppler])('filled by $name', (filler) => {
  test.skipIf(!filler.available()).each(forms)(
    '$id comes back as it was filled in',
    async (form) => {
      const entries = answersFor(form).map((entry) => writable(filler, entry))
      const { values, rules } = await roundTrip(filler, form, entries)
      expect(values).toEqual([expectedValues(form, entries)])
      expect(rules.filter((rule) => doubts.has(rule))).toEqual([])
    },
  )
})

/** What a reader must not say of a file that another program wrote well. */
const doubts = new Set([
  'value-contradictory',
  'value-shown-otherwise',
  'value-damaged',
  'value-uncertain',
  'value-type',
  'value-option',
  'field-missing',
  'field-extra',
  'form-altered',
  'form-untrusted',
  'form-tampered',
])

/** PDFium types UTF-16 units one by one and damages characters beyond U+FFFF; see `extract`. */
function writable(filler: Filler, entry: Entry): Entry {
  return filler === pdfium && entry.kind === 'text'
    ? { ...entry, value: entry.value.replace(/[\u{10000}-\u{10ffff}]/gu, '*') }
    : entry
}

async function roundTrip(filler: Filler, form: FormDefinition, entries: readonly Entry[]) {
  const folder = makeFolder()
  const filled = join(folder, 'filled.pdf')
  const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))
  writeFileSync(filled, await filler.fill(blank, entries))
  const rules: string[] = []
  const { anonymous, to } = await importForms({
    paths: [filled],
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    onResult: ({ messages }) => rules.push(...messages.map(({ rule }) => rule)),
  })
  rules.push(...anonymous.flatMap((counted) => Object.keys(counted.rules)))
  const values: unknown[] = []
  for await (const record of readRecords(to)) values.push(record.values)
  return { values, rules }
}
