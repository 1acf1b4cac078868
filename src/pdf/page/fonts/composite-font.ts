import type { ObjectStore } from '../../object-store.ts'
import { isArray, nameOf, type PdfDict, PdfStream } from '../../objects.ts'
import { readCMap } from './cmap.ts'
import type { Decoder } from './decoder.ts'
import { predefinedCharacterSet } from './predefined-cmaps.ts'

const MOST_CIDS = 0xffff
/** Ranges that one font may name; each may be as long as all characters together. */
const MOST_RANGES = 2000

/** Cuts the strings of a Type 0 font, whose codes have one to four bytes (ISO 32000-1, 9.7). */
export function compositeDecoder(objects: ObjectStore, dict: PdfDict): Decoder {
  const { codeLength, cid, text } = codesOf(objects, dict)
  const descendant = objects.dict(objects.array(dict.get('DescendantFonts'))?.[0])
  const widths = widthsOf(objects, descendant)
  const fallback = objects.number(descendant?.get('DW')) ?? 1000
  return (bytes) => {
    const shown: ReturnType<Decoder> = []
    for (let at = 0; at < bytes.length; ) {
      const own = bytes.subarray(at, at + codeLength(bytes[at]!))
      const code = own.reduce((sum, byte) => sum * 256 + byte, 0)
      shown.push({
        code,
        text: text(own),
        width: (widths.get(cid(code)) ?? fallback) / 1000,
        isSpace: own.length === 1 && code === 0x20,
      })
      at += own.length
    }
    return shown
  }
}

interface Codes {
  codeLength(firstByte: number): number
  cid(code: number): number
  text(bytes: Uint8Array): string | undefined
}

function codesOf(objects: ObjectStore, dict: PdfDict): Codes {
  const encoding = objects.resolve(dict.get('Encoding'))
  if (encoding instanceof PdfStream) {
    const cmap = readCMap(objects.streamData(encoding).bytes)
    return {
      codeLength: (byte) => cmap.codeLength(byte) ?? 2,
      cid: (code) => cmap.cid(code) ?? 0,
      text: () => undefined,
    }
  }
  const set = predefinedCharacterSet(nameOf(encoding) ?? '')
  return {
    codeLength: (byte) => set?.codeLength(byte) ?? 2,
    // Without the tables of a character set the widths of its characters are unknown, so all get the usual one.
    cid: (code) => (set ? -1 : code),
    text: (bytes) => set?.text(bytes),
  }
}

/** `/W`: runs of widths, and ranges that share one (9.7.4.3). */
function widthsOf(objects: ObjectStore, descendant: PdfDict | undefined): Map<number, number> {
  const widths = new Map<number, number>()
  const items = objects.array(descendant?.get('W')) ?? []
  let ranges = 0
  for (let at = 0; at < items.length && ranges < MOST_RANGES; ) {
    const first = objects.number(items[at]) ?? 0
    const next = objects.resolve(items[at + 1])
    if (isArray(next)) {
      next.forEach((item, index) => {
        widths.set(first + index, objects.number(item) ?? 0)
      })
      at += 2
    } else {
      ranges++
      const last = Math.min(objects.number(next) ?? first, MOST_CIDS)
      for (let cid = first; cid <= last; cid++) widths.set(cid, objects.number(items[at + 2]) ?? 0)
      at += 3
    }
  }
  return widths
}
