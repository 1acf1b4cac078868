import { whatItIs } from '../../containers/index.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import type { PdfError, PdfFile } from '../../pdf/index.ts'
import type { Legibility } from '../pages/index.ts'

/** Says why a file cannot be opened, and what to do. */
export function refusal({ reason }: PdfError, bytes: Uint8Array): Finding {
  return reason === 'not-a-pdf' ? noPdf(bytes) : finding(...refusals[reason])
}

/** Says what a file is that is no PDF, and where in it a form may be. */
export function noPdf(bytes: Uint8Array): Finding {
  return finding('not-a-pdf', whatItIs(bytes))
}

const refusals: Record<Exclude<PdfError['reason'], 'not-a-pdf'>, Parameters<typeof finding>> = {
  empty: ['file-empty', 'The file is empty; ask for it to be sent again'],
  'password-needed': [
    'password-needed',
    'The file opens only with a password; give it by --password, or ask for the form without one',
  ],
  'wrong-password': ['password-needed', 'The password does not open the file'],
  'unsupported-encryption': [
    'password-needed',
    'The file is encrypted in a way that cannot be opened here; ask for the form without encryption',
  ],
  'encryption-damaged': [
    'file-damaged',
    'The file is encrypted, and what is needed to open it is damaged; ask for it to be sent again',
  ],
  'too-large': [
    'file-too-large',
    'The file holds far more than a form does, once it is unpacked; ask for the form itself',
  ],
  damaged: ['file-damaged', 'The file is damaged and cannot be read; ask for it to be sent again'],
}

/** Why a file may be a form and yet not be recognised: it is not whole. */
export function illegible(pdf: PdfFile): Finding | undefined {
  if (pdf.truncated?.dataLoss === 'possible') return truncationFinding(pdf)
  return pdf.problems.some(({ kind }) => kind === 'stream-damaged' || kind === 'object-unreadable')
    ? finding(
        'file-damaged',
        'The file is damaged, and what is left of it is not one of your forms; ask for it to be sent again',
      )
    : undefined
}

/** Says that nothing is to be found in a file that is not whole, so that nobody takes it for a blank form. */
export const lostFinding = finding(
  'file-damaged',
  'The file is damaged, and nothing that was filled in is left in it; ask for it to be sent again',
)

/** Says that somebody took the form out of a file, and the answers with it. */
export const emptiedFinding = finding(
  'file-damaged',
  'A later change to this file took the form and its answers out; ask for the completed form as it was before',
)

/** Says that somebody took the fields out of a file that shows answers on its pages. */
export const takenOutFinding = finding(
  'form-altered',
  'A later change to this file took the form fields out; make sure that the pages say what was filled in before',
)

/** Says what is lost with the end of a file that is missing. */
export function truncationFinding({ truncated }: Pick<PdfFile, 'truncated'>): Finding | undefined {
  if (!truncated) return undefined
  return truncated.dataLoss === 'possible'
    ? finding(
        'file-truncated',
        'The end of the file is missing, and with it perhaps some of the answers; ask for it to be sent again',
      )
    : {
        ...finding(
          'file-truncated',
          'The end mark of the file is missing; nothing that was filled in is lost',
        ),
        severity: 'info',
      }
}

/** Says why no form was recognised by what the pages show, or because only Adobe's programs show it. */
export function notRecognised(
  pages: Legibility,
  { hasXfa }: { readonly hasXfa: boolean },
): Finding {
  return finding('form-unknown', hasXfa ? ONLY_ADOBE : explanations[pages])
}

const ONLY_ADOBE =
  'The PDF is a form that only Adobe’s programs show (XFA), and its answers are in no field; ask whoever made it for a form with fields (AcroForm), and type the answers into yours'

const explanations: Record<Legibility, string> = {
  text: 'The PDF is not one of your forms; if it is, name the folder with its definition by --forms',
  pictures:
    'The pages are pictures, as from a scanner or a telephone; type the answers into the form, or ask for the file itself',
  unmapped:
    'The file was printed in a way that lost its letters; ask for the completed form itself rather than a print of it',
}
