import { type Finding, finding } from '../../messages/finding.ts'
import type { Message } from '../../messages/message.ts'
import type { Extraction, KnownForms, RawSignature, Unreadable } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import { openPdf, PdfError, type PdfFile, type PdfLimits, readFormFields } from '../../pdf/index.ts'
import { attachedForms } from './attached-forms.ts'
import { type Claims, readClaims } from './claims.ts'
import { assignFields } from './fields-by-place.ts'
import { fileFindings } from './file-findings.ts'
import { type Remark, readOverlays } from './flattened/index.ts'
import { confirmByFoot } from './forms-at-foot.ts'
import { identify } from './identify.ts'
import { missingPages } from './missing-pages.ts'
import { asInFile, placeForm } from './placed-form.ts'
import { readFlattened } from './read-flattened.ts'
import { remarkFindings } from './remark-findings.ts'
import { readSigned } from './signatures.ts'
import { readValues } from './values.ts'
import { whatItIs } from './what-it-is.ts'
import { wholePack } from './whole-pack.ts'
import { withOverlays, writtenOnPages } from './written-on-pages.ts'
import { xfaFindings } from './xfa-findings.ts'

/** How to read a completed form. */
export interface ExtractOptions {
  /** The file as the user named it, for messages. */
  readonly file: string
  readonly known: KnownForms
  readonly password?: string | undefined
  /** Read forms of other organisations as well. */
  readonly anyOrganisation?: boolean
  readonly limits?: Partial<PdfLimits>
}

/**
 * Reads a completed form: which form it is, by whose definition, and what its fields hold. Nothing of the file runs, and
 * nothing that a file holds makes this throw.
 */
export function extract(bytes: Uint8Array, options: ExtractOptions): Extraction | Unreadable {
  try {
    const { limits, password } = options
    return readForm(openPdf(bytes, { password, ...(limits && { limits }) }), options)
  } catch (error) {
    if (error instanceof PdfError) return unreadable(options.file, [refusal(error, bytes)])
    throw error
  }
}

function readForm(pdf: PdfFile, options: ExtractOptions): Extraction | Unreadable {
  const { file, known } = options
  const claims = readClaims(pdf)
  const read = readFormFields(pdf)
  const { fields } = read
  if (claims.packForms.length > 0)
    return unreadable(file, [wholePack(claims.packForms, fields, known)])
  if (fields.length === 0) return readPages(pdf, claims, options)
  const claimed = identify(claims, new Set(fields.map(({ name }) => name)), known)
  const identified = confirmByFoot(pdf, fields, claimed, known)
  if (!identified)
    return unreadable(file, [
      illegible(pdf) ?? attachedForms(pdf) ?? unknownForm(claims.embedded.state === 'altered'),
    ])
  if ('rule' in identified) return unreadable(file, [identified])
  const { trust } = identified
  const form = identified.isLaidOutOtherwise ? asInFile(identified.form, fields) : identified.form
  if (isForeign(identified, options)) return unreadable(file, [foreign(form, known)])
  const placed = placeForm(form, pdf, fields)
  const assigned = assignFields(placed.form, fields)
  const held = readValues(placed.form, assigned)
  const laidOver = readOverlays(pdf, placed.form)
  const onPages = writtenOnPages(held.values, pdf, form)
  const values = withOverlays(onPages.values, laidOver.values)
  const signatures = readSigned(pdf, assigned)
  const cut = truncation(pdf)
  const isBlank = [...values.values()].every(({ texts }) => texts.length === 0)
  if (cut?.severity === 'error' && isBlank) return unreadable(file, [cut])
  return {
    status: 'read',
    form,
    trust,
    method: 'fields',
    values,
    extra: held.extra,
    signatures: withSeen(signatures, [...laidOver.signatures, ...onPages.signatures]),
    ...(claims.software !== undefined && { software: claims.software }),
    messages: about(file, [
      ...identified.findings,
      ...(cut ? [cut] : []),
      ...fileFindings(pdf, read),
      ...(read.hasXfa ? xfaFindings(pdf, form, values) : []),
      ...missingPages(placed.missingPages),
      ...held.findings,
      ...remarkFindings([...laidOver.remarks, ...unsaid(onPages.remarks, held.extra)]),
    ]),
  }
}

