import type { VFile } from 'vfile'
import { type Place, report } from './message.ts'

/**
 * What no page can show: control characters other than tabs and line ends, halves of characters, and the marks by which a
 * text is shown in another order than it is read.
 */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff\u202a-\u202e]/u

/** Where in a text the first character stands that no page can show; below 0 where there is none. */
export function controlCharacterAt(text: string): number {
  return text.search(UNFIT)
}

/** Reports the first such character of each line of a file; true when there is one. */
export function reportControlCharacters(file: VFile): boolean {
  let offset = 0
  let isFound = false
  for (const [index, text] of String(file).split('\n').entries()) {
    const at = controlCharacterAt(text)
    const place = { line: index + 1, column: at + 1, offset: offset + at }
    if (at >= 0) reportControlCharacter(file, text, at, place)
    isFound ||= at >= 0
    offset += text.length + 1
  }
  return isFound
}

export function reportControlCharacter(
  file: VFile,
  text: string,
  index: number,
  place: Place,
): void {
  const code = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0')
  const instead = named[code] ?? ', expected letters, digits and signs; remove it'
  const reason = `Unexpected control character U+${code} in a text${instead}`
  report(file, 'control-character', reason, place)
}

/** What word processors and other systems leave, by the number of the character: what it is, and what belongs there. */
const named: Readonly<Record<string, string>> = {
  '000B': ', a line break of Word, expected the end of a line; put one there',
  '000C': ', a page break, expected the end of a line; put one there',
  '0085': ', a line end of another system, expected the end of a line; put one there',
}
