import { ERASURE_KEY, ERASURES, erasedDays, erasureDigest } from '../../record/index.ts'
import { allOf } from '../records-in.ts'
import { type RecordStore, textOf } from '../store.ts'

/** The key of the digests, which is made where there is none. */
export async function erasureKey(store: RecordStore): Promise<Uint8Array> {
  const path = `${ERASURES}/${ERASURE_KEY}`
  const known = await store.read(path)
  if (known) return known
  const key = crypto.getRandomValues(new Uint8Array(32))
  await store.write(path, key)
  return key
}

/** On which day the record of a file was erased, by the SHA-256 of the file; undefined where it was not. */
export async function erasedFiles(
  store: RecordStore,
): Promise<(sha256: string) => string | undefined> {
  const files = await allOf(store.readEach(ERASURES, (name) => name.endsWith('.json')))
  const days = erasedDays(files.map(({ bytes }) => textOf(bytes)))
  if (days.size === 0) return () => undefined
  const key = await erasureKey(store)
  return (sha256) => days.get(erasureDigest(key, sha256))
}
