import { rm } from 'node:fs/promises'
import { hostname } from 'node:os'
import { resolve } from 'node:path'
import * as z from 'zod'
import { sha256Hex } from '../../../contracts/hash.ts'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { EXPORTS } from '../../record/index.ts'
import { type RecordStore, textOf } from '../store.ts'

/** A file outside the folder of records that holds some of them, so that it can be found when they are erased. */
const KnownExport = z.strictObject({
  format: z.literal(1),
  /** From the root of the disk. */
  path: z.string(),
  /** On which machine it lies; absent in notes of old. */
  machine: z.optional(z.string()),
  /** Of the file as it was written. */
  sha256: z.string(),
  /** Ids of the records in it. */
  records: z.array(z.string()),
})
type KnownExport = z.infer<typeof KnownExport>

/** Notes that a file holds records. */
export async function noteExport(
  store: RecordStore,
  path: string,
  bytes: Uint8Array,
  records: readonly string[],
): Promise<void> {
  const known: KnownExport = {
    format: 1,
    path: resolve(path),
    machine: hostname(),
    sha256: sha256Hex(bytes),
    records: [...records],
  }
  await store.write(notePath(known.path, hostname()), `${JSON.stringify(known)}\n`)
}

/** The known files outside that hold one of these records. */
export async function exportsWith(
  store: RecordStore,
  ids: ReadonlySet<string>,
): Promise<(KnownExport & { readonly note: string })[]> {
  const found: (KnownExport & { readonly note: string })[] = []
  for await (const { name, bytes } of store.readEach(EXPORTS, (name) => name.endsWith('.json'))) {
    const known = KnownExport.safeParse(parseJsonMaybe(textOf(bytes))).data
    if (known?.records.some((id) => ids.has(id)))
      found.push({ ...known, note: `${EXPORTS}/${name}` })
  }
  return found
}

/**
 * Deletes a known file outside where it is as it was written, and forgets it. One that somebody changed since stays, as does one of
 * another machine, and its path is given, since only who changed it knows what else is in it.
 */
export async function deleteExport(
  store: RecordStore,
  {
    path,
    sha256,
    note,
    machine = hostname(),
  }: Omit<KnownExport, 'format' | 'records'> & { readonly note: string },
): Promise<string | undefined> {
  if (machine !== hostname()) {
    await store.remove(note)
    return `${path} on ${machine}`
  }
  const bytes = await readBytesMaybe(path).catch(() => undefined)
  const isOurs = bytes && sha256Hex(bytes) === sha256
  if (isOurs) await rm(path, { force: true })
  await store.remove(note)
  return bytes && !isOurs ? path : undefined
}

function notePath(path: string, machine: string): string {
  return `${EXPORTS}/${sha256Hex(`${machine} ${path}`).slice(0, 32)}.json`
}
