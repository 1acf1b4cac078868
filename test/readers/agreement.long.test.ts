import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { slotsOf } from '../../src/contracts/slot.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { page as pageFiller } from '../fillers/page.ts'
import { pdfium as pdfiumFiller } from '../fillers/pdfium.ts'
import { pdfjs as pdfjsFiller } from '../fillers/pdfjs.ts'
import { pdftk } from '../fillers/pdftk.ts'
import { poppler } from '../fillers/poppler.ts'
import { pdfium as pdfiumFlattener } from '../flatteners/pdfium.ts'
import { answersFor } from '../support/answers.ts'
import { definitionsIn } from '../support/definitions.ts'
import { printableAnswers } from '../support/printable-answers.ts'
import { samplePack } from '../support/sample-pack.ts'
import { ours } from './ours.ts'
import { pdfLib } from './pdf-lib.ts'
import { pdfium } from './pdfium.ts'
import { pdfjs } from './pdfjs.ts'

const pack = await samplePack()
const forms = definitionsIn(pack)

test('there are forms to read', () => {
  expect(forms.length).toBeGreaterThan(0)
})

test.each(forms)('all readers find the fields of $id, all of them blank', async (form) => {
  const names = new Set(slotsOf(form.fields).map(({ name }) => name))
  const wanted = Object.fromEntries(Array.from(names, (name) => [name, '']))
  for (const reader of [ours, pdfjs, pdfium, pdfLib])
    expect(await reader.values(blank(form)), reader.name).toEqual(wanted)
})

const fillers = [pageFiller, pdfjsFiller, pdfiumFiller, pdftk, poppler]

// How a program writes fields depends little on the form, so that each form is filled in by one of them.
describe.each(fillers.map((filler, turn) => ({ ...filler, turn })))(
  'filled by $name',
  ({ turn, ...filler }) => {
    const itsForms = forms.filter((_, index) => index % fillers.length === turn)
    test.skipIf(!filler.available()).each(itsForms)(
      'all readers find the values of $id',
      async (form) => {
        const answers = answersFor(form)
        const filled = await filler.fill(blank(form), answers)
        const values = await ours.values(filled)
        const answered = Object.keys(values).filter((name) => values[name] !== '')
        const given = answers.filter((answer) => answer.kind !== 'checkbox' || answer.on)
        expect(answered.sort()).toEqual(given.map(({ name }) => name).sort())
        for (const reader of [pdfjs, pdfium, pdfLib])
          expect(await reader.values(filled), reader.name).toEqual(values)
      },
    )
  },
)

describe('all readers find the text of each page', () => {
  test.each(forms)('of $id', async (form) => {
    await expectSamePages(blank(form))
  })

  test.each(forms)('of $id, filled in and made flat', async (form) => {
    const filled = await pdfjsFiller.fill(blank(form), printableAnswers(form))
    await expectSamePages(await pdfiumFlattener.flatten(filled))
  })
})

function blank({ id }: FormDefinition): Uint8Array {
  return new Uint8Array(readFileSync(join(pack, `${id}.pdf`)))
}

/** PDFium puts the foot of a page in an order of its own. */
async function expectSamePages(pdf: Uint8Array): Promise<void> {
  const pages = await ours.pages(pdf)
  expect(pages).not.toContain('')
  expect(await pdfjs.pages(pdf)).toEqual(pages)
  expect((await pdfium.pages(pdf)).map(sorted)).toEqual(pages.map(sorted))
}

function sorted(text: string): string {
  return [...text].sort().join('')
}
