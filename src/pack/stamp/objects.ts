import { unzlibSync } from 'fflate'
import {
  decodePDFRawStream,
  type PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFStream,
  PDFString,
} from 'pdf-lib'

/** pdf-lib looks for escapes in a name each time that it is asked for one. */
const names = new Map<string, PDFName>()

/** A PDF name, written without its slash. */
export function name(value: string): PDFName {
  const known = names.get(value) ?? PDFName.of(value)
  names.set(value, known)
  return known
}

/** A text string (ISO 32000-1, 7.9.2.2): plain ASCII where that is enough, else UTF-16BE. */
export function text(value: string): PDFString | PDFHexString {
  return /^[ -~]*$/.test(value)
    ? PDFString.of(value.replace(/[\\()]/g, '\\$&'))
    : PDFHexString.fromText(value)
}

/** The text string of an entry; undefined when there is none. */
export function textIn(dict: PDFDict, entry: string): string | undefined {
  return dict.lookupMaybe(name(entry), PDFString, PDFHexString)?.decodeText()
}

/** The named destinations of a file (ISO 32000-1, 12.3.2.3), which are there from now on. */
export function destinationsIn({ catalog, context }: PDFDocument): PDFDict {
  const known = catalog.lookupMaybe(name('Dests'), PDFDict)
  if (known) return known
  const made = context.obj({})
  catalog.set(name('Dests'), made)
  return made
}

/** The numbers of an array such as `/Rect`; what is not a number counts as 0. */
export function numbers(array: PDFArray): number[] {
  return array.asArray().map((_, index) => array.lookupMaybe(index, PDFNumber)?.asNumber() ?? 0)
}

/** The data of a stream without its filters. */
export function streamBytes(stream: PDFStream): Uint8Array {
  if (!(stream instanceof PDFRawStream)) return stream.getContents()
  if (!stream.dict.has(FILTER)) return stream.contents
  return (isFlate(stream) && inflated(stream)) || decodePDFRawStream(stream).decode()
}

/** Whether a stream is compressed as almost all are. */
export function isFlate({ dict }: PDFStream): boolean {
  return dict.get(FILTER) === FLATE && !dict.has(DECODE_PARMS)
}

const FILTER = name('Filter')
const FLATE = name('FlateDecode')
const DECODE_PARMS = name('DecodeParms')

/** pdf-lib takes ten times as long, but reads what is damaged. */
function inflated({ contents }: PDFRawStream): Uint8Array | undefined {
  try {
    return unzlibSync(contents)
  } catch {
    return undefined
  }
}

/** A number with at most `digits` decimals, as content streams and rectangles write it. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
