import { type Rect, readRect } from './geometry.ts'
import type { PdfFile } from './open.ts'
import { readAnnotationDicts, readPages } from './pages.ts'
import { normaliseText } from './text-string.ts'

/** Hidden and NoView (ISO 32000-1, table 165). */
const HIDDEN_FLAGS = 0b10_0010

/** Something that was laid over a page: typed text, a drawing, a stamp, a note. */
export interface PdfMarkup {
  /** Counted from 0. */
  readonly page: number
  /** Such as `FreeText`, `Ink` or `Stamp` (ISO 32000-1, table 169). */
  readonly subtype: string
  readonly rect: Rect | undefined
  readonly contents: string
}

/** Lists the annotations that people add and can see; form fields, links and pop-ups are none. */
export function readMarkup(file: PdfFile): PdfMarkup[] {
  const { objects } = file
  const markup: PdfMarkup[] = []
  for (const page of readPages(file)) {
    for (const dict of readAnnotationDicts(objects, page)) {
      const subtype = objects.name(dict.get('Subtype')) ?? ''
      if (!isMarkup(subtype) || ((objects.number(dict.get('F')) ?? 0) & HIDDEN_FLAGS) !== 0)
        continue
      if (markup.length >= objects.limits.annotations) {
        objects.report({ kind: 'limit-reached', limit: 'annotations' })
        return markup
      }
      const contents = normaliseText(objects.text(dict.get('Contents'))?.text ?? '')
      markup.push({
        page: page.index,
        subtype,
        rect: readRect(objects, dict.get('Rect')),
        contents,
      })
    }
  }
  return markup
}

/** Whether people add annotations of this subtype, rather than programs and those who make a form. */
export function isMarkup(subtype: string): boolean {
  return !notMarkup.has(subtype)
}

const notMarkup = new Set(['', 'Widget', 'Link', 'Popup', 'PrinterMark', 'TrapNet'])
