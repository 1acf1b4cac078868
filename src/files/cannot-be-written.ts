import { OperatorError } from '../messages/operator-error.ts'
import { codeOf } from './missing.ts'

/** What to tell of a place that the system does not let be written, with what to do. */
export function cannotBeWritten(path: string, cause: unknown): OperatorError {
  return new OperatorError(`${path} cannot be written; ${remedy(cause)}`, { cause })
}

function remedy(error: unknown): string {
  const code = codeOf(error)
  return remedies[code] ?? `the system says ${code || String(error)}`
}

const remedies: Readonly<Record<string, string>> = {
  EACCES: 'ask for the right to write there, or choose another folder',
  EPERM: 'close the program that has it open, or choose another folder',
  EBUSY: 'close the program that has it open and run the command again',
  EROFS: 'the disk is read-only; choose another folder',
  ENOSPC: 'the disk is full; make room and run the command again',
  ENOENT: 'its folder is not there; make it, or choose another',
  ENOTDIR: 'a file lies where a folder is needed; move it away',
  EEXIST: 'a file lies where a folder is needed; move it away',
  EISDIR: 'a folder lies where a file is needed; move it away',
}
