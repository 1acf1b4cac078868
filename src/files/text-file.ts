import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { RuleId } from '../messages/rules.ts'
import { codeOf, ifThere } from './missing.ts'

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

/** Programs write UTF-16 with a byte order mark, or the characters of their region. */
function probableEncoding([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'windows-1252'
}

/** Reads a file; undefined when there is none. Throws an {@link OperatorError} when it cannot be opened. */
export async function readBytesMaybe(path: string): Promise<Uint8Array | undefined> {
  try {
    return await ifThere(readFile(path))
  } catch (cause) {
    const why =
      codeOf(cause) === 'EISDIR'
        ? 'is a folder, and not a file'
        : 'cannot be opened; check who may read it'
    throw new OperatorError(`${shownPath(path)} ${why}`, { cause })
  }
}
