import type { RawSignature, RawValue } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { intersect } from '../page/index.ts'
import { type PdfFile, type PdfMarkup, type Rect, readMarkup } from '../pdf/index.ts'
import { type Box, boxesOf } from './boxes.ts'
import { confidence } from './confidence.ts'

/** What people laid over a form instead of filling in its fields. */
export interface Overlaid {
  /** By name of the PDF field; only fields that have something laid over them. */
  readonly values: ReadonlyMap<string, RawValue>
  readonly signatures: readonly RawSignature[]
}

/** Reads text, ink and stamps that a phone or Preview laid over the boxes of a form that still has its fields. */
export function readOverlays(file: PdfFile, form: FormDefinition): Overlaid {
  const byPage = Map.groupBy(readMarkup(file), ({ page }) => page)
  const values = new Map<string, RawValue>()
  const signatures: RawSignature[] = []
  for (const [page, markup] of byPage) {
    const found = overlaid(boxesOf(form, page), markup)
    for (const [name, value] of found.values) values.set(name, value)
    signatures.push(...found.signatures)
  }
  return { values, signatures }
}

/** What the markup of a page says about the boxes of that page. */
export function overlaid(boxes: readonly Box[], markup: readonly PdfMarkup[]): Overlaid {
  const byBox = Map.groupBy(
    markup.flatMap((one) => {
      const place = placeOf(one, boxes)
      return place ? [{ ...place, markup: one }] : []
    }),
    ({ box }) => box,
  )
  const values = new Map<string, RawValue>()
  const signatures: RawSignature[] = []
  for (const [box, laid] of byBox) {
    const { slot } = box
    const texts = laid
      .map(({ markup: { contents, subtype } }) => (subtype === 'FreeText' ? contents.trim() : ''))
      .filter((text) => text !== '')
    const sure = laid.every(({ alone }) => alone) ? confidence.clear : confidence.doubtful
    if (slot.control === 'signature') signatures.push(signature(slot.name, texts))
    else if (slot.control === 'checkbox' || slot.control === 'radio') {
      const others = values.get(slot.name)?.texts ?? []
      const states = [...others, slot.state ?? '']
      values.set(slot.name, {
        texts: states,
        confidence: states.length > 1 ? confidence.doubtful : sure,
      })
    } else if (texts.length > 0) {
      values.set(slot.name, { texts: [texts.join('\n')], confidence: sure })
    } else values.set(slot.name, { texts: [], confidence: confidence.unreadable })
  }
  return { values, signatures }
}

function signature(field: string, texts: readonly string[]): RawSignature {
  return texts.length > 0 ? { field, kind: 'typed', by: texts.join(' ') } : { field, kind: 'drawn' }
}

/** The box that most of an annotation lies over; `alone` when no other box comes near. */
function placeOf(
  { subtype, rect }: PdfMarkup,
  boxes: readonly Box[],
): { box: Box; alone: boolean } | undefined {
  if (!rect || !answers.has(subtype)) return undefined
  const [best, second] = boxes
    .map((box) => ({ box, share: shareOf(rect, box) }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share)
  if (!best || best.share < leastShare) return undefined
  return { box: best.box, alone: !second || second.share < best.share / 3 }
}

/** Part of the smaller of the two that they share. An annotation much larger than a tick box is not about it. */
function shareOf(rect: Rect, { slot, rect: box }: Box): number {
  const isButton = slot.control === 'checkbox' || slot.control === 'radio'
  if (isButton && areaOf(rect) > largest * areaOf(box)) return 0
  const smaller = Math.min(areaOf(rect), areaOf(box))
  return smaller > 0 ? areaOf(intersect(rect, box)) / smaller : 0
}

function areaOf([left, bottom, right, top]: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom)
}

/** Annotations with which people fill in forms; notes and highlights are remarks. */
const answers = new Set([
  'FreeText',
  'Ink',
  'Stamp',
  'Line',
  'PolyLine',
  'Polygon',
  'Circle',
  'Square',
])
const leastShare = 0.5
/** Ink over a tick box may be so many times larger than it. */
const largest = 12
