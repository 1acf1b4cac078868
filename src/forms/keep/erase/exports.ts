import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import * as z from 'zod'
import { sha256Hex } from '../../../contracts/hash.ts'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { makePrivateFolder } from '../../../files/folder.ts'
import { ifThere } from '../../../files/missing.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { sweep } from '../../../files/temporary.ts'
import { writeRecordFile } from '../on-disk.ts'

/** A file outside the folder of records that holds some of them, so that it can be found when they are erased. */
const KnownExport = z.strictObject({
  format: z.literal(1),
  /** From the root of the disk. */
  path: z.string(),
  /** Of the file as it was written. */
  sha256: z.string(),
  /** Ids of the records in it. */
  records: z.array(z.string()),
})
type KnownExport = z.infer<typeof KnownExport>

/** Notes that a file holds records. */
export async function noteExport(
  dir: string,
  path: string,
  bytes: Uint8Array,
  records: readonly string[],
): Promise<void> {
  const folder = exportsIn(dir)
  await makePrivateFolder(folder)
  const known: KnownExport = {
    format: 1,
    path: resolve(path),
    sha256: sha256Hex(bytes),
    records: [...records],
  }
  await writeRecordFile(notePath(dir, known.path), `${JSON.stringify(known)}\n`)
}

/** The known files outside that hold one of these records. */
export async function exportsWith(dir: string, ids: ReadonlySet<string>): Promise<KnownExport[]> {
  const names = (await ifThere(readdir(exportsIn(dir)))) ?? []
  const found: KnownExport[] = []
  for (const name of names.filter((one) => one.endsWith('.json')).sort()) {
    const text = (await readBytesMaybe(join(exportsIn(dir), name)))?.toString() ?? ''
    const known = KnownExport.safeParse(parseJsonMaybe(text)).data
    if (known?.records.some((id) => ids.has(id))) found.push(known)
  }
  return found
}

/**
 * Deletes a known file outside where it is as it was written, and forgets it. One that somebody changed since stays, and its path is
 * given, since only who changed it knows what else is in it.
 */
export async function deleteExport(
  dir: string,
  { path, sha256 }: Pick<KnownExport, 'path' | 'sha256'>,
): Promise<string | undefined> {
  const bytes = await readBytesMaybe(path).catch(() => undefined)
  const isOurs = bytes && sha256Hex(bytes) === sha256
  if (isOurs) await rm(path, { force: true })
  await rm(notePath(dir, path), { force: true })
  return bytes && !isOurs ? path : undefined
}

/** Removes what runs that were killed have left. */
export function sweepExports(dir: string): Promise<void> {
  return sweep(exportsIn(dir))
}

function exportsIn(dir: string): string {
  return join(dir, 'exports')
}

function notePath(dir: string, path: string): string {
  return join(exportsIn(dir), `${sha256Hex(path).slice(0, 32)}.json`)
}
