import type { Document } from '../model/document.ts'
import type { Asset, Project, RenderedDocument } from '../model/project.ts'
import { brandCss, brandOf } from './brand.ts'
import { documentPage, type PackContext } from './document-page.ts'
import { indexPage } from './index-page.ts'
import { compileLayouts } from './layouts.ts'
import { registerPage } from './register-page.ts'
import { relationsOf } from './relations.ts'
import { renderReviews } from './reviews.ts'

/** All pages of a pack, and the files that go along with them. */
export interface RenderedPack {
  readonly pages: readonly RenderedDocument[]
  /** Whole page for `out/index.html`. */
  readonly index: string
  /** Whole page for `out/register.html`. */
  readonly register: string
  /** Calendar for `out/reviews.ics`. */
  readonly reviews: string
  /** Style sheets, fonts and logo. */
  readonly assets: readonly Asset[]
}

/**
 * Draws the documents of a pack, filled in and checked, as pages for the screen and for the printer. `today` is a day in
 * ISO 8601, by which reviews are overdue.
 */
export function render(
  documents: readonly Document[],
  { config, templates, logo }: Pick<Project, 'config' | 'templates' | 'logo'>,
  { draft, today }: { readonly draft: boolean; readonly today: string },
): RenderedPack {
  const pack: PackContext = {
    organisation: config.organisation,
    brand: brandOf(config.organisation, logo),
    draft,
    today,
    styles: templates.styles,
    fillLayout: compileLayouts(templates),
    documents,
    relations: relationsOf(documents),
  }
  return {
    pages: documents.map((document) => ({
      document,
      screen: documentPage(document, 'screen', pack),
      print: documentPage(document, 'print', pack),
    })),
    index: indexPage(pack),
    register: registerPage(pack),
    reviews: renderReviews(documents, config),
    assets: [
      style('screen', brandCss(config.organisation) + templates.styles.screen),
      style('fonts', templates.styles.fonts ?? ''),
      ...templates.assets,
      ...(logo ? [logo] : []),
    ],
  }
}

function style(name: string, css: string): Asset {
  return { path: `assets/${name}.css`, bytes: new TextEncoder().encode(css) }
}
