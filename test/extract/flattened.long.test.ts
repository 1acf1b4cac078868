import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findFormMarks } from '../../src/contracts/foot-line.ts'
import { printOfPdf } from '../../src/contracts/printed.ts'
import { hasLines, slotsOf } from '../../src/contracts/slot.ts'
import { type Recovered, recover } from '../../src/forms/pages/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { readContents } from '../../src/pdf/page/index.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfium as pdfiumFiller } from '../fillers/pdfium.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import { pdfLib, scaled, sideBySide, turned } from '../flatteners/pdf-lib.ts'
import { pdfium } from '../flatteners/pdfium.ts'
import { cairo, ghostscript, mupdf, qpdf } from '../flatteners/programs.ts'
import { definitionsIn } from '../support/definitions.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { samplePack } from '../support/sample-pack.ts'

const pack = await samplePack()
const forms = definitionsIn(pack).map(
  (form): FormDefinition => ({ ...form, ...printOfPdf(blank(form), form.widgets) }),
)
const filled = new Map<string, Promise<Uint8Array>>()

describe.each([pdfium, pdfLib, scaled, turned, sideBySide, cairo, ghostscript, qpdf, mupdf])(
  'flattened by $name',
  (flattener) => {
    test.skipIf(!flattener.available()).each(forms)('$id comes back as it was', async (form) => {
      const entries = printableAnswers(form)
      const pdf = filled.get(form.id) ?? pdfjs.fill(blank(form), entries)
      filled.set(form.id, pdf)
      const contents = readContents(openPdf(await flattener.flatten(await pdf)))
      expect(findFormMarks(contents)).toContainEqual({
        id: form.id,
        version: form.version,
        hash: form.hash.slice(0, 12),
        questions: form.questions.slice(0, 12),
        page: 0,
      })
      const recovered = recover(form, contents)
      expect(recovered?.missingPages).toEqual([])
      expect(recovered?.remarks).toEqual([])
      expect(read(recovered)).toEqual(expected(form, entries))
      expect(confidences(recovered).filter((certain) => certain < 0.9)).toEqual([])
      expect(confidences(recovered).filter((certain) => certain === 1)).toEqual([])
    })
  },
)

test.each(forms)('what runs out of the boxes of $id is never sure', async (form) => {
  const entries = printableAnswers(form).map((entry) =>
    entry.kind === 'text' ? { ...entry, value: 'It goes on and on. '.repeat(40).trim() } : entry,
  )
  const pdf = await pdfium.flatten(await pdfiumFiller.fill(blank(form), entries))
  const recovered = recover(form, readContents(openPdf(pdf)))
  // In boxes for several lines the type is so small then that all of it shows.
  const lines = slotsOf(form.fields).filter((slot) => slot.control === 'text' && !hasLines(slot))
  const typed = entries.filter(({ name }) => lines.some((slot) => slot.name === name))
  const sure = typed.filter(({ name }) => !((recovered?.values.get(name)?.confidence ?? 1) < 0.6))
  expect(sure).toEqual([])
})

test('pages of another form are not read', () => {
  const [one, other] = forms
  expect(recover(one!, readContents(openPdf(blank(other!))))).toBeUndefined()
})

test.each(forms)('$id is not plainly blank where nothing is found on it', (form) => {
  const recovered = recover(form, readContents(openPdf(blank(form))))
  for (const { name } of slotsOf(form.fields)) {
    expect(recovered?.values.get(name)).toEqual({ texts: [], confidence: 0.5 })
  }
  const pages = new Set(form.widgets.map(({ page }) => page))
  expect(recovered?.blankPages).toEqual([...pages].sort())
  expect(recovered?.remarks).toEqual([])
})

function blank({ id }: Pick<FormDefinition, 'id'>): Uint8Array {
  return new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
}

/** Texts without white space, which a page does not tell for certain; states of buttons. */
function read(recovered: Recovered | undefined): Record<string, string> {
  const values = [...(recovered?.values ?? [])]
  return Object.fromEntries(
    values.map(([name, { texts }]) => [name, texts.join().replace(/\s+/g, '')]),
  )
}

function expected(form: FormDefinition, entries: readonly Entry[]): Record<string, string> {
  const byName = new Map(entries.map((entry) => [entry.name, textOf(entry)]))
  return Object.fromEntries(
    slotsOf(form.fields).map(({ name }) => [name, byName.get(name)?.replace(/\s+/g, '') ?? '']),
  )
}

function textOf(entry: Entry): string {
  if (entry.kind === 'text' || entry.kind === 'dropdown') return entry.value
  return entry.kind === 'radio' || entry.on ? entry.state : ''
}

function confidences(recovered: Recovered | undefined): number[] {
  return [...(recovered?.values.values() ?? [])].map(({ confidence }) => confidence)
}
