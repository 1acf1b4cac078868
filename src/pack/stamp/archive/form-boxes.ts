import { PDFArray, PDFDict, type PDFDocument, PDFHexString, type PDFRef, PDFString } from 'pdf-lib'
import { type Slot, slotKey, slotsOf } from '../../../contracts/slot.ts'
import type { FormDefinition } from '../../../model/form.ts'
import { name, numbers } from '../objects.ts'
import { elementsOf, type StructureElement, type StructureRoot } from '../structure/tree.ts'

/** A box of a form: its slot, its widget and its place in the structure tree. */
export interface FormBox {
  readonly slot: Slot
  readonly element: StructureElement
  readonly page: PDFRef
  readonly widget: PDFDict
  /** Left, bottom, right, top in PDF points. */
  readonly rect: readonly number[]
}

/** The boxes of a blank form in reading order. Throws when the form has a box that its definition does not know. */
export function formBoxes(
  file: PDFDocument,
  structure: StructureRoot,
  { fields }: Pick<FormDefinition, 'fields'>,
): FormBox[] {
  const slots = new Map(slotsOf(fields).map((slot) => [slotKey(slot), slot]))
  return [...elementsOf(structure)].flatMap((element) => {
    const kid = element.kids.find((one) => one.kind === 'object')
    const widget = kid && file.context.lookup(kid.ref, PDFDict)
    if (!kid || widget?.get(name('Subtype')) !== name('Widget')) return []
    const key = keyOf(widget)
    const slot = slots.get(key) ?? slots.get(nameOf(widget))
    if (!slot) throw new Error(`The form has a field \`${key}\` that its definition does not have`)
    const rect = numbers(widget.lookup(name('Rect'), PDFArray))
    return [{ slot, element, page: kid.page, widget, rect }]
  })
}

function keyOf(widget: PDFDict): string {
  const states = widget.lookupMaybe(name('AP'), PDFDict)?.lookup(name('N'))
  const on =
    states instanceof PDFDict ? states.keys().find((state) => state !== name('Off')) : undefined
  return on ? `${nameOf(widget)}#${on.decodeText()}` : nameOf(widget)
}

/** The full name of the field that a widget belongs to (ISO 32000-1, 12.7.3.2). */
function nameOf(widget: PDFDict): string {
  const parts: string[] = []
  let dict: PDFDict | undefined = widget
  while (dict) {
    const part = dict.lookupMaybe(name('T'), PDFString, PDFHexString)?.decodeText()
    if (part !== undefined) parts.unshift(part)
    dict = dict.lookupMaybe(name('Parent'), PDFDict)
  }
  return parts.join('.')
}
