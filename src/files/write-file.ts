import type { Stats } from 'node:fs'
import { type FileHandle, mkdir, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { cannotBeWritten } from './cannot-be-written.ts'
import { placeInItsFolder } from './inside.ts'
import { ifThere } from './missing.ts'
import { readBytesMaybe } from './regular-file.ts'
import { temporaryPath } from './temporary.ts'

/** Rights of a file that its owner only may read. */
export const OWNER_ONLY = 0o600

export interface WriteOptions {
  /** For its owner's eyes only; otherwise a file has the rights of the one that it replaces. */
  readonly isPrivate?: boolean
  /** Wait until it is on the disk, so that a power cut loses nothing; for what no build can make again. */
  readonly durable?: boolean
  /** When the file says that it was written; now when absent. */
  readonly time?: Date | undefined
}

/**
 * Writes a file so that at any moment it is there as a whole or not at all: under a temporary name in the same folder,
 * and then under its own. Replaces one that is there. Throws an `OperatorError` when the place cannot be written, or is a link
 * that leads out of its folder.
 */
export async function writeFile(
  path: string,
  content: Uint8Array | string,
  options: WriteOptions = {},
): Promise<void> {
  await placeInItsFolder(path)
  const temporary = temporaryPath(dirname(path))
  try {
    const former = options.isPrivate ? undefined : await ifThere(stat(path))
    await writeNew(temporary, content, { ...options, former })
    await rename(temporary, path)
  } catch (cause) {
    await unlink(temporary).catch(() => {})
    throw cannotBeWritten(path, cause)
  }
}

/**
 * Gives a file these bytes, and makes its folder where there is none; false when it had them already and was left as it
 * is. Throws an `OperatorError` when the place cannot be written.
 */
export async function replaceFile(
  path: string,
  bytes: Uint8Array,
  options: WriteOptions = {},
): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true }).catch((cause: unknown) => {
    throw cannotBeWritten(path, cause)
  })
  if (await hasBytes(path, bytes)) return false
  await writeFile(path, bytes, options)
  return true
}

/** Gives a text file that people edit as well another text. A byte order mark stays, and so does a link within the folder. */
export async function replaceText(
  path: string,
  text: string,
  options: WriteOptions = {},
): Promise<boolean> {
  const place = await placeInItsFolder(path)
  const present = await readBytesMaybe(place)
  const mark = present?.subarray(0, 3).toString() === '\ufeff' ? '\ufeff' : ''
  return replaceFile(place, new TextEncoder().encode(mark + text), options)
}

/** Adds to the end of a file that its owner only may read, and waits until it is on the disk. */
export async function appendDurably(path: string, text: string): Promise<void> {
  await using file = await open(await placeInItsFolder(path), 'a', OWNER_ONLY)
  await file.write(text)
  await file.datasync()
}

async function hasBytes(path: string, bytes: Uint8Array): Promise<boolean> {
  const status = await ifThere(stat(path)).catch(() => undefined)
  if (!status?.isFile() || status.size !== bytes.length) return false
  return (await readBytesMaybe(path).catch(() => undefined))?.equals(bytes) ?? false
}

async function writeNew(
  path: string,
  content: Uint8Array | string,
  { isPrivate, durable, time, former }: WriteOptions & { readonly former: Stats | undefined },
): Promise<void> {
  await using file = await open(path, 'wx', isPrivate || former ? OWNER_ONLY : undefined)
  await file.writeFile(content)
  if (former) await takeOver(file, former)
  if (time) await file.utimes(time, time)
  if (durable) await file.datasync()
}

async function takeOver(file: FileHandle, { uid, gid, mode }: Stats): Promise<void> {
  // Only an administrator may give a file to somebody else.
  await file.chown(uid, gid).catch(() => {})
  await file.chmod(mode & 0o777)
}
