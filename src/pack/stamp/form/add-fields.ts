import type { PDFArray, PDFContext, PDFDict, PDFDocument } from 'pdf-lib'
import type { Control } from '../../../contracts/slot.ts'
import { directionOf } from '../../../language/direction.ts'
import { wordsFor } from '../../../language/words.ts'
import type { Organisation } from '../../../model/organisation.ts'
import { FORM_FONT, type FormFont } from '../font/form-font.ts'
import type { Marker } from '../markers.ts'
import { name, text } from '../objects.ts'
import type { PlacedSlot } from '../place-slots.ts'
import { BUTTON_FONT, controls, type Entries, radioGroup } from './controls.ts'
import { createHierarchy } from './hierarchy.ts'
import { tooltipAt, typeSize } from './typing.ts'

/** Print (ISO 32000-1, table 165). */
const PRINT = 4

/** Where typed text stands in its box (ISO 32000-1, table 222). */
const AT_THE_RIGHT = 2
/** What text is typed into or shown in. */
const typed: ReadonlySet<Control> = new Set(['text', 'dropdown'])

/** Makes each marker the widget of its slot and gives the file its AcroForm (ISO 32000-1, 12.7). */
export function addFields(
  file: PDFDocument,
  slots: readonly PlacedSlot[],
  { font, organisation }: { readonly font: FormFont; readonly organisation: Organisation },
): void {
  const { context } = file
  const hierarchy = createHierarchy(context)
  const isRightToLeft = directionOf(organisation.locale) === 'rtl'
  for (const placed of slots) {
    const { slot, marker, rect } = placed
    const [left, bottom, right, top] = rect
    const size = { width: right - left, height: top - bottom }
    const fontSize = typeSize(placed, organisation)
    const entries = controls[slot.control]({ context, font, slot, size, fontSize })
    const alignment = isRightToLeft && typed.has(slot.control) ? { Q: AT_THE_RIGHT } : {}
    const tooltip = text(tooltipAt(placed, organisation))
    // Readers of PDF 2.0 say the one, those before it the other (ISO 14289-2, 8.9.2.4).
    const spoken = { TU: tooltip, Contents: tooltip }
    becomeWidget(marker, { ...entries, ...alignment, Rect: context.obj([...rect]), ...spoken })
    if (slot.control === 'radio') {
      const group = hierarchy.branch(slot.name)
      setEntries(group.dict, radioGroup(slot, wordsFor(organisation.locale)))
      marker.annotation.set(name('Parent'), group.ref)
      group.kids.push(marker.ref)
    } else hierarchy.attach(slot.name, marker.ref, marker.annotation)
  }
  file.catalog.set(name('AcroForm'), context.register(acroForm(context, hierarchy.top, font)))
}

/** The annotation keeps its object number and its place in the structure tree. */
function becomeWidget({ annotation, pageRef }: Marker, entries: Entries): void {
  for (const link of ['A', 'Border', 'Contents', 'QuadPoints']) annotation.delete(name(link))
  setEntries(annotation, {
    Subtype: 'Widget',
    P: pageRef,
    F: PRINT,
    ...entries,
  })
}

function setEntries(dict: PDFDict, entries: Entries): void {
  for (const [key, value] of dict.context.obj(entries).entries()) dict.set(key, value)
}

function acroForm(context: PDFContext, fields: PDFArray, font: FormFont): PDFDict {
  return context.obj({
    Fields: fields,
    DA: text(`/${FORM_FONT} 10 Tf 0 g`),
    DR: { Font: { [FORM_FONT]: font.ref, [BUTTON_FONT]: context.register(buttonFont(context)) } },
  })
}

/** Not embedded: it is there for programs that draw buttons anew, and nothing in the file uses it. */
function buttonFont(context: PDFContext): PDFDict {
  return context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'ZapfDingbats' })
}
