import { PDFDict, type PDFDocument, PDFName } from 'pdf-lib'
import { name } from '../objects.ts'

/**
 * The weight that a variable font has when nothing is chosen, before the style of an instance: the fonts of the pages come from
 * such, so that the regular one of `Source Sans 3` is called `SourceSans3ExtraLight-Regular`.
 */
const DEFAULT_WEIGHT = /(?<=[a-z\d])(?:Thin|ExtraLight|UltraLight|Light)(?=-[A-Z])/

/** Names fonts by family and style alone, in each dictionary that names one (ISO 32000-1, 9.6 to 9.8). */
export function nameFonts(file: PDFDocument): void {
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    for (const key of [BASE_FONT, FONT_NAME]) {
      const value = object.get(key)
      if (value instanceof PDFName)
        object.set(key, name(value.decodeText().replace(DEFAULT_WEIGHT, '')))
    }
  }
}

const BASE_FONT = name('BaseFont')
const FONT_NAME = name('FontName')
