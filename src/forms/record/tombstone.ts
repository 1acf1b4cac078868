import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as z from 'zod/mini'
import { parseJsonMaybe } from '../../contracts/json.ts'

/**
 * What stays of an erasure, `<dir>/erasures/<day>-<random>.json`: that there was one, and no word of whom it was about. By a
 * digest under a random key, only who has a file can tell that it was erased.
 */
const Tombstone = z.strictObject({
  format: z.literal(1),
  /** ISO date. */
  on: z.string(),
  why: z.enum(['retention', 'request']),
  /** How many records of each form; anonymous forms are counted in months. */
  erased: z.record(z.string(), z.int()),
  files: z.array(z.string()),
})
export type Tombstone = z.infer<typeof Tombstone>

/** The folder of tombstones, and of erasures that are under way. */
export const ERASURES = 'erasures'

/** In that folder, the key of the digests. */
export const ERASURE_KEY = '.key'

/** Says of a file, by its SHA-256, only whether it is the one that was erased. */
export function erasureDigest(key: Uint8Array, sha256OfFile: string): string {
  return bytesToHex(hmac(sha256, key, utf8ToBytes(sha256OfFile)))
}

/** On which day each file was erased, by its digest, as the texts of tombstones say it; others say nothing. */
export function erasedDays(texts: readonly string[]): Map<string, string> {
  const days = new Map<string, string>()
  for (const text of texts) {
    const tombstone = Tombstone.safeParse(parseJsonMaybe(text)).data
    for (const digest of tombstone?.files ?? []) days.set(digest, tombstone!.on)
  }
  return days
}
