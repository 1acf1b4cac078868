import { dirname } from 'node:path'
import { withLock } from '../../files/lock.ts'
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
