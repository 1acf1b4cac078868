import type { Extraction } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { PdfFile } from '../pdf/index.ts'
import { readContents } from '../pdf/page/index.ts'
import { confidence } from './flattened/confidence.ts'
import { recover } from './flattened/index.ts'
import { slotsByName } from './printed-place.ts'

/**
 * A telephone or Preview may have written over the boxes instead of filling them in. What lies over a box that is filled
 * in as well may be meant to correct it.
 */
export function withOverlays(
  held: Extraction['values'],
  laidOver: Extraction['values'],
): Extraction['values'] {
  const values = new Map(held)
  for (const [name, value] of laidOver) {
    const own = held.get(name)
    if (own?.texts.length === 0) values.set(name, value)
    else if (own && own.texts.join('\n') !== value.texts.join('\n'))
      values.set(name, { ...own, confidence: confidence.doubtful })
  }
  return values
}

/**
 * Where fields are gone or none of them holds anything, the answers may be on the pages: programs flatten parts of a form,
 * or print over it.
 */
export function withPages(
  held: Extraction['values'],
  pdf: PdfFile,
  form: FormDefinition,
): Extraction['values'] {
  const isBlank = [...held.values()].every(({ texts }) => texts.length === 0)
  const wanted = [...slotsByName(form).values()].filter(
    ({ name, control }) => control !== 'signature' && (isBlank || !held.has(name)),
  )
  const isOnPage = wanted.length > 0 && form.anchors !== undefined
  const recovered = isOnPage ? recover(form, readContents(pdf))?.values : undefined
  const found = wanted.flatMap(({ name }) => {
    const value = recovered?.get(name)
    return value && value.texts.length > 0 ? [[name, value] as const] : []
  })
  return found.length > 0 ? new Map([...held, ...found]) : held
}
