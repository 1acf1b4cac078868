import { PDFDict, type PDFDocument } from 'pdf-lib'
import { annotationsOf, uriOf } from './markers.ts'
import { name, text } from './objects.ts'

/** The made-up site under which pages are printed; what follows it is relative to the pack. */
const SITE = 'http://policypack.invalid/'

/** Makes links within the pack relative and describes each link (ISO 14289-1, 7.18.5). */
export function mendLinks(file: PDFDocument): void {
  for (const { annotation } of file.getPages().flatMap(annotationsOf)) {
    if (annotation.get(name('Subtype')) !== name('Link')) continue
    const uri = uriOf(annotation)
    if (uri?.startsWith(SITE)) {
      const action = annotation.lookup(name('A'), PDFDict)
      action.set(name('URI'), text(uri.slice(SITE.length)))
    }
    annotation.set(name('Contents'), text(uri?.replace(SITE, '') ?? 'Link'))
  }
}
