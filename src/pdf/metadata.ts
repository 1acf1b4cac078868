import { decodeUtf8, latin1 } from './bytes.ts'
import { PdfStream } from './objects.ts'
import type { PdfFile } from './open.ts'
import { decodeText, normaliseText } from './text-string.ts'

/** What the file says about itself. */
export interface PdfMetadata {
  /** /Lang of the catalog, such as `en-AU`. */
  readonly language: string | undefined
  /** The texts of the information dictionary, such as Title and Producer, by key. */
  readonly info: ReadonlyMap<string, string>
  /** The XMP packet, as text. */
  readonly xmp: string | undefined
}

/** Reads what the file says about itself. */
export function readMetadata({ catalog, objects, trailer }: PdfFile): PdfMetadata {
  const info = new Map<string, string>()
  for (const [key, value] of objects.dict(trailer.get('Info')) ?? []) {
    const text = objects.text(value)?.text
    if (text !== undefined) info.set(key, normaliseText(text))
  }
  const metadata = objects.resolve(catalog.get('Metadata'))
  return {
    language: objects.text(catalog.get('Lang'))?.text,
    info,
    xmp: metadata instanceof PdfStream ? xmpText(objects.streamData(metadata).bytes) : undefined,
  }
}

/** XMP is UTF-8, or has a mark. */
function xmpText(bytes: Uint8Array): string {
  const isMarked = bytes[0] === 0xfe || bytes[0] === 0xff || bytes[0] === 0xef
  return isMarked ? decodeText(bytes).text : (decodeUtf8(bytes) ?? latin1(bytes))
}
