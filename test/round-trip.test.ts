import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { importForms, readRecords } from '../src/index.ts'
import type { FormDefinition } from '../src/model/form.ts'
import type { Entry, Filler } from './fillers/filler.ts'
import { page } from './fillers/page.ts'
import { pdfium } from './fillers/pdfium.ts'
import { pdfjs } from './fillers/pdfjs.ts'
import { pdftk } from './fillers/pdftk.ts'
import { poppler } from './fillers/poppler.ts'
import { answersFor } from './support/answers.ts'
import { definitionsIn } from './support/definitions.ts'
import { expectedValues } from './support/expected-values.ts'
import { makeFolder } from './support/project-copy.ts'
import { samplePack } from './support/sample-pack.ts'

const pack = await samplePack()
const forms = definitionsIn(pack)

describe.each([page, pdfjs, pdfium, pdftk, poppler])('filled by $name', (filler) => {
  const entriesOf = (form: FormDefinition) =>
    answersFor(form).map((entry) => writable(filler, entry))
  let returned: ReadonlyMap<string, Returned>

  beforeAll(async () => {
    if (filler.available()) returned = await roundTrip(filler, entriesOf)
  })

  test.skipIf(!filler.available()).each(forms)('$id comes back as it was filled in', (form) => {
    const { values, rules } = returned.get(form.id)!
    const kept = form.private === true ? [] : [expectedValues(form, entriesOf(form))]
    expect(values).toEqual(kept)
    expect(rules.filter((rule) => doubts.has(rule))).toEqual([])
  })
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

/** What became of one form. */
interface Returned {
  readonly values: unknown[]
  readonly rules: string[]
}

/** Fills in all forms and imports them in one run; gives what there is of each by its id. */
async function roundTrip(
  filler: Filler,
  entriesOf: (form: FormDefinition) => readonly Entry[],
): Promise<Map<string, Returned>> {
  const folder = makeFolder()
  const returned = new Map(forms.map(({ id }) => [id, { values: [], rules: [] } as Returned]))
  for (const form of forms) {
    const blank = new Uint8Array(readFileSync(join(pack, `${form.id}.pdf`)))
    writeFileSync(join(folder, `${form.id}.pdf`), await filler.fill(blank, entriesOf(form)))
  }
  const { anonymous, to } = await importForms({
    paths: forms.map(({ id }) => join(folder, `${id}.pdf`)),
    config: join(folder, 'org.config.json'),
    forms: join(pack, 'forms'),
    onResult: ({ file, messages }) =>
      returned.get(basename(file, '.pdf'))?.rules.push(...messages.map(({ rule }) => rule)),
  })
  for (const { form, rules } of anonymous) returned.get(form)?.rules.push(...Object.keys(rules))
  for await (const { form, values } of readRecords(to)) returned.get(form.id)?.values.push(values)
  return returned
}
