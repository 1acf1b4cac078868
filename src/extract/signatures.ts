import type { RawSignature } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import {
  type PdfField,
  type PdfFile,
  type PdfMarkup,
  type Rect,
  readMarkup,
  readSignatures,
} from '../pdf/index.ts'

/**
 * The signatures of a form's signature fields: digital ones, and what was laid over the box by hand, as a drawing or as a
 * typed name.
 */
export function readRawSignatures(
  file: PdfFile,
  fields: readonly PdfField[],
  form: FormDefinition,
): RawSignature[] {
  const names = new Set(
    form.fields.filter(({ type }) => type === 'signature').map(({ name }) => name),
  )
  const digital = readSignatures(file, fields)
    .filter(({ field }) => names.has(field))
    .map((signature): RawSignature => {
      const at = isoTime(signature.date)
      return {
        field: signature.field,
        kind: 'digital',
        byteRange: signature.byteRange,
        ...(signature.name !== undefined && { by: signature.name }),
        ...(at !== undefined && { at }),
        ...(signature.contents && { contents: signature.contents.bytes }),
        ...(signature.subFilter !== undefined && { subFilter: signature.subFilter }),
      }
    })
  const markup = readMarkup(file)
  const byHand = [...names]
    .filter((name) => !digital.some(({ field }) => field === name))
    .flatMap((name) => {
      const box = form.widgets.find((widget) => widget.name === name)
      const over = markup.filter((mark) => box && mark.page === box.page && covers(mark, box.rect))
      return over.length > 0 ? [handSignature(name, over)] : []
    })
  return [...digital, ...byHand]
}

function handSignature(field: string, over: readonly PdfMarkup[]): RawSignature {
  const typed = over.find(({ subtype, contents }) => subtype === 'FreeText' && contents.trim())
  return typed ? { field, kind: 'typed', by: typed.contents.trim() } : { field, kind: 'drawn' }
}

/** Whether the middle of a mark lies in the box, or the mark covers the middle of the box. */
function covers({ rect }: PdfMarkup, box: Rect): boolean {
  return rect !== undefined && (contains(box, middle(rect)) || contains(rect, middle(box)))
}

function middle([left, bottom, right, top]: Rect): [number, number] {
  return [(left + right) / 2, (bottom + top) / 2]
}

function contains([left, bottom, right, top]: Rect, [x, y]: [number, number]): boolean {
  return x >= left && x <= right && y >= bottom && y <= top
}

/** A PDF date such as `D:20260403120000+10'00'` (ISO 32000-1, 7.9.4) in ISO 8601. */
function isoTime(date: string | undefined): string | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(
    date ?? '',
  )
  if (!match) return undefined
  const [, year, month, day, hour, minute, second = '00', zoneHour, zoneMinute = '00'] = match
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute}`
  return `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`
}
