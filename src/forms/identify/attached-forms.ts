import { DEFINITION_FILE } from '../../contracts/claims.ts'
import { named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import { type PdfFile, readAttachments } from '../../pdf/index.ts'

/** Names of the attached files that no form brings along, in quotes. */
export function strangeAttachments(pdf: PdfFile): string[] {
  return readAttachments(pdf)
    .filter(({ name }) => name !== DEFINITION_FILE)
    .map(({ name }) => quoted(name))
}

/** Tells of the PDF files inside a PDF that is no form itself: a portfolio, or a covering letter. */
export function attachedForms(pdf: PdfFile): Finding | undefined {
  const names = readAttachments(pdf)
    .filter(({ name, mimeType }) => mimeType === 'application/pdf' || /\.pdf$/i.test(name))
    .map(({ name }) => quoted(name))
  if (names.length === 0) return undefined
  return finding(
    'form-unknown',
    `The PDF is not a form itself, but has PDF files attached, ${named(names)}; open it in Firefox, save them from its list of attachments (the paper clip) and import those`,
  )
}
