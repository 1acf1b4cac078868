import type { ObjectStore } from '../../pdf/object-store.ts'
import { isArray, nameOf, type PdfDict, PdfStream } from '../../pdf/objects.ts'
import { type CMap, readCMap } from './cmap.ts'
import type { Decoder } from './decoder.ts'

/** Cuts the strings of a Type 0 font, whose codes have one to four bytes (ISO 32000-1, 9.7). */
export function compositeDecoder(objects: ObjectStore, dict: PdfDict): Decoder {
  const encoding = objects.resolve(dict.get('Encoding'))
  const cmap =
    encoding instanceof PdfStream ? readCMap(objects.streamData(encoding).bytes) : undefined
  const isUnicode = /^Uni.*-(UCS2|UTF16)-/.test(nameOf(encoding) ?? '')
  const descendant = objects.dict(objects.array(dict.get('DescendantFonts'))?.[0])
  const widths = widthsOf(objects, descendant)
  const fallback = objects.number(descendant?.get('DW')) ?? 1000
  return (bytes) =>
    codesOf(bytes, cmap).map(({ code, length }) => ({
      code,
      text: isUnicode ? String.fromCharCode(code) : undefined,
      width: (widths.get(cmap?.cid(code) ?? code) ?? fallback) / 1000,
      isSpace: length === 1 && code === 0x20,
    }))
}

function codesOf(bytes: Uint8Array, cmap: CMap | undefined): { code: number; length: number }[] {
  const codes: { code: number; length: number }[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = cmap?.codeLength(bytes[at]!) ?? 2
    const code = bytes.subarray(at, at + length).reduce((sum, byte) => sum * 256 + byte, 0)
    codes.push({ code, length })
    at += length
  }
  return codes
}

/** `/W`: runs of widths, and ranges that share one (9.7.4.3). */
function widthsOf(objects: ObjectStore, descendant: PdfDict | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const items = objects.array(descendant?.get('W')) ?? []
  let ranges = 0
  for (let at = 0; at < items.length && ranges < mostRanges; ) {
    const first = objects.number(items[at]) ?? 0
    const next = objects.resolve(items[at + 1])
    if (isArray(next)) {
      next.forEach((item, index) => {
        widths.set(first + index, objects.number(item) ?? 0)
      })
      at += 2
    } else {
      ranges++
      const last = Math.min(objects.number(next) ?? first, mostCids)
      for (let cid = first; cid <= last; cid++) widths.set(cid, objects.number(items[at + 2]) ?? 0)
      at += 3
    }
  }
  return widths
}

const mostCids = 0xffff
/** Ranges that one font may name; each may be as long as all characters together. */
const mostRanges = 2000