/** Without what fields that somebody added show; that is kept already. */
function unsaid(remarks: readonly Remark[], extra: Extraction['extra']): Remark[] {
  const said = new Set([...extra.values()].flat().map(words))
  return remarks.filter(({ text }) => text === '' || !said.has(words(text)))
}

function words(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

/** With signatures that are to be seen in the boxes of others; a digital one tells most, and then what was laid over. */
function withSeen(digital: readonly RawSignature[], seen: readonly RawSignature[]): RawSignature[] {
  const signatures = [...digital]
  for (const signature of seen) {
    if (!signatures.some(({ field }) => field === signature.field)) signatures.push(signature)
  }
  return signatures
}

function readPages(pdf: PdfFile, claims: Claims, options: ExtractOptions): Extraction | Unreadable {
  const { file, known } = options
  const { findings, ...read } = readFlattened(pdf, claims, known)
  if (read.status === 'unreadable') {
    const cause = illegible(pdf) ?? attachedForms(pdf)
    return unreadable(file, cause ? [cause] : findings)
  }
  if (isForeign(read, options)) return unreadable(file, [foreign(read.form, known)])
  return {
    ...read,
    method: 'flattened',
    extra: new Map(),
    ...(claims.software !== undefined && { software: claims.software }),
    messages: about(file, findings),
  }
}

/** What the organisation published is its own, even if it had another name then. */
function isForeign(
  { form, trust }: Pick<Extraction, 'form' | 'trust'>,
  { known, anyOrganisation = false }: ExtractOptions,
): boolean {
  const { organisation = form.organisation } = known
  return !anyOrganisation && trust !== 'published' && form.organisation !== organisation
}

function foreign(form: FormDefinition, { organisation }: KnownForms): Finding {
  return finding(
    'form-other-organisation',
    `This is “${form.title}” of ${form.organisation}, not of ${organisation}; to import it all the same, use --any-organisation`,
  )
}

function unknownForm(isAltered: boolean): Finding {
  return isAltered
    ? finding(
        'form-unknown',
        'The definition inside the file was altered, and no form that is known here fits; ask for the form again on the original',
      )
    : finding(
        'form-unknown',
        'The PDF is not one of your forms; if it is, name the folder with its definition by --forms',
      )
}

/** Why a file may be a form and yet not be recognised: it is not whole. */
function illegible(pdf: PdfFile): Finding | undefined {
  if (pdf.truncated?.dataLoss === 'possible') return truncation(pdf)
  return pdf.problems.some(({ kind }) => kind === 'stream-damaged' || kind === 'object-unreadable')
    ? finding(
        'file-damaged',
        'The file is damaged, and what is left of it is not one of your forms; ask for it to be sent again',
      )
    : undefined
}

function truncation({ truncated }: PdfFile): Finding | undefined {
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

function refusal(error: PdfError, bytes: Uint8Array): Finding {
  switch (error.reason) {
    case 'empty':
      return finding('file-empty', 'The file is empty; ask for it to be sent again')
    case 'not-a-pdf':
      return finding('not-a-pdf', whatItIs(bytes))
    case 'password-needed':
      return finding(
        'password-needed',
        'The file opens only with a password; give it by --password, or ask for the form without one',
      )
    case 'wrong-password':
      return finding('password-needed', 'The password does not open the file')
    case 'unsupported-encryption':
      return finding(
        'password-needed',
        'The file is encrypted in a way that cannot be opened here; ask for the form without encryption',
      )
    case 'too-large':
      return finding(
        'file-too-large',
        'The file holds far more than a form does, once it is unpacked; ask for the form itself',
      )
    case 'damaged':
      return finding(
        'file-damaged',
        'The file is damaged and cannot be read; ask for it to be sent again',
      )
  }
}

function unreadable(file: string, findings: readonly Finding[]): Unreadable {
  return { status: 'unreadable', messages: about(file, findings) }
}

function about(file: string, findings: readonly Finding[]): Message[] {
  return findings.map((found) => ({ file, ...found }))
}
