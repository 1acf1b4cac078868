import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { OperatorError } from '../messages/operator-error.ts'

/** How a file is written. */
export interface ReplaceOptions {
  /** Wait until it is on the disk, so that a power cut loses nothing; for what no build can make again. */
  readonly durable?: boolean
}

/**
 * Gives a file these bytes, all at once, so that nobody ever sees half of it; false when it had them already and was
 * left as it is. Throws an {@link OperatorError} when the place cannot be written.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  { durable = false }: ReplaceOptions = {},
): Promise<boolean> {
  const present = await readFile(path).catch(() => undefined)
  if (present?.equals(bytes)) return false
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      fsync: durable,
    })
    return true
  } catch (cause) {
    throw cannotBeWritten(path, cause)
  }
}

/** What to tell of a place that the system does not let be written, with what to do. */
export function cannotBeWritten(path: string, cause: unknown): OperatorError {
  return new OperatorError(`${path} cannot be written; ${remedy(cause)}`, { cause })
}

function remedy(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return remedies[code] ?? `the system says ${code || String(error)}`
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'ask for the right to write there, or choose another folder',
  EPERM: 'close the program that has it open, or choose another folder',
  EBUSY: 'close the program that has it open and run the command again',
  EROFS: 'the disk is read-only; choose another folder',
  ENOSPC: 'the disk is full; make room and run the command again',
  ENOTDIR: 'a file lies where a folder is needed; move it away',
  EEXIST: 'a file lies where a folder is needed; move it away',
  EISDIR: 'a folder lies where a file is needed; move it away',
}
