import { unzlibSync, zlibSync } from 'fflate'
import {
  PDFCatalog,
  PDFDict,
  type PDFDocument,
  PDFHeader,
  PDFName,
  type PDFObject,
  PDFPageLeaf,
  PDFPageTree,
  PDFRawStream,
  PDFStreamWriter,
} from 'pdf-lib'

import { compressContents } from './content/page-content.ts'

/** Objects that are compressed together: what repeats in them is stored once. */
const TOGETHER = 500
const SMALLEST = 9

/**
 * The bytes of a file: all that is no stream in compressed ones (ISO 32000-1, 7.5.7), the pages and the catalogue as well,
 * and every stream as small as it becomes. The file cannot be changed afterwards.
 */
export async function save(file: PDFDocument): Promise<Uint8Array> {
  const { context } = file
  compressContents(file)
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
  if (dict.get(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return stream
  if (dict.has(PDFName.of('DecodeParms'))) return stream
  const again = zlibSync(unzlibSync(contents), { level: SMALLEST })
  return again.length < contents.length ? PDFRawStream.of(dict, again) : stream
}
