import type { RawSignature, RawValue, Remark } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { type PdfFile, type PdfMarkup, type Rect, readMarkup } from '../../pdf/index.ts'
import { intersect } from '../../pdf/page/index.ts'
import { type Box, boxesOf } from './boxes.ts'
import { confidence } from './confidence.ts'
import { groupValue } from './group-value.ts'

/** What people type to tick a box; another word in it may as well say no. */
const TICK = /^(?:[xv×✓✔✗✘✕✖☑☒√•●■*+/]|y|yes)$/iu
const LEAST_SHARE = 0.5
/** Ink over a tick box may be so many times larger than it. */
const LARGEST = 12

/** What people laid over a form instead of filling in its fields. */
export interface Overlaid {
  /** By name of the PDF field; only fields that have something laid over them. */
  readonly values: ReadonlyMap<string, RawValue>
  readonly signatures: readonly RawSignature[]
  readonly remarks: readonly Remark[]
}

/** Something that lies over a page. */
export type Laid = Pick<PdfMarkup, 'subtype' | 'rect' | 'contents'>

/** Reads text, ink and stamps that a phone or Preview laid over the boxes of a form that still has its fields. */
export function readOverlays(file: PdfFile, form: FormDefinition): Overlaid {
  const values = new Map<string, RawValue>()
  const signatures: RawSignature[] = []
  const remarks: Remark[] = []
  for (const [page, markup] of Map.groupBy(readMarkup(file), (laid) => laid.page)) {
    const boxes = boxesOf(form, page)
    for (const { box, value, signature } of overlaid(boxes, markup)) {
      const { name } = box.slot
      if (signature) signatures.push(signature)
      else values.set(name, groupValue(values.get(name), value))
    }
    remarks.push(...besides(boxes, markup).map((laid) => remarkOf(page, laid)))
  }
  return { values, signatures, remarks }
}

/** What was laid over one box. */
export interface OverlaidBox {
  readonly box: Box
  readonly value: RawValue
  /** Where the box is one to sign in. */
  readonly signature?: RawSignature
}

/** What lies over none of the boxes, and notes about them. */
export function besides<Over extends Laid>(boxes: readonly Box[], markup: readonly Over[]): Over[] {
  return markup.filter((laid) => !placeOf(laid, boxes))
}

/** An annotation that is no answer. */
export function remarkOf(page: number, { subtype, contents }: Laid): Remark {
  return { page, subtype, text: contents.trim() }
}

/** What lies over the boxes of one page; boxes with nothing over them are left out. */
export function overlaid(boxes: readonly Box[], markup: readonly Laid[]): OverlaidBox[] {
  const placed = markup.flatMap((laid) => {
    const place = placeOf(laid, boxes)
    return place ? [{ ...place, laid }] : []
  })
  return [...Map.groupBy(placed, ({ box }) => box)].map(([box, over]) => {
    const isSure = over.every(({ alone }) => alone)
    return readOver(box, textOf(over.map(({ laid }) => laid)), isSure)
  })
}

function readOver(box: Box, text: string, isSure: boolean): OverlaidBox {
  const { slot } = box
  const certain = isSure ? confidence.clear : confidence.doubtful
  switch (slot.control) {
    case 'signature': {
      const field = slot.name
      return {
        box,
        value: { texts: [], confidence: certain },
        signature: text === '' ? { field, kind: 'drawn' } : { field, kind: 'typed', by: text },
      }
    }
    case 'checkbox':
    case 'radio':
      return {
        box,
        value: {
          texts: [slot.state ?? ''],
          confidence: text === '' || TICK.test(text) ? certain : confidence.doubtful,
        },
      }
    case 'text':
    case 'dropdown':
      return text === ''
        ? { box, value: { texts: [], confidence: confidence.unreadable } }
        : { box, value: { texts: [text], confidence: certain } }
  }
}

function textOf(over: readonly Laid[]): string {
  return over
    .map(({ subtype, contents }) => (subtype === 'FreeText' ? contents.trim() : ''))
    .filter((text) => text !== '')
    .join('\n')
}

/** The box that most of an annotation lies over; `alone` when no other box comes near. */
function placeOf(
  { subtype, rect }: Laid,
  boxes: readonly Box[],
): { box: Box; alone: boolean } | undefined {
  if (!rect || !answers.has(subtype)) return undefined
  const [best, second] = boxes
    .map((box) => ({ box, share: shareOf(rect, box) }))
    .filter(({ share }) => share > 0)
    .sort((one, other) => other.share - one.share)
  if (!best || best.share < LEAST_SHARE) return undefined
  return { box: best.box, alone: !second || second.share < best.share / 3 }
}

/** Part of the smaller of the two that they share. An annotation much larger than a tick box is not about it. */
function shareOf(rect: Rect, { slot, rect: box }: Box): number {
  const isButton = slot.control === 'checkbox' || slot.control === 'radio'
  if (isButton && areaOf(rect) > LARGEST * areaOf(box)) return 0
  const smaller = Math.min(areaOf(rect), areaOf(box))
  return smaller > 0 ? areaOf(intersect(rect, box)) / smaller : 0
}

function areaOf([left, bottom, right, top]: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom)
}

/** Annotations with which people fill in forms; notes and highlights are remarks. */
const answers = new Set('FreeText Ink Stamp Line PolyLine Polygon Circle Square'.split(' '))
