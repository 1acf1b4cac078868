import type { ObjectStore } from './object-store.ts'
import type { PdfDict } from './objects.ts'
import { normaliseText } from './text-string.ts'
import { unescapeXml } from './xml-entities.ts'
import { scanXml } from './xml-scan.ts'

/** What the formatted text of a field, /RV, says without its formatting (ISO 32000-2, 12.7.4.4 and annex K). */
export function readRichText(objects: ObjectStore, dict: PdfDict): string | undefined {
  const rich = objects.text(dict.get('RV'))?.text
  if (rich === undefined) return undefined
  const text = textOf(rich.replace(/\s+/g, ' '))
  return normaliseText(unescapeXml(text)).trim()
}

/** The text between the tags; a line ends at a break, and between two paragraphs. */
function textOf(rich: string): string {
  let text = ''
  let isBehindParagraph = false
  for (const part of scanXml(rich)) {
    if (typeof part === 'string') {
      text += part
      if (part.trim() !== '') isBehindParagraph = false
      continue
    }
    if (part.name === 'br' || (part.name === 'p' && !part.isClosing && isBehindParagraph))
      text += '\n'
    isBehindParagraph = part.name === 'p' && part.isClosing
  }
  return text
}
