import type { Extraction, RawSignature, RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type PdfFile, readPages } from '../../pdf/index.ts'
import { readContents } from '../../pdf/page/index.ts'
import { confidence } from './flattened/confidence.ts'
import { type Remark, recover } from './flattened/index.ts'
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

type PdfPage = ReturnType<typeof readPages>[number]

/** What is on the pages of a form that still has fields, beside what its fields hold. */
export interface OnPages {
  readonly values: Extraction['values']
  readonly signatures: readonly RawSignature[]
  readonly remarks: readonly Remark[]
}

/**
 * Where fields are gone or none of them holds anything, the answers may be on the pages: programs flatten parts of a form,
 * or print over it. Programs that add text or pictures to a page give it one more content stream, so that then every field
 * that holds nothing is looked for.
 */
export function writtenOnPages(
  held: Extraction['values'],
  pdf: PdfFile,
  form: FormDefinition,
): OnPages {
  const isBlank = [...held.values()].every(({ texts }) => texts.length === 0)
  const isAdded = readPages(pdf).some((page) => hasSeveralStreams(pdf, page))
  const answers = [...slotsByName(form).values()].filter(({ control }) => control !== 'signature')
  const isGone = answers.some(({ name }) => !held.has(name))
  const isOnPage = (isBlank || isAdded || isGone) && form.anchors !== undefined
  const recovered = isOnPage ? recover(form, readContents(pdf)) : undefined
  if (!recovered) return { values: held, signatures: [], remarks: [] }
  const { signatures, remarks } = recovered
  const found = answers.flatMap(({ name }) => {
    const value = recovered.values.get(name)
    return value ? [[name, value] as const] : []
  })
  const gone = found.filter(([name]) => !held.has(name))
  // Printed boxes without fields are empty as well where somebody took the fields away; answers show that they were flattened.
  const isFlattened = gone.some(([, { texts }]) => texts.length > 0)
  const written = isBlank || isAdded ? found.flatMap(([name, seen]) => over(name, seen, held)) : []
  return {
    values: new Map([...held, ...(isFlattened ? gone : []), ...written]),
    signatures,
    remarks,
  }
}

/** What a page shows in a box whose field holds nothing; where it shows more than the field holds, nobody knows what is meant. */
function over(
  name: string,
  seen: RawValue,
  held: Extraction['values'],
): (readonly [string, RawValue])[] {
  const own = held.get(name)
  if (!own || inked(seen) <= inked(own)) return []
  return [[name, own.texts.length === 0 ? seen : { ...own, confidence: confidence.doubtful }]]
}

/** How many characters there are to be seen of a value. */
function inked({ texts }: RawValue): number {
  return texts.join('').replace(/\s/g, '').length
}

function hasSeveralStreams({ objects }: PdfFile, { dict }: PdfPage): boolean {
  return (objects.array(dict.get('Contents'))?.length ?? 1) > 1
}
