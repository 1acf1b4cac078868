import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from 'pdf-lib'
import { readCMap } from '../../../pdf/page/index.ts'
import { name, numbers, streamBytes } from '../objects.ts'
import { writeToUnicode } from './to-unicode.ts'

/** The text of each code of a font (ISO 32000-1, 9.10.3); undefined for one that does not say it. */
export function textsOfFont(font: PDFDict): Map<number, string> | undefined {
  const stream = font.lookup(name('ToUnicode'))
  return stream instanceof PDFRawStream ? readCMap(streamBytes(stream)).texts() : undefined
}

/** Makes a font say these texts of its codes. */
export function setTextsOfFont(font: PDFDict, texts: ReadonlyMap<number, string>): void {
  const { context } = font
  font.set(name('ToUnicode'), context.register(context.stream(writeToUnicode(texts))))
}

/** Whether the codes of a font have two bytes, as Chromium gives all but those whose glyphs are drawn (Type 3). */
export function isComposite(font: PDFDict): boolean {
  return font.get(name('Subtype')) === name('Type0')
}

/** The codes of a string that a font shows. */
export function codesIn(font: PDFDict, string: Uint8Array): number[] {
  if (!isComposite(font)) return [...string]
  const codes: number[] = []
  for (let at = 0; at + 1 < string.length; at += 2) codes.push((string[at]! << 8) | string[at + 1]!)
  return codes
}

/**
 * The width of each code of a composite font in which codes are numbers of glyphs, as Chromium writes them, in 1/1000 of the
 * size (ISO 32000-1, 9.7.4.3).
 */
export function widthsOfFont(font: PDFDict): (code: number) => number {
  const descendant = font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
  const items = descendant.lookupMaybe(name('W'), PDFArray)
  const numberAt = (index: number) => items?.lookup(index, PDFNumber).asNumber() ?? 0
  const widths = new Map<number, number>()
  for (let index = 0; index < (items?.size() ?? 0); ) {
    const first = numberAt(index)
    const next = items?.lookup(index + 1)
    if (next instanceof PDFArray) {
      for (const [offset, width] of numbers(next).entries()) widths.set(first + offset, width)
      index += 2
    } else {
      for (let code = first; code <= numberAt(index + 1); code += 1)
        widths.set(code, numberAt(index + 2))
      index += 3
    }
  }
  const otherwise = descendant.lookupMaybe(name('DW'), PDFNumber)?.asNumber() ?? 1000
  return (code) => widths.get(code) ?? otherwise
}
