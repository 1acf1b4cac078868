import { type PDFDict, PDFRawStream } from 'pdf-lib'
import { readCMap } from '../../../pdf/page/index.ts'
import { name, streamBytes } from '../objects.ts'
import { writeToUnicode } from './to-unicode.ts'

/** The text of each code of a font (ISO 32000-1, 9.10.3); undefined for one that does not say it. */
export function textsOfFont(font: PDFDict): Map<number, string> | undefined {
  const stream = font.lookup(name('ToUnicode'))
  return stream instanceof PDFRawStream ? readCMap(streamBytes(stream)).texts() : undefined
}

/** Makes a font say these texts of its codes. */
export function setTextsOfFont(font: PDFDict, texts: ReadonlyMap<number, string>): void {
  const { context } = font
  font.set(name('ToUnicode'), context.register(context.flateStream(writeToUnicode(texts))))
}

/** Whether the codes of a font have two bytes, as Chromium gives all but those whose glyphs are drawn (Type 3). */
export function isComposite(font: PDFDict): boolean {
  return font.get(name('Subtype')) === name('Type0')
}

/** The codes of a string that a font shows. */
export function codesIn(font: PDFDict, string: Uint8Array): number[] {
  if (!isComposite(font)) return [...string]
  return Array.from(
    { length: string.length >> 1 },
    (_, index) => (string[2 * index]! << 8) | string[2 * index + 1]!,
  )
}
