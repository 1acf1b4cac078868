import { directionOf } from '../../language/direction.ts'
import type { Document } from '../../model/document.ts'
import type { PackContext } from './document-values.ts'
import { withGaps } from './gaps.ts'
import { groupsOf } from './groups.ts'
import { toHtml } from './html.ts'

/** A page of the site, as its head tells of it. */
export interface SitePage {
  /** File name, such as `index.html`. */
  readonly path: string
  readonly title: string
  /** One sentence for search engines and for who is sent the page. */
  readonly description: string
  /** The document that the page shows, if it shows one. */
  readonly id?: string
}

/** What every page of the site has around its text: the head, and the way to all other pages. */
export function siteValues({ path, title, description, id }: SitePage, pack: PackContext): object {
  const { organisation, brand, draft, documents } = pack
  const { locale, site } = organisation
  const groups = groupsOf(documents, locale)
  const inOrder = groups.flatMap((group) => group.documents)
  const at = inOrder.findIndex((document) => document.id === id)
  const linkTo = (document: Document | undefined) =>
    document && {
      href: `${document.id}.html`,
      title: toHtml(...withGaps(document.meta.title, draft)),
      current: document.id === id,
    }
  return {
    locale,
    direction: directionOf(locale),
    brand,
    draft,
    pageTitle: title === brand.name ? title : `${title} – ${brand.name}`,
    description,
    address: site && `${site}${path === 'index.html' ? '' : path}`,
    groups: groups.map(({ title, documents }) => ({ title, documents: documents.map(linkTo) })),
    previous: at > 0 && linkTo(inOrder[at - 1]),
    next: at >= 0 && linkTo(inOrder[at + 1]),
  }
}
