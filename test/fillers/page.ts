import { createCanvas } from '@napi-rs/canvas'
import { type FieldValue, fillForm } from '../../src/pdf/fill/index.ts'
import { openPdf } from '../../src/pdf/index.ts'
import { drawLettersOn } from '../../src/web/draw-letters.ts'
import type { Entry, Filler } from './filler.ts'

/** What the web page of a form fills in its PDF with. */
export const page: Filler = {
  name: 'the web page',
  available: () => true,
  async fill(pdf, entries) {
    return fillAsPage(pdf, new Map(entries.flatMap(valuesOf)))
  },
}

/** The same, signatures included. */
export function fillAsPage(
  pdf: Uint8Array,
  values: ReadonlyMap<string, FieldValue>,
  modified?: Date,
): Uint8Array {
  const drawLetters = drawLettersOn(createCanvas(1, 1))
  return fillForm(openPdf(pdf), values, { drawLetters, ...(modified && { modified }) })
}

/** What a field holds then. */
export function valuesOf(entry: Entry): [string, string][] {
  switch (entry.kind) {
    case 'text':
    case 'dropdown':
      return entry.value === '' ? [] : [[entry.name, entry.value]]
    case 'checkbox':
      return entry.on ? [[entry.name, entry.state]] : []
    case 'radio':
      return [[entry.name, entry.state]]
  }
}
