import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib'
import { sha256Hex } from '../../../contracts/hash.ts'
import { concat } from '../../../pdf/bytes.ts'
import { name, streamBytes } from '../objects.ts'

/** The content of a page, its streams joined as ISO 32000-1, 7.7.3.3 says. */
export function contentOf(page: PDFPage): Uint8Array {
  const contents = page.node.Contents()
  const streams =
    contents instanceof PDFArray
      ? contents.asArray().map((_, index) => contents.lookup(index))
      : [contents]
  return concat(
    streams
      .filter((stream) => stream instanceof PDFStream)
      .flatMap((stream) => [streamBytes(stream), LINE_END]),
  )
}

/** Gives a page another content, which is compressed when the file is saved. */
export function setContent(page: PDFPage, content: Uint8Array): void {
  const { context } = page.node
  page.node.set(name('Contents'), context.register(context.stream(content)))
}

/** Compresses the contents that pages were given. */
export function compressContents(file: PDFDocument): void {
  const { context } = file
  for (const { node } of file.getPages()) {
    const ref = node.get(name('Contents'))
    const stream = node.Contents()
    if (ref instanceof PDFRef && stream instanceof PDFRawStream && !stream.dict.has(name('Filter')))
      context.assign(ref, context.flateStream(stream.contents))
  }
}

/** SHA-256 over the content of all pages, in lower-case hex. */
export function contentHash(file: PDFDocument): string {
  return sha256Hex(concat(file.getPages().map(contentOf)))
}

/** The fonts of a page. */
export function fontsOf(page: PDFPage): PDFDict[] {
  const fonts = fontResources(page)
  return fonts?.keys().map((key) => fonts.lookup(key, PDFDict)) ?? []
}

/** The font that a page has under this name. */
export function fontOf(page: PDFPage, fontName: string): PDFDict | undefined {
  return fontResources(page)?.lookupMaybe(name(fontName), PDFDict)
}

function fontResources({ node }: PDFPage): PDFDict | undefined {
  return node.lookupMaybe(name('Resources'), PDFDict)?.lookupMaybe(name('Font'), PDFDict)
}

const LINE_END = Uint8Array.of(0x0a)
