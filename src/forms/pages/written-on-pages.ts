import { slotsByName } from '../../contracts/slot.ts'
import type { Extraction, RawSignature, RawValue, Remark } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type PdfFile, readPages } from '../../pdf/index.ts'
import { confidence } from './confidence.ts'
import type { FilePages } from './file-pages.ts'
import { recover } from './recover.ts'

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

interface Held extends Pick<Extraction, 'values' | 'extra'> {
  /** Names of the fields with an answer that have no box on a page; what a page shows in their place wins. */
  readonly unshown: ReadonlySet<string>
}

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
  { values: held, extra, unshown }: Held,
  pages: FilePages,
  form: FormDefinition,
): OnPages {
  const isBlank = [...held.values()].every(({ texts }) => texts.length === 0)
  const isAdded = readPages(pages.pdf).some((page) => hasSeveralStreams(pages.pdf, page))
  const answers = [...slotsByName(form.fields).values()].filter(
    ({ control }) => control !== 'signature',
  )
  const isOff = (name: string): boolean => !held.has(name) || unshown.has(name)
  const isGone = answers.some(({ name }) => isOff(name))
  const isOnPage = (isBlank || isAdded || isGone) && form.anchors !== undefined
  const recovered = isOnPage ? recover(form, pages.contents) : undefined
  if (!recovered) return { values: held, signatures: [], remarks: [] }
  const found = answers.flatMap(({ name }) => {
    const value = recovered.values.get(name)
    return value ? [[name, value] as const] : []
  })
  const gone = found.filter(([name]) => isOff(name))
  // Printed boxes without fields are empty as well where somebody took the fields away; answers show that they were flattened.
  const isFlattened = gone.some(([, { texts }]) => texts.length > 0)
  const written = isBlank || isAdded ? found.flatMap(([name, seen]) => over(name, seen, held)) : []
  return {
    values: new Map([...held, ...(isFlattened ? gone : []), ...written]),
    signatures: recovered.signatures,
    // Where it is known what the form prints, the rest of the page is compared with it.
    remarks: form.printed ? [] : unsaid(recovered.remarks, extra),
  }
}

/** Without what fields that somebody added show; that is kept already. */
function unsaid(remarks: readonly Remark[], extra: Extraction['extra']): Remark[] {
  const said = new Set([...extra.values()].flat().map(words))
  return remarks.filter(({ text }) => text === '' || !said.has(words(text)))
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
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
