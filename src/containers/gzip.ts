import type { Bounds } from './bounds.ts'
import type { Inner } from './inner.ts'
import { littleEndian } from './number.ts'
import { textOf, upToZero } from './text.ts'

/** Gives the one file of a gzip file (RFC 1952). */
export function* gzipFile(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  const flags = bytes[3] ?? 0
  let at = 10
  if (flags & 4) at += 2 + littleEndian(bytes, at, 2)
  const name = flags & 8 ? upToZero(bytes.subarray(at)) : new Uint8Array()
  if (flags & 8) at += name.length + 1
  if (flags & 16) at += upToZero(bytes.subarray(at)).length + 1
  if (flags & 2) at += 2
  yield { name: textOf(name), read: (most) => bounds.inflate(bytes.subarray(at), most) }
}
