import { PDFDocument } from 'pdf-lib'
import { claimsOfForm, fileIdentifier } from '../../contracts/claims.ts'
import { report } from '../../messages/message.ts'
import type { Document } from '../../model/document.ts'
import type { StampedDocument } from '../../model/project.ts'
import { define } from './definition.ts'
import { finish, type StampContext } from './finish.ts'
import { findMarkers } from './markers.ts'
import { dateOf } from './metadata/date.ts'
import { reportMissing } from './missing-characters.ts'
import { placeSlots } from './place-slots.ts'

export { definitionIn, openForArchive } from './archive/index.ts'
export type { StampContext } from './finish.ts'
export { codePointOf, missingIn } from './missing-characters.ts'
export { assemblePack, openPart, type Part } from './pack/index.ts'
export { stampReport } from './report.ts'

/**
 * Makes the tagged PDF that Chromium printed the final one: PDF/UA-1, with form fields where it is a form, and otherwise
 * PDF/A-3a as well. The same input gives the same bytes. A field that is not printed exactly once, a character that no font has, and a
 * heading without a bookmark are messages on the document's file.
 */
export async function stamp(
  pdf: Uint8Array,
  document: Document,
  context: StampContext,
): Promise<StampedDocument> {
  const { config, date = dateOf(document.meta) } = context
  const file = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: Infinity })
  reportMissing(document, file)
  const slots = placeSlots(document, findMarkers(file))
  const definition = document.fields.length
    ? define(document, config, { pages: file.getPages(), slots, pdf })
    : undefined
  const bytes = await finish(file, {
    title: document.meta.title,
    summary: document.meta.summary,
    form: definition && { definition, slots },
    claims: definition && claimsOfForm(definition),
    identifier: definition && fileIdentifier(definition),
    onUnlisted: (heading) =>
      report(
        document.file,
        'template',
        `Unexpected heading \`${heading}\` without a bookmark in print`,
        undefined,
        'A template or style sheet of your own hides it or moves it away; correct that, for one `print.css`.',
      ),
    ...context,
    date,
  })
  return { document, pdf: bytes, pages: file.getPageCount(), ...(definition && { definition }) }
}
