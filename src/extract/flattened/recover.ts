import type { RawSignature, RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { slotsOf } from '../../model/slot.ts'
import type { PageContent } from '../../pdf/page/index.ts'
import { type Box, boxesOf, moved } from './boxes.ts'
import { doubted, groupValue } from './group-value.ts'
import { type MatchedPage, matchPages } from './match-pages.ts'
import { type OverlaidBox, overlaid } from './overlays.ts'
import { type BoxValue, readBox } from './read-box.ts'
import { sortGlyphs } from './sort-glyphs.ts'

/** What was read from the pages of a form that has no fields any more. */
export interface Recovered {
  /** By name of the PDF field; fields on pages that are missing are absent. No value has the confidence 1. */
  readonly values: ReadonlyMap<string, RawValue>
  readonly signatures: readonly RawSignature[]
  /** Pages of the form that the file does not have, counted from 0. */
  readonly missingPages: readonly number[]
}

/** Reads the values of a flattened form by the places of its boxes; undefined when no page is one of this form. */
export function recover(
  form: FormDefinition,
  contents: readonly PageContent[],
): Recovered | undefined {
  const pages = matchPages(form, contents)
  if (pages.length === 0) return undefined
  const values = new Map<string, RawValue>()
  const signatures: RawSignature[] = []
  for (const page of pages) {
    for (const [{ slot }, { value, signature }] of readPage(form, page)) {
      if (signature) signatures.push(signature)
      values.set(slot.name, groupValue(values.get(slot.name), value))
    }
  }
  doubtTextless(form, values)
  const found = new Set(pages.map(({ page }) => page))
  const wanted = new Set(form.widgets.map(({ page }) => page))
  return { values, signatures, missingPages: [...wanted].filter((page) => !found.has(page)) }
}

function readPage(form: FormDefinition, page: MatchedPage): [Box, BoxValue][] {
  const { content, registration, repeated } = page
  const boxes = boxesOf(form, page.page).map((box) => moved(box, registration))
  const { inBoxes, others } = sortGlyphs(content, registration.printed, boxes)
  const isSure = content.complete && !repeated && registration.error < mostError
  const typed = typedOver(content, boxes)
  return boxes.map((box) => {
    const inside = { glyphs: inBoxes.get(box) ?? [], marks: content.marks, others }
    const read = withTyped(readBox(box, inside), typed.get(box))
    return [box, isSure ? read : { ...read, value: doubted(read.value) }]
  })
}

/** What was typed over the page after it had been flattened. */
function typedOver(content: PageContent, boxes: readonly Box[]): ReadonlyMap<Box, OverlaidBox> {
  const laid = content.typed.map(({ text, box }) => ({
    subtype: 'FreeText',
    rect: box,
    contents: text,
  }))
  return new Map(overlaid(boxes, laid).map((over) => [over.box, over]))
}

/** Of two different answers in one box nobody knows which is meant. */
function withTyped(read: BoxValue, typed: OverlaidBox | undefined): BoxValue {
  if (!typed) return read
  const { value, signature } = typed
  const isSame = read.value.texts.join() === value.texts.join()
  const isOnly = read.value.texts.length === 0 && !read.signature
  if (!isSame && !isOnly) return { ...read, value: doubted(read.value) }
  return { value, ...(signature && { signature }) }
}

/**
 * Some programs that flatten drop what was typed and keep the marks, and print a form as if nothing had been typed. So
 * where no text at all is found, none is plainly blank.
 */
function doubtTextless(form: FormDefinition, values: Map<string, RawValue>): void {
  const names = slotsOf(form.fields)
    .filter(({ control }) => control === 'text' || control === 'dropdown')
    .map(({ name }) => name)
  if (names.some((name) => values.get(name)?.texts.length)) return
  for (const name of names) {
    const value = values.get(name)
    if (value) values.set(name, doubted(value))
  }
}

/** Largest distance in points of a printed text from its place before the page counts as distorted. */
const mostError = 1.5
