import { createHmac, randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { makePrivateFolder } from '../../../files/folder.ts'
import { ifThere } from '../../../files/missing.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { writeRecordFile } from '../on-disk.ts'

/**
 * What stays of an erasure, `<dir>/erasures/<day>-<random>.json`: that there was one, and no word of whom it was about. By a
 * digest under a random key, only who has a file can tell that it was erased.
 */
export const Tombstone = z.strictObject({
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
export function erasuresIn(dir: string): string {
  return join(dir, 'erasures')
}

/** The key of the digests, which is made where there is none. */
export async function erasureKey(dir: string): Promise<Uint8Array> {
  const path = join(erasuresIn(dir), '.key')
  const known = await readBytesMaybe(path)
  if (known) return known
  await makePrivateFolder(erasuresIn(dir))
  const key = new Uint8Array(randomBytes(32))
  await writeRecordFile(path, key)
  return key
}

/** Says of a file, by its SHA-256, only whether it is the one that was erased. */
export function digestOf(key: Uint8Array, sha256: string): string {
  return createHmac('sha256', key).update(sha256).digest('hex')
}

/** On which day the record of a file was erased, by the SHA-256 of the file; undefined where it was not. */
export async function erasedFiles(dir: string): Promise<(sha256: string) => string | undefined> {
  const days = new Map<string, string>()
  for (const name of ((await ifThere(readdir(erasuresIn(dir)))) ?? []).sort()) {
    const text = (await readBytesMaybe(join(erasuresIn(dir), name)))?.toString() ?? ''
    const tombstone = Tombstone.safeParse(parseJsonMaybe(text)).data
    for (const digest of tombstone?.files ?? []) days.set(digest, tombstone!.on)
  }
  if (days.size === 0) return () => undefined
  const key = await erasureKey(dir)
  return (sha256) => days.get(digestOf(key, sha256))
}
