import { visit } from 'unist-util-visit'
import { longDate } from '../model/date.ts'
import { type Document, isForm } from '../model/document.ts'
import type { Organisation } from '../model/organisation.ts'
import type { Templates } from '../model/project.ts'
import { bodyHtml } from './body.ts'
import { type Brand, brandCss } from './brand.ts'
import { contentsList } from './contents.ts'
import { documentAddress } from './document-address.ts'
import { controlBox } from './document-control.ts'
import type { Medium } from './fields/view.ts'
import { withGaps } from './gaps.ts'
import { kindNames } from './groups.ts'
import { toHtml } from './html.ts'
import type { FillLayout } from './layouts.ts'
import { pageBoxesCss } from './page-boxes.ts'

/** What all document pages of a pack have in common. */
export interface PackContext {
  readonly organisation: Organisation
  readonly brand: Brand
  readonly draft: boolean
  /** ISO 8601. */
  readonly today: string
  readonly styles: Templates['styles']
  readonly fillLayout: FillLayout
  readonly documents: readonly Document[]
  /** The related documents of each, by its id. */
  readonly relations: ReadonlyMap<string, readonly Document[]>
}

/** A document as a whole page, for the screen or for the printer. */
export function documentPage(document: Document, medium: Medium, pack: PackContext): string {
  const { id, kind, meta, tree } = document
  const { draft, organisation } = pack
  const { locale } = organisation
  const related = pack.relations.get(id) ?? []
  // Paper does not know when it is read.
  const notation = { locale, draft, ...(medium === 'screen' && { today: pack.today }) }
  const hasControlTable = controlTableIn(document)
  return pack.fillLayout('document', {
    print: medium === 'print',
    locale,
    brand: pack.brand,
    draft,
    id,
    kind: kindNames[kind],
    form: isForm(kind),
    style: medium === 'print' ? printCss(document, pack) : undefined,
    title: meta.title,
    titleHtml: toHtml(...withGaps(meta.title, draft)),
    summary: meta.summary && toHtml(...withGaps(meta.summary, draft)),
    control: toHtml(controlBox(document, notation, hasControlTable)),
    contents: meta.contents ? toHtml(contentsList(tree, medium)) : undefined,
    body: bodyHtml(document, { medium, related, ...notation }),
    retention: meta.retention && toHtml(...withGaps(meta.retention, draft)),
    showRelated: related.length > 0 && !hasControlTable && !(medium === 'print' && isForm(kind)),
    related: related.map((other) => ({
      title: other.meta.title,
      href: documentAddress(other.id, medium),
    })),
  })
}

function printCss({ meta }: Document, { organisation, brand, styles, draft }: PackContext): string {
  const edition = [
    `Version ${meta.version}`,
    meta.effective && `Effective ${longDate(meta.effective, organisation.locale)}`,
    draft && 'Draft',
  ]
  const boxes = {
    organisation: brand.shortName,
    title: meta.title,
    edition: edition.filter(Boolean).join(' · '),
  }
  return [brandCss(organisation), pageBoxesCss(boxes, organisation.locale), styles.print].join('\n')
}

function controlTableIn({ tree }: Document): boolean {
  let found = false
  visit(tree, 'metaTable', ({ table }) => {
    found ||= table === 'document-control'
  })
  return found
}
