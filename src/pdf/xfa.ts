import { decodeUtf8, latin1 } from './bytes.ts'
import { PdfStream } from './objects.ts'
import type { PdfFile } from './open.ts'
import { unescapeXml } from './xml-entities.ts'
import { scanXml } from './xml-scan.ts'

const MOST_PARTS = 50
const MOST_TEXT = 4_000_000
const MOST_VALUES = 20_000
const DEEPEST = 100

/** A value of the XML form inside a PDF (XFA 3.3). */
export interface XfaValue {
  /** Names of the elements that lead to it, joined by dots. */
  readonly path: string
  readonly text: string
}

/** The parts of a file's XFA form; none where it has no such form. */
export function xfaStreams({ catalog, objects }: PdfFile): PdfStream[] {
  const xfa = objects.resolve(objects.dict(catalog.get('AcroForm'))?.get('XFA'))
  const parts = xfa instanceof PdfStream ? [xfa] : (objects.array(xfa) ?? [])
  return parts
    .map((part) => objects.resolve(part))
    .filter((part) => part instanceof PdfStream)
    .slice(0, MOST_PARTS)
}

/** The values that a file's XFA form holds beside its fields; none where it has no such form, or one without data. */
export function readXfaValues(file: PdfFile): XfaValue[] {
  return xfaStreams(file).flatMap((stream) => {
    const { bytes } = file.objects.streamData(stream)
    return valuesIn((decodeUtf8(bytes) ?? latin1(bytes)).slice(0, MOST_TEXT))
  })
}

/** The elements with text and without children below `<xfa:data>`. */
function valuesIn(xml: string): XfaValue[] {
  const start = xml.search(/<(?:xfa:)?data[\s>]/)
  if (start === -1) return []
  const values: XfaValue[] = []
  const path: string[] = []
  let text: string | undefined
  for (const part of scanXml(xml.slice(start))) {
    if (typeof part === 'string') text = text === undefined ? text : text + part
    else if (part.isEmpty || values.length >= MOST_VALUES) continue
    else if (!part.isClosing) {
      path.push(part.name)
      if (path.length > DEEPEST) return values
      text = ''
    } else {
      if (text) values.push({ path: path.slice(1).join('.'), text: unescapeXml(text) })
      path.pop()
      text = undefined
      if (path.length === 0) return values
    }
  }
  return values
}
