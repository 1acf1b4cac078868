import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makePrivateFolder } from '../../../files/folder.ts'
import { ifThere } from '../../../files/missing.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { ERASURE_KEY, ERASURES, erasedDays, erasureDigest } from '../../record/index.ts'
import { writeRecordFile } from '../on-disk.ts'

/** The folder of tombstones, and of erasures that are under way. */
export function erasuresIn(dir: string): string {
  return join(dir, ERASURES)
}

/** The key of the digests, which is made where there is none. */
export async function erasureKey(dir: string): Promise<Uint8Array> {
  const path = join(erasuresIn(dir), ERASURE_KEY)
  const known = await readBytesMaybe(path)
  if (known) return known
  await makePrivateFolder(erasuresIn(dir))
  const key = new Uint8Array(randomBytes(32))
  await writeRecordFile(path, key)
  return key
}

/** On which day the record of a file was erased, by the SHA-256 of the file; undefined where it was not. */
export async function erasedFiles(dir: string): Promise<(sha256: string) => string | undefined> {
  const folder = erasuresIn(dir)
  const names = ((await ifThere(readdir(folder))) ?? []).sort()
  const texts = await Promise.all(
    names.map(async (name) => (await readBytesMaybe(join(folder, name)))?.toString() ?? ''),
  )
  const days = erasedDays(texts)
  if (days.size === 0) return () => undefined
  const key = await erasureKey(dir)
  return (sha256) => days.get(erasureDigest(key, sha256))
}
