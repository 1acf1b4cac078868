import type { VFile } from 'vfile'
import { GROUP } from '../../contracts/destinations.ts'
import { packPageAddress } from '../../contracts/pack-pages.ts'
import { longDate } from '../../language/date.ts'
import { directionOf } from '../../language/direction.ts'
import { isIsoDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import { report } from '../../messages/message.ts'
import { type Document, isForm } from '../../model/document.ts'
import type { PackFrame } from '../../model/project.ts'
import { brandCss, printStyles } from './brand.ts'
import { byHand } from './by-hand.ts'
import type { PackContext } from './document-values.ts'
import { type Group, groupsOf } from './groups.ts'
import { documentBoxes, namedPageCss, pageBoxesCss } from './page-boxes.ts'

/**
 * Cover, contents and the margins of all documents as one page for the printer, for so many pages of each. A template of one's own that
 * has no place for them gets a message.
 */
export function packFrame(
  pack: PackContext,
  layout: VFile | undefined,
): (pages: ReadonlyMap<string, number>) => PackFrame {
  const html = packPage(pack, new Map())
  const missing = pack.documents.find(({ id }) => !html.includes(`"${packPageAddress(id, 0)}"`))
  if (layout && missing && html !== '')
    report(
      layout,
      'template',
      `Unexpected document \`${missing.id}\` without pages, expected a link to \`{{place}}\` on each of its \`{{#each pages}}\``,
      undefined,
      'The pages of the documents are put in place of these links; `policypack eject` lists the templates that come along, which show how.',
    )
  return (pages) => ({ html: packPage(pack, pages), places: placesIn(pack, pages) })
}

function packPage(pack: PackContext, pages: ReadonlyMap<string, number>): string {
  const { organisation, brand, draft } = pack
  const { locale } = organisation
  const groups = groupsOf(pack.documents, locale)
  const documents = groups.flatMap((group) => group.documents)
  const edition = editionOf(documents, locale)
  return pack.fillLayout('pack', {
    locale,
    direction: directionOf(locale),
    brand,
    draft,
    large: organisation.textSize === 'large',
    title: packTitle(locale),
    edition,
    forms: documents.some(({ kind }) => isForm(kind)),
    style: packCss(documents, edition, pack),
    groups: groups.map((group) => ({
      title: group.title,
      count: group.documents.length,
      anchor: anchorOf(group, groups),
      documents: group.documents.map(({ id, meta, fields }) => ({
        id,
        title: meta.title,
        pages: Array.from({ length: pages.get(id) ?? 1 }, (_, index) => ({
          place: packPageAddress(id, index),
          // A form can only be read there, and says which file is to be filled in.
          fillIn: index === 0 && fields.length > 0 && `${id}.pdf`,
          byHand: byHand(organisation),
        })),
      })),
    })),
  })
}

/** A group stands after a page of its own, but for one that is all there is. */
function anchorOf({ anchor }: Group, groups: readonly Group[]): string | undefined {
  return groups.length > 1 ? `${GROUP}${anchor}` : undefined
}

/** After the cover and one page of contents. */
function placesIn(pack: PackContext, pages: ReadonlyMap<string, number>): Map<string, number> {
  const groups = groupsOf(pack.documents, pack.organisation.locale)
  const places = new Map<string, number>()
  let next = 2
  for (const group of groups) {
    const anchor = anchorOf(group, groups)
    if (anchor !== undefined) places.set(anchor, next++)
    for (const { id } of group.documents) {
      places.set(id, next)
      next += pages.get(id) ?? 1
    }
  }
  return places
}

/** What the pack is called, in all its forms. */
export function packTitle(locale: string): string {
  return wordsFor(locale)('Policies, guides and forms')
}

/** The day from which all of the documents hold. */
function editionOf(documents: readonly Document[], locale: string): string | undefined {
  const days = documents.flatMap(({ meta }) => meta.effective ?? []).filter(isIsoDate)
  const last = days.sort().at(-1)
  return last === undefined
    ? undefined
    : wordsFor(locale)('As of {day}', { day: longDate(last, locale) })
}

function packCss(
  documents: readonly Document[],
  edition: string | undefined,
  pack: PackContext,
): string {
  const { organisation, brand, draft } = pack
  const foot = [edition, draft && wordsFor(organisation.locale)('Draft')]
    .filter(Boolean)
    .join(' · ')
  const boxes = {
    organisation: brand.shortName,
    title: packTitle(organisation.locale),
    edition: foot,
  }
  return [
    brandCss(organisation),
    pageBoxesCss(boxes, organisation),
    ...documents.map((document) => namedPageCss(document.id, documentBoxes(document, pack))),
    ...printStyles(pack),
  ].join('\n')
}
