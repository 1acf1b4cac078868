import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { RuleId } from '../messages/rules.ts'

/** The path as messages show it: from the folder in which the user is, or whole when it lies elsewhere. */
export function shownPath(path: string): string {
  const shown = relative(process.cwd(), path)
  return (shown.startsWith('..') ? path : shown).split(sep).join('/')
}

/**
 * Reads a text file; undefined when there is none. A file that is not UTF-8 gets a message of the given rule, and is read as
 * what it most probably is, so that the other rules look at its text. Throws an {@link OperatorError} when the file cannot be opened.
 */
export async function readTextMaybe(path: string, rule: RuleId): Promise<VFile | undefined> {
  const bytes = await readBytesMaybe(path)
  if (!bytes) return undefined
  const file = new VFile({ path: shownPath(path) })
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    file.value = new TextDecoder(probableEncoding(bytes)).decode(bytes)
    report(file, rule, 'Unexpected bytes, expected text in UTF-8; save the file with this encoding')
  }
  return file
}

/** Windows programs write UTF-16 with a byte order mark, or the characters of their region. */
function probableEncoding([first, second]: Uint8Array): string {
  return first === 0xff && second === 0xfe ? 'utf-16le' : 'windows-1252'
}

/** Reads a file; undefined when there is none. Throws an {@link OperatorError} when it cannot be opened. */
export async function readBytesMaybe(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path)
  } catch (cause) {
    if (isMissing(cause)) return undefined
    const why = isFolder(cause)
      ? 'is a folder, and not a file'
      : 'cannot be opened; check who may read it'
    throw new OperatorError(`${shownPath(path)} ${why}`, { cause })
  }
}

/** True for the error that Node throws when there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

function isFolder(error: unknown): boolean {
  return codeOf(error) === 'EISDIR'
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
