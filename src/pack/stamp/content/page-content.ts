import {
  decodePDFRawStream,
  PDFArray,
  type PDFDocument,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { sha256Hex } from '../../../contracts/hash.ts'

/** The content of a page, its streams joined as ISO 32000-1, 7.7.3.3 says. */
export function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((_, index) => contents.lookup(index))
      : [contents]
  const parts = streams
    .filter((stream) => stream instanceof PDFStream)
    .map((stream) =>
      stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents(),
    )
  return new Uint8Array(Buffer.concat(parts.flatMap((part) => [part, Buffer.from('\n')])))
}

/** SHA-256 over the content of all pages, in lower-case hex. */
export function contentHash(file: PDFDocument): string {
  return sha256Hex(Buffer.concat(file.getPages().map(contentOf)))
}
