import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../model/message.ts'
import { OperatorError } from '../model/operator-error.ts'
import type { RuleId } from '../model/rules.ts'

/** The path as messages show it: from the folder in which the user is, or whole when it lies elsewhere. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return (shown.startsWith('..') ? path : shown).split(sep).join('/')
}

/**
 * Reads a text file; undefined when there is none. A file that is not UTF-8 gets a message of the given rule and is
 * empty. Throws an {@link OperatorError} when the file cannot be opened.
 */
export async function readTextMaybe(path: string, rule: RuleId): Promise<VFile | undefined> {
  const bytes = await readBytesMaybe(path)
  if (!bytes) return undefined
  const file = new VFile({ path: shownPath(path) })
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    file.value = ''
    report(file, rule, 'Unexpected bytes, expected text in UTF-8; save the file with this encoding')
  }
  return file
}

/** Reads a file; undefined when there is none. Throws an {@link OperatorError} when it cannot be opened. */
export async function readBytesMaybe(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (isMissing(cause)) return undefined
    throw new OperatorError(`${shownPath(path)} cannot be opened; check who may read it`, { cause })
  }
}

/** True for the error that Node throws when there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    (error.code === 'ENOENT' || error.code === 'ENOTDIR')
  )
}
