import { type Slot, slotKey, slotsOf } from '../../contracts/slot.ts'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import { fieldNodeOf } from './field-node.ts'
import type { Marker } from './markers.ts'
import { round } from './objects.ts'

/** Left, bottom, right, top in PDF points. */
type Rect = Marker['rect']

/** The narrowest box in points in which words of an answer can be read: one centimetre. */
const NARROWEST = 28

const TOO_WIDE_HELP =
  'Part it into two tables, ask for less in it, or ask what is in its columns as questions of their own.'

/** A slot and its place on the page. */
export interface PlacedSlot {
  readonly slot: Slot
  readonly marker: Marker
  /** The place of the widget: the printed box, for texts without its padding. */
  readonly rect: Rect
}

/**
 * Padding in points, left and right and above and below. Programs leave one or two points free themselves, which sets
 * text too close to the edge of the box.
 */
const padding = { sides: 2, ends: 1 } as const

/**
 * Joins each slot of a form with its marker, in reading order. A slot that is not marked exactly once and a marker
 * that belongs to no slot are messages (`marker-count`) on the document's file.
 */
export function placeSlots(document: Document, markers: readonly Marker[]): PlacedSlot[] {
  const byKey = Map.groupBy(markers, ({ key }) => key)
  const placed = slotsOf(document.fields).flatMap((slot) => {
    const key = slotKey(slot)
    const found = byKey.get(key) ?? []
    byKey.delete(key)
    if (found.length !== 1) reportCount(document, slot, found)
    return found
      .slice(0, 1)
      .map((marker) => ({ slot, marker, rect: widgetRect(slot, marker.rect) }))
  })
  for (const [key, found] of byKey) reportUnknown(document, key, found)
  reportWide(document, placed)
  return placed
}

function widgetRect({ control, field }: Slot, box: Rect): Rect {
  if (control !== 'text' && control !== 'dropdown') return box
  const [left, bottom, right, top] = box
  const ends = field.type === 'multiline' ? padding.ends : 0
  const { sides } = padding
  return [round(left + sides), round(bottom + ends), round(right - sides), round(top - ends)]
}

function reportCount(document: Document, slot: Slot, found: readonly Marker[]): void {
  const place = fieldNodeOf(document, slot.cell?.rows ?? slot.field)
  const count = found.length === 0 ? 'nowhere' : `${found.length} times, on ${pagesOf(found)}`
  const reason = `Unexpected number of places for field \`${slotKey(slot)}\` in print, expected one and found it ${count}`
  const note =
    found.length === 0 && slot.cell
      ? `The table may be too wide for the page. ${TOO_WIDE_HELP}`
      : found.length === 0
        ? 'A box without width or height, or one that is hidden, is not printed.'
        : 'A box that runs over the end of a page or stands in a repeated table head is printed more than once.'
  report(document.file, 'marker-count', reason, place, note)
}

/** Tells of each table in which boxes for words are too narrow for any. */
function reportWide(document: Document, placed: readonly PlacedSlot[]): void {
  const narrow = placed.filter(
    ({ slot, rect: [left, , right] }) =>
      slot.cell?.row === 1 && isForWords(slot) && right - left < NARROWEST,
  )
  for (const [rows, slots] of Map.groupBy(narrow, ({ slot }) => slot.cell!.rows)) {
    const [{ rect }] = slots as [PlacedSlot, ...PlacedSlot[]]
    const millimetres = Math.round(((rect[2] - rect[0]) * 25.4) / 72)
    const reason = `The table \`${rows.label}\` is too wide for the page: \`${slots[0]!.slot.field.label}\` and its like have boxes of ${millimetres} mm`
    report(document.file, 'table-wide', reason, fieldNodeOf(document, rows), TOO_WIDE_HELP)
  }
}

function isForWords({ control, field }: Slot): boolean {
  return (control === 'text' || control === 'dropdown') && field.type !== 'number'
}

function reportUnknown(document: Document, key: string, found: readonly Marker[]): void {
  const reason = `Unexpected field \`${key}\` in print on ${pagesOf(found)}, expected only fields of \`${document.id}\``
  report(document.file, 'marker-count', reason)
}

function pagesOf(markers: readonly Marker[]): string {
  const pages = markers.map(({ page }) => page + 1)
  return pages.length === 1 ? `page ${pages[0]}` : `pages ${pages.join(', ')}`
}
