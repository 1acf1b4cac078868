import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import { OperatorError } from '../model/operator-error.ts'

/**
 * Gives a file these bytes, all at once, so that nobody ever sees half of it; false when it had them already and was
 * left as it is. Throws an {@link OperatorError} when the place cannot be written.
 */
export async function replaceFile(path: string, bytes: Uint8Array): Promise<boolean> {
  const present = await readFile(path).catch(() => undefined)
  if (present?.equals(bytes)) return false
  try {
    await mkdir(dirname(path), { recursive: true })
    // What is lost in a power cut is made again by the next build.
    await writeFileAtomic(path, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      fsync: false,
    })
    return true
  } catch (cause) {
    throw new OperatorError(`${path} cannot be written; ${remedy(cause)}`, { cause })
  }
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
