import { dirname } from 'node:path'
import { sweep } from '../../files/temporary.ts'
import { writeFile } from '../../files/write-file.ts'
import { noteExport } from './erase/index.ts'
import { openStore } from './open-store.ts'

/**
 * Writes exported records to a file for its owner's eyes only, because they are personal data. `of` says whose they are, so that
 * the file is deleted when one of them is erased. Throws an `OperatorError` when the file cannot be written.
 *
 * @example
 * ```ts
 * import { exportRecords, saveExport } from 'policypack'
 *
 * await saveExport('records.json', exportRecords([], 'json'))
 * console.log('records.json is for your eyes only')
 * ```
 */
export async function saveExport(
  path: string,
  bytes: Uint8Array,
  of?: { readonly dir: string; readonly records: readonly string[] },
): Promise<void> {
  // What a run that was killed has left goes first, so that it goes even where this one fails.
  await sweep(dirname(path))
  // Noted first: a file that nobody knows of would outlive its records.
  if (of) await noteExport(openStore(of.dir), path, bytes, of.records)
  await writeFile(path, bytes, { isPrivate: true, durable: true })
}
