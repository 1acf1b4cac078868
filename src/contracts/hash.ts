import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Node's own, which takes a tenth of the time; absent in browsers. */
const native = (
  globalThis as { process?: { getBuiltinModule?: (name: string) => unknown } }
).process?.getBuiltinModule?.('node:crypto') as
  | { hash(algorithm: string, data: Uint8Array | string): string }
  | undefined

/** SHA-256 in lower-case hex. */
export function sha256Hex(data: Uint8Array | string): string {
  if (native) return native.hash('sha256', data)
  return bytesToHex(sha256(typeof data === 'string' ? new TextEncoder().encode(data) : data))
}

/** JSON with sorted keys and no white space, so that equal data has equal text (in the manner of RFC 8785). */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
