import { GROUP } from '../../contracts/destinations.ts'
import { longDate } from '../../language/date.ts'
import { directionOf } from '../../language/direction.ts'
import { isIsoDate } from '../../language/review.ts'
import { wordsFor } from '../../language/words.ts'
import { type Document, isForm } from '../../model/document.ts'
import { brandCss, printStyles } from './brand.ts'
import { documentValues, type PackContext } from './document-values.ts'
import { groupsOf } from './groups.ts'
import { documentBoxes, namedPageCss, pageBoxesCss } from './page-boxes.ts'
import { partOfPack } from './presentation.ts'

/** All documents as one page for the printer, with a cover and contents before them. */
export function packPage(pack: PackContext): string {
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
    groups: groups.map(({ title, anchor, documents }) => ({
      title,
      count: documents.length,
      // A group stands after a page of its own, but for one that is all there is.
      anchor: groups.length > 1 ? `${GROUP}${anchor}` : undefined,
      documents: documents.map((document) =>
        documentValues(document, partOfPack(document.id), pack),
      ),
    })),
  })
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
