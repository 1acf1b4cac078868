import { zlibSync } from 'fflate'
import {
  PDFCatalog,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFStreamWriter,
} from 'pdf-lib'
import { isFlate, name, streamBytes } from './objects.ts'

/** Objects that are compressed together: what repeats in them is stored once. */
const TOGETHER = 500
const SMALLEST = 9

/**
 * The bytes of a file: all that is no stream in compressed ones (ISO 32000-1, 7.5.7), the pages and the catalogue as well,
 * and every stream as small as it becomes. The file cannot be changed afterwards.
 */
export async function save(file: PDFDocument): Promise<Uint8Array> {
  const { context } = file
  await file.flush()
  // Chromium writes 1.4, which has no streams of objects.
  if (context.header.getVersionString() < '1.5') context.header = PDFHeader.forVersion(1, 7)
  for (const [ref, object] of context.enumerateIndirectObjects())
    context.assign(ref, compact(object))
  return PDFStreamWriter.forContext(context, Infinity, true, TOGETHER).serializeToBuffer()
}

function compact(object: PDFObject): PDFObject {
  if (object instanceof PDFRawStream) return smaller(object)
  const isKept = [PDFCatalog, PDFPageTree, PDFPageLeaf].some((kind) => object instanceof kind)
  return isKept ? plain(object as PDFDict) : object
}

/** The same as a dictionary of no kind, which pdf-lib compresses. */
function plain(dict: PDFDict): PDFDict {
  return PDFDict.fromMapWithContext(new Map(dict.entries()), dict.context)
}

function smaller(stream: PDFRawStream): PDFRawStream {
  const { dict, contents } = stream
  const isPlain = !dict.has(FILTER)
  // Who looks for metadata may not know how to read a PDF (ISO 16684-1).
  if (!(isPlain || isFlate(stream)) || dict.get(TYPE) === METADATA) return stream
  const again = compressed(isPlain ? contents : streamBytes(stream))
  if (again.length >= contents.length) return stream
  dict.set(FILTER, FLATE)
  return PDFRawStream.of(dict, again)
}

const FILTER = name('Filter')
const FLATE = name('FlateDecode')
const TYPE = name('Type')
const METADATA = name('Metadata')

/** What is in each file of a build, such as a font, is compressed once. */
const known = new WeakMap<Uint8Array, Uint8Array>()

function compressed(bytes: Uint8Array): Uint8Array {
  const again = known.get(bytes) ?? zlibSync(bytes, { level: SMALLEST })
  known.set(bytes, again)
  return again
}
