import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, rename, stat, unlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { OperatorError } from '../messages/operator-error.ts'
import { hasEnded, OWNER } from './owner.ts'

const TEMPORARY = /^\.tmp-(?<owner>[0-9a-f]{8}-\d+)-[0-9a-f-]+$/

/** Longer than any write takes; for temporary files of other computers on a shared folder. */
const ABANDONED_MS = 3_600_000

/**
 * Writes a file that only its owner may read, so that at any moment it is there as a whole or not at all: to a temporary
 * file in the same folder, to the disk, and then under its name. Replaces a file that is there. With `time`, the file
 * says that it was written then.
 */
export async function writeAtomically(
  path: string,
  content: Uint8Array | string,
  time?: Date,
): Promise<void> {
  const temporary = temporaryPath(dirname(path))
  try {
    await writeThrough(temporary, content, time)
    await rename(temporary, path)
  } catch (cause) {
    await unlink(temporary).catch(() => {})
    throw new OperatorError(
      `${basename(path)} cannot be written to ${dirname(path)}; check the disk and who may write there`,
      { cause },
    )
  }
}

/** A name in a folder that `sweep` knows for a temporary file of this process. */
export function temporaryPath(folder: string): string {
  return join(folder, `.tmp-${OWNER}-${randomUUID()}`)
}

/** Makes a folder, and those above it, that only its owner may open. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new OperatorError(
      `The folder ${path} cannot be made; check the path and who may write there`,
      {
        cause,
      },
    )
  }
}

/** Removes the temporary files in a folder whose writers were ended before they could. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = name.match(TEMPORARY)?.groups?.owner
    if (owner === undefined) continue
    const path = join(folder, name)
    if (hasEnded(owner) || (await isAbandoned(path))) await unlink(path).catch(() => {})
  }
}

async function writeThrough(path: string, content: Uint8Array | string, time?: Date) {
  await using file = await open(path, 'wx', 0o600)
  await file.writeFile(content)
  if (time) await file.utimes(time, time)
  await file.datasync()
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS
}
