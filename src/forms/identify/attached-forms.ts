import { isContainer, lookInside, whatItIs } from '../../containers/index.ts'
import { DEFINITION_FILE } from '../../contracts/claims.ts'
import { named } from '../../messages/few.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import { type PdfFile, readAllAttachments, readAttachment } from '../../pdf/index.ts'

/** Attached files that are looked into. */
const MOST_ATTACHMENTS = 20

/** Names of the attached files that no form brings along, in quotes. */
export function strangeAttachments(pdf: PdfFile): string[] {
  const all = readAllAttachments(pdf)
  const own = all.find(({ name }) => name === DEFINITION_FILE)
  return all.filter((attachment) => attachment !== own).map(({ name }) => quoted(name))
}

/** Tells of the PDF files inside a PDF that is no form itself: a portfolio, or a covering letter. */
export function attachedForms(pdf: PdfFile): Finding | undefined {
  const all = readAllAttachments(pdf)
  const names = all
    .filter(({ name, mimeType }) => mimeType === 'application/pdf' || /\.pdf$/i.test(name))
    .map(({ name }) => quoted(name))
  if (names.length > 0)
    return finding(
      'form-unknown',
      `The PDF is not a form itself, but has PDF files attached, ${named(names)}; open it in Firefox, save them from its list of attachments (the paper clip) and import those`,
    )
  return wrappedForm(pdf, all)
}

/** Tells of a form inside a file that is attached to a PDF, such as an archive. */
function wrappedForm(
  pdf: PdfFile,
  all: ReturnType<typeof readAllAttachments>,
): Finding | undefined {
  for (const attachment of all.slice(0, MOST_ATTACHMENTS)) {
    const { bytes } = readAttachment(pdf, attachment)
    if (!isContainer(bytes) || !lookInside(bytes).holdsPdf) continue
    const name = quoted(attachment.name)
    return finding(
      'form-unknown',
      `The PDF is not a form itself, but ${name} is attached to it: open it in Firefox and save ${name} from its list of attachments (the paper clip). ${whatItIs(bytes).replace('The file', 'That file')}`,
    )
  }
  return undefined
}
