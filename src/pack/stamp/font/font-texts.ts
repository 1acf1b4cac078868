import { PDFArray, PDFDict, PDFNumber, PDFRawStream } from 'pdf-lib'
import { readCMap } from '../../../pdf/page/index.ts'
import { name, numbers, streamBytes } from '../objects.ts'
import { writeToUnicode } from './to-unicode.ts'

/** The text of each code of a font (ISO 32000-1, 9.10.3); undefined for one that does not say it. */
export function textsOfFont(font: PDFDict): ReadonlyMap<number, string> | undefined {
  const stream = font.lookup(name('ToUnicode'))
  if (!(stream instanceof PDFRawStream)) return undefined
  const texts = knownTexts.get(stream) ?? readCMap(streamBytes(stream)).texts()
  knownTexts.set(stream, texts)
  return texts
}

/** The fonts of a file are asked on each page. */
const knownTexts = new WeakMap<PDFRawStream, ReadonlyMap<number, string>>()
const knownWidths = new WeakMap<PDFDict, (code: number) => number>()

/** Makes a font say these texts of its codes. */
export function setTextsOfFont(font: PDFDict, texts: ReadonlyMap<number, string>): void {
  const { context } = font
  font.set(name('ToUnicode'), context.register(context.stream(writeToUnicode(texts))))
}

/** Whether the codes of a font have two bytes, as Chromium gives all but those whose glyphs are drawn (Type 3). */
export function isComposite(font: PDFDict): boolean {
  return font.get(SUBTYPE) === COMPOSITE
}

/** How many bytes each code of a font has. */
export function codeSize(font: PDFDict): 1 | 2 {
  return isComposite(font) ? 2 : 1
}

/**
 * The width of each code of a composite font in which codes are numbers of glyphs, as Chromium writes them, in 1/1000 of the
 * size (ISO 32000-1, 9.7.4.3).
 */
export function widthsOfFont(font: PDFDict): (code: number) => number {
  const widths = knownWidths.get(font) ?? readWidths(font)
  knownWidths.set(font, widths)
  return widths
}

/** The only descendant of a composite font (ISO 32000-1, 9.7.1). */
export function descendantOf(font: PDFDict): PDFDict {
  return font.lookup(name('DescendantFonts'), PDFArray).lookup(0, PDFDict)
}

function readWidths(font: PDFDict): (code: number) => number {
  const descendant = descendantOf(font)
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

/** The first code of each run and the widths in it (ISO 32000-1, 9.7.4.3). */
export function widthsInRuns(widths: ReadonlyMap<number, number>): (number | number[])[] {
  const runs = new Map<number, number[]>()
  let run: number[] = []
  let next = -1
  for (const [code, width] of [...widths].sort(([a], [b]) => a - b)) {
    if (code !== next) {
      run = []
      runs.set(code, run)
    }
    run.push(width)
    next = code + 1
  }
  return [...runs].flat()
}

const SUBTYPE = name('Subtype')
const COMPOSITE = name('Type0')
