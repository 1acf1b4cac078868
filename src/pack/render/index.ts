import { SEARCH_SCRIPT, searchScript } from '../../contracts/search.ts'
import { siteWordsScript } from '../../contracts/site-words.ts'
import { tableOf, wordsFor } from '../../language/words.ts'
import type { Document, FrontMatter } from '../../model/document.ts'
import type { Asset, Project, RenderedPack } from '../../model/project.ts'
import { asTypeset } from '../text/as-typeset.ts'
import { fieldsIn } from '../text/fields-in.ts'
import { line } from '../text/line.ts'
import { brandIcon, brandOf, screenBrandCss } from './brand.ts'
import { printPage, screenPage } from './document-page.ts'
import type { PackContext } from './document-values.ts'
import { importPage } from './import-page.ts'
import { indexPage } from './index-page.ts'
import { compileLayouts } from './layouts.ts'
import { packFrame, packTitle } from './pack-page.ts'
import { registerPage } from './register-page.ts'
import { relationsOf } from './relations.ts'
import { renderReviews } from './reviews.ts'
import { searchData } from './search-data.ts'
import { usedFonts } from './used-fonts.ts'

export { recordAssets, type Sheet, sheetPage, tileId, tilesPage } from './record-pages.ts'

/** How to draw a pack. */
export interface RenderOptions {
  readonly draft: boolean
  /** A day in ISO 8601, by which reviews are overdue. */
  readonly today: string
  /** Draw all documents as one page as well. */
  readonly combined?: boolean
  /** File name of the archive with the whole pack; absent where none is made. */
  readonly archive?: string | undefined
}

/** Draws the documents of a pack, filled in and checked, as pages for the screen and for the printer. */
export function render(
  documents: readonly Document[],
  {
    config,
    templates,
    logo,
    pictures = [],
  }: Pick<Project, 'config' | 'templates' | 'logo' | 'pictures'>,
  { draft, today, combined = false, archive }: RenderOptions,
): RenderedPack {
  const shown = new Map(documents.map((document) => [document, setInType(document)]))
  const pack: PackContext = {
    organisation: config.organisation,
    brand: brandOf(config.organisation, logo),
    draft,
    today,
    styles: templates.styles,
    fillLayout: compileLayouts(templates, wordsFor(config.organisation.locale)),
    documents: [...shown.values()],
    relations: relationsOf([...shown.values()]),
  }
  const pages = Array.from(shown, ([document, set]) => ({
    document,
    screen: screenPage(set, pack),
    print: printPage(set, pack),
  }))
  const fonts = usedFonts(
    { css: templates.styles.fonts ?? '', assets: templates.assets },
    pages.map(({ screen }) => screen),
  )
  return {
    pages,
    index: indexPage(pack, { combined, archive }),
    register: registerPage(pack),
    import: importPage(pack),
    reviews: renderReviews(documents, config),
    title: packTitle(config.organisation.locale),
    words: siteWordsScript(tableOf(config.organisation.locale) ?? tableOf('en') ?? {}),
    ...(combined && { combined: packFrame(pack, templates.layouts.pack) }),
    assets: [
      style('screen', screenBrandCss(config.organisation) + templates.styles.screen),
      style('fonts', fonts.css),
      ...fonts.assets,
      brandIcon(config.organisation),
      search(pack),
      ...(logo ? [logo] : []),
      ...pictures,
    ],
  }
}

/** A document in the words that its pages show. */
function setInType(document: Document): Document {
  const tree = asTypeset(document.tree)
  const meta = setTitles(document.typeset ?? document.meta)
  return { ...document, meta, tree, fields: fieldsIn(tree) }
}

/** In titles, answers too have the quotes of type: the title stands in large letters, and who answers for it below. */
function setTitles(meta: FrontMatter): FrontMatter {
  const { title, owner, approver } = meta
  return {
    ...meta,
    title: line(title),
    ...(owner !== undefined && { owner: line(owner) }),
    ...(approver !== undefined && { approver: line(approver) }),
  }
}

function search({ documents, organisation }: PackContext): Asset {
  const script = searchScript(searchData(documents, organisation.locale))
  return { path: SEARCH_SCRIPT, bytes: new TextEncoder().encode(script) }
}

function style(name: string, css: string): Asset {
  return { path: `assets/${name}.css`, bytes: new TextEncoder().encode(css) }
}
