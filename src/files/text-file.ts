import { VFile } from 'vfile'
import { report } from '../messages/message.ts'
import type { RuleId } from '../messages/rules.ts'
import { readBytesMaybe } from './regular-file.ts'
import { shownPath } from './shown-path.ts'

/** Longer texts are no content and no configuration. */
const MAX_TEXT_BYTES = 2_000_000

/**
 * Reads a text file; undefined when there is none. A file that is not UTF-8 gets a message of the given rule, and is read as
 * what it most probably is, so that the other rules look at its text. Throws an `OperatorError` when the file cannot be opened.
 */
export async function readTextMaybe(path: string, rule: RuleId): Promise<VFile | undefined> {
  const bytes = await readBytesMaybe(path, { maxBytes: MAX_TEXT_BYTES })
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
