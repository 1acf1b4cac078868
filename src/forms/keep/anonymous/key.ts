import { createHmac, randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isThere } from '../../../files/missing.ts'
import { sweep } from '../../../files/temporary.ts'
import { writeFile } from '../../../files/write-file.ts'
import { OperatorError } from '../../../messages/operator-error.ts'

/** Bytes of the key, as many as a SHA-256 has. */
const KEY_BYTES = 32

/** By which key the files of anonymous forms are known again, if there is one. */
export type AnonymousKey = Uint8Array | undefined

/**
 * The key in a file. A file that is shorter than a key, such as an empty one, says that no digests are wanted, and one that
 * cannot be read is none.
 */
export async function readKey(path: string): Promise<AnonymousKey> {
  const bytes = await readFile(path).catch(() => undefined)
  return bytes && bytes.length >= KEY_BYTES ? bytes : undefined
}

/**
 * The key in a file, which is made where it is not there. Call it under a lock, so that two imports have one key. Where
 * the folder cannot be written there is none, and a file that comes again counts again.
 */
export async function readOrMakeKey(path: string): Promise<AnonymousKey> {
  // A run that was killed while it made one may have left half of it.
  await sweep(dirname(path))
  // One that is there and cannot be read must not be written over.
  if (await isThere(path).catch(() => true)) return readKey(path)
  const key = new Uint8Array(randomBytes(KEY_BYTES))
  try {
    await writeFile(path, key, { isPrivate: true, durable: true })
    return key
  } catch (error) {
    if (error instanceof OperatorError) return undefined
    throw error
  }
}

/** Says of a file only whether it came before, and only to who has the key. */
export function digestOf(key: Uint8Array, formId: string, sha256: string): string {
  return createHmac('sha256', key).update(`${formId} ${sha256}`).digest('hex')
}
