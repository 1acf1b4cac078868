import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  type PDFObject,
  type PDFPage,
  PDFStream,
} from 'pdf-lib'
import { sha256Hex } from '../../../contracts/hash.ts'
import { concat } from '../../../pdf/bytes.ts'
import { name, streamBytes } from '../objects.ts'

/** What the content of each page was read from, and what it is. */
const known = new WeakMap<
  PDFDict,
  { readonly from: PDFObject | undefined; readonly bytes: Uint8Array }
>()

/** The content of a page, its streams joined as ISO 32000-1, 7.7.3.3 says; the same bytes as long as it is the same. */
export function contentOf({ node }: PDFPage): Uint8Array {
  const from = node.get(CONTENTS)
  const before = known.get(node)
  if (before && before.from === from) return before.bytes
  const bytes = readContent(node)
  known.set(node, { from, bytes })
  return bytes
}

function readContent(node: PDFPage['node']): Uint8Array {
  const contents = node.Contents()
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

/** Gives a page another content. */
export function setContent({ node }: PDFPage, content: Uint8Array): void {
  const { context } = node
  node.set(CONTENTS, context.register(context.stream(content)))
}

/** SHA-256 over the content of all pages, in lower-case hex. */
export function contentHash(file: PDFDocument): string {
  return sha256Hex(concat(file.getPages().map(contentOf)))
}

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

const CONTENTS = name('Contents')
const LINE_END = Uint8Array.of(0x0a)
