import { directionOf } from '../../language/direction.ts'
import type { Document } from '../../model/document.ts'
import { brandCss, printStyles } from './brand.ts'
import { documentValues, type PackContext } from './document-values.ts'
import { documentBoxes, pageBoxesCss } from './page-boxes.ts'
import { ownPdf, webPage } from './presentation.ts'
import { siteValues } from './site.ts'

/** A document as a page of the site. */
export function screenPage(document: Document, pack: PackContext): string {
  const { id, meta } = document
  const { title, summary = title } = meta
  return pack.fillLayout('page', {
    ...documentValues(document, webPage, pack),
    ...siteValues({ path: `${id}.html`, title, description: summary, id }, pack),
  })
}

/** A document as a whole page for the printer. */
export function printPage(document: Document, pack: PackContext): string {
  const { organisation } = pack
  const { locale } = organisation
  return pack.fillLayout('document', {
    ...documentValues(document, ownPdf(organisation), pack),
    locale,
    direction: directionOf(locale),
    style: printCss(document, pack),
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
