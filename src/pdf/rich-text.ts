import type { ObjectStore } from './object-store.ts'
import type { PdfDict } from './objects.ts'
import { normaliseText } from './text-string.ts'
import { unescapeXml } from './xml-entities.ts'

/** What the formatted text of a field, /RV, says without its formatting (ISO 32000-2, 12.7.4.4 and annex K). */
export function readRichText(objects: ObjectStore, dict: PdfDict): string | undefined {
  const rich = objects.text(dict.get('RV'))?.text
  if (rich === undefined) return undefined
  const text = rich
    .replace(/\s+/g, ' ')
    .replace(/<br\s*\/?>|<\/p>\s*(?=<p[\s>])/g, '\n')
    .replace(/<[^>]*>/g, '')
  return normaliseText(unescapeXml(text)).trim()
}
