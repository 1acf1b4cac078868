import { constants, type FileHandle, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OperatorError } from '../messages/operator-error.ts'
import { placeInside } from './inside.ts'
import { codeOf, isMissing } from './missing.ts'
import { noteFile, notePlace } from './seen.ts'
import { shownPath } from './shown-path.ts'

/** Fonts of large scripts have some 20 MB. */
const MAX_BYTES = 50_000_000

export interface ReadOptions {
  /** The folder that links must not lead out of; that of the file when absent. */
  readonly within?: string
  /** A longer file is refused. */
  readonly maxBytes?: number
}

/**
 * Reads a file; undefined when there is none. Throws an {@link OperatorError} when it cannot be opened, is too long, lies
 * behind a link that leads out of its folder, or is no file but a pipe or a device, which might never end.
 */
export async function readBytesMaybe(
  path: string,
  { within = dirname(path), maxBytes = MAX_BYTES }: ReadOptions = {},
): Promise<Buffer<ArrayBuffer> | undefined> {
  try {
    await using file = await openInside(within, path)
    const status = await file.stat()
    if (status.isDirectory()) throw refusal(path, 'is a folder, and not a file')
    if (!status.isFile()) throw refusal(path, 'is a pipe or a device, and not a file')
    if (status.size > maxBytes)
      throw refusal(
        path,
        `is larger than ${maxBytes / 1_000_000} MB; look whether it is the right file`,
      )
    const bytes = await file.readFile()
    noteFile(path, status, bytes)
    return bytes
  } catch (cause) {
    notePlace(path)
    if (cause instanceof OperatorError) throw cause
    if (isMissing(cause)) return undefined
    throw refusal(path, whyNot(cause), cause)
  }
}

// Opening a pipe would wait for somebody to write to it; a link may come at any time.
const AS_IT_IS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW

/** Opens a file; where it is no link itself, it lies in its folder, and nobody has to look. */
async function openInside(within: string, path: string): Promise<FileHandle> {
  if (within === dirname(path) && constants.O_NOFOLLOW !== undefined) {
    const file = await open(path, AS_IT_IS).catch((error: unknown) => {
      if (codeOf(error) !== 'ELOOP') throw error
    })
    if (file) return file
  }
  return open(await placeInside(within, path), AS_IT_IS)
}

function whyNot(cause: unknown): string {
  const isSpecial = ['ENXIO', 'EOPNOTSUPP'].includes(codeOf(cause))
  return isSpecial
    ? 'is a pipe or a device, and not a file'
    : 'cannot be opened; check who may read it'
}

function refusal(path: string, why: string, cause?: unknown): OperatorError {
  return new OperatorError(`${shownPath(path)} ${why}`, { cause })
}
