import { asciiBytes, lastIndexOf, startsWith } from '../pdf/bytes.ts'
import type { Bounds } from './bounds.ts'
import type { Inner } from './inner.ts'
import { littleEndian } from './number.ts'
import { textOf } from './text.ts'

/** Where the list of entries ends, a file may have a comment (APPNOTE.TXT, 4.3.16). */
const LONGEST_END = 65_536 + 22

/** Lists the entries of a ZIP archive by its central directory (APPNOTE.TXT, 4.3.12), folders left out. */
export function* zipEntries(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  const end = lastIndexOf(bytes.subarray(-LONGEST_END), endMark)
  if (end === -1) return yield* entriesInOrder(bytes, bounds)
  const endAt = Math.max(0, bytes.length - LONGEST_END) + end
  const listed = littleEndian(bytes, endAt + 16, 4)
  // Something may stand before the archive, as in one that unpacks itself.
  const shift = endAt - littleEndian(bytes, endAt + 12, 4) - listed
  let at = listed + Math.max(0, shift)
  while (startsWith(bytes, entryMark, at)) {
    const nameEnd = at + 46 + littleEndian(bytes, at + 28, 2)
    const name = textOf(bytes.subarray(at + 46, nameEnd))
    if (!name.endsWith('/')) {
      const local = littleEndian(bytes, at + 42, 4) + Math.max(0, shift)
      yield { name, read: readerOf(bytes, at + 8, local, bounds) }
    }
    at = nameEnd + littleEndian(bytes, at + 30, 2) + littleEndian(bytes, at + 32, 2)
  }
}

/** The entries of an archive without its end, as far as each says how long it is. */
function* entriesInOrder(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  for (let at = 0; startsWith(bytes, localMark, at); ) {
    const nameEnd = at + 30 + littleEndian(bytes, at + 26, 2)
    const name = textOf(bytes.subarray(at + 30, nameEnd))
    // From the flags on, both kinds of header say the same.
    if (!name.endsWith('/')) yield { name, read: readerOf(bytes, at + 6, at, bounds) }
    at = nameEnd + littleEndian(bytes, at + 28, 2) + littleEndian(bytes, at + 18, 4)
  }
}

/** Reads an entry by the flags, method and sizes of one of its headers, and its local one. */
function readerOf(bytes: Uint8Array, flags: number, local: number, bounds: Bounds): Inner['read'] {
  const isEncrypted = littleEndian(bytes, flags, 2) % 2 === 1
  const method = littleEndian(bytes, flags + 2, 2)
  const size = littleEndian(bytes, flags + 12, 4)
  return (most) => {
    if (isEncrypted) return undefined
    const start =
      local + 30 + littleEndian(bytes, local + 26, 2) + littleEndian(bytes, local + 28, 2)
    const data = bytes.subarray(start, start + size)
    if (method === 0) return data.subarray(0, most)
    return method === 8 ? bounds.inflate(data, most) : undefined
  }
}

const entryMark = asciiBytes('PK\u0001\u0002')
const localMark = asciiBytes('PK\u0003\u0004')
const endMark = asciiBytes('PK\u0005\u0006')
