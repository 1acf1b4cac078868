import type { Document } from '../../model/document.ts'
import { brandCss, printStyles } from './brand.ts'
import { documentValues, type PackContext } from './document-values.ts'
import { documentBoxes, pageBoxesCss } from './page-boxes.ts'
import type { Presentation } from './presentation.ts'

/** A document as a whole page, for the screen or for the printer. */
export function documentPage(
  document: Document,
  presentation: Presentation,
  pack: PackContext,
): string {
  const { locale } = pack.organisation
  return pack.fillLayout('document', {
    ...documentValues(document, presentation, pack),
    locale,
    style: presentation.medium === 'print' ? printCss(document, pack) : undefined,
  })
}

function printCss(document: Document, pack: PackContext): string {
  const { organisation } = pack
  return [
    brandCss(organisation),
    pageBoxesCss(documentBoxes(document, pack), organisation),
    ...printStyles(pack),
  ].join('\n')
}
