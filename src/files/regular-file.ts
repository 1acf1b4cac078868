import { constants, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { OperatorError } from '../messages/operator-error.ts'
import { placeInside } from './inside.ts'
import { codeOf, isMissing } from './missing.ts'
import { noteFile, notePlace } from './seen.ts'
import { shownPath } from './shown-path.ts'

/** Fonts of large scripts have some 20 MB. */
const MAX_BYTES = 50_000_000

/** How a file is read. */
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
    const place = await placeInside(within, path)
    // Opening a pipe would wait for somebody to write to it; a link may have come since.
    const flags = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW
    await using file = await open(place, flags)
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

function whyNot(cause: unknown): string {
  const isSpecial = ['ENXIO', 'EOPNOTSUPP'].includes(codeOf(cause))
  return isSpecial
    ? 'is a pipe or a device, and not a file'
    : 'cannot be opened; check who may read it'
}

function refusal(path: string, why: string, cause?: unknown): OperatorError {
  return new OperatorError(`${shownPath(path)} ${why}`, { cause })
}
