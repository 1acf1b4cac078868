import { dirname } from 'node:path'
import { withLock } from '../../files/lock.ts'
import { sweep } from '../../files/temporary.ts'
import { writeFile } from '../../files/write-file.ts'

/** Does something while no other import holds the lock of this path. */
export function withImportLock<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  return withLock(path, `Another import is at work in ${dirname(path)}`, work)
}

/** Writes a file among the records: for its owner's eyes only, and lost by no power cut. */
export function writeRecordFile(
  path: string,
  content: Uint8Array | string,
  time?: Date,
): Promise<void> {
  return writeFile(path, content, { isPrivate: true, durable: true, time })
}

/**
 * Writes exported records to a file for its owner's eyes only, because they are personal data. Throws an `OperatorError`
 * when the file cannot be written.
 *
 * @example
 * ```ts
 * import { exportRecords, saveExport } from 'policypack'
 *
 * await saveExport('records.json', exportRecords([], 'json'))
 * console.log('records.json is for your eyes only')
 * ```
 */
export async function saveExport(path: string, bytes: Uint8Array): Promise<void> {
  // What a run that was killed has left goes first, so that it goes even where this one fails.
  await sweep(dirname(path))
  await writeFile(path, bytes, { isPrivate: true, durable: true })
}
