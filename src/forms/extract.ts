import { isContainer } from '../containers/index.ts'
import { readAnswersFile } from '../contracts/answers-file.ts'
import { cleanedName } from '../contracts/file-names.ts'
import { sha256Hex } from '../contracts/hash.ts'
import { readKeyedAnswers } from '../contracts/keying.ts'
import { inOwnNames } from '../contracts/original-fields.ts'
import { bounded } from '../messages/bounded.ts'
import { type Finding, finding } from '../messages/finding.ts'
import type { Message } from '../messages/message.ts'
import type { Extraction, KnownForms, Unreadable } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import {
  cleanedCopy,
  type FormFields,
  type OpenOptions,
  openPdf,
  PdfError,
  type PdfFile,
  readActiveContent,
  readFormFields,
} from '../pdf/index.ts'
import { PageMemory } from '../pdf/page/index.ts'
import { extractAnswers } from './extract-answers.ts'
import {
  assignFields,
  fieldsAsShown,
  hadAnswers,
  readSigned,
  readValues,
  stillUnshown,
  xfaDifferences,
} from './fields/index.ts'
import {
  activeFindings,
  addedFindings,
  alterationFindings,
  alteredPageFindings,
  blankPageFindings,
  cutOffFindings,
  emptiedFinding,
  fileFindings,
  flattenedFinding,
  illegible,
  lostFinding,
  mayHaveLost,
  missingPageFindings,
  noPdf,
  notRecognised,
  problemFindings,
  refusal,
  shownFindings,
  takenOutFinding,
  truncationFinding,
  xfaFindings,
} from './findings/index.ts'
import {
  archivedCopy,
  attachedForms,
  type Claims,
  candidatesByPages,
  confirmByFoot,
  foreignForm,
  type Identified,
  identify,
  identifyOriginal,
  layoutFindings,
  readClaims,
  strangeAttachments,
  unknownForm,
  wholePack,
} from './identify/index.ts'
import {
  alteredPages,
  asInFile,
  type FilePages,
  isPicture,
  legibility,
  pagesOf,
  placeForm,
  type Recovered,
  readLooks,
  readOverlays,
  recover,
  withOverlays,
  writtenOnPages,
} from './pages/index.ts'

export interface ExtractOptions extends OpenOptions {
  /** The file as the user named it, for messages. */
  readonly file: string
  readonly known: KnownForms
  /** Read forms of other organisations as well. */
  readonly anyOrganisation?: boolean
}

/**
 * Reads a completed form, as a PDF or as the answers that its web page saved: which form it is, by whose definition, and what
 * its fields hold. Nothing of the file runs, and
 * nothing that a file holds makes this throw.
 */
export function extract(bytes: Uint8Array, options: ExtractOptions): Extraction | Unreadable {
  const { file } = options
  const saved = readAnswersFile(bytes)
  if (saved) return extractAnswers(saved, options)
  if (readKeyedAnswers(bytes) !== undefined) return unreadable(file, keyedFinding)
  if (isContainer(bytes)) return unreadable(file, noPdf(bytes))
  try {
    return readOpened(openPdf(bytes, options), options)
  } catch (error) {
    if (error instanceof PdfError) return unreadable(file, refusal(error, bytes))
    throw error
  }
}

function readOpened(pdf: PdfFile, options: ExtractOptions): Extraction | Unreadable {
  const { file, known } = options
  const claims = readClaims(pdf)
  const read = readFormFields(pdf)
  if (claims.packForms.length > 0)
    return unreadable(file, wholePack(claims.packForms, read.fields, known))
  if (claims.archivedRecord !== undefined)
    return unreadable(file, archivedCopy(claims.archivedRecord))
  const pages = pagesOf(pdf, { memory: memoryOf(known) })
  const opened = { pdf, claims, read, pages }
  return read.fields.length > 0 ? readByFields(opened, options) : readByPages(opened, options)
}

/** What the pages of files draw that are read by the same forms: mostly those of the same blank form. */
function memoryOf(known: KnownForms): PageMemory {
  const memory = memories.get(known) ?? new PageMemory()
  memories.set(known, memory)
  return memory
}

const memories = new WeakMap<KnownForms, PageMemory>()

/** An open file, and what all steps read of it. */
interface Opened {
  readonly pdf: PdfFile
  readonly claims: Claims
  readonly read: FormFields
  readonly pages: FilePages
}

/** Identifies a form that has its fields. */
function readByFields(opened: Opened, options: ExtractOptions): Extraction | Unreadable {
  const { pdf, claims, read, pages } = opened
  const { file, known } = options
  const original = identifyOriginal(claims, pages, read.fields, known)
  if (original) return readOriginal(original, opened, options)
  const claimed = identify(claims, new Set(read.fields.map(({ name }) => name)), known)
  const identified = confirmByFoot(pages, read.fields, claimed, known)
  if (!identified)
    return noForm(pdf, file, illegible(pdf) ?? attachedForms(pdf) ?? unknownForm(claims))
  if ('why' in identified) return unreadable(file, identified.why)
  const strange = layoutFindings(identified, pages, read.fields, known)
  const findings = [...identified.findings, ...strange]
  return refuseForeign(identified, options) ?? readFields({ ...identified, findings }, opened, file)
}

/** Reads a form that others made, with its fields in the names that the organisation has for them. */
function readOriginal(
  original: Identified,
  opened: Opened,
  options: ExtractOptions,
): Extraction | Unreadable {
  const fields = inOwnNames(original.form, opened.read.fields)
  const renamed = { ...opened, read: { ...opened.read, fields } }
  return refuseForeign(original, options) ?? readFields(original, renamed, options.file)
}

/** Which form it is of only the records know. */
const keyedFinding = finding(
  'not-a-pdf',
  'The file has what somebody keyed from forms on paper; take it into the records with `policypack import`',
)

/** Reads the fields of a form, and what was written over them. */
function readFields(
  { trust, findings, ...identified }: Identified,
  { pdf, claims, read, pages }: Opened,
  file: string,
): Extraction | Unreadable {
  const form = identified.isLaidOutOtherwise
    ? asInFile(identified.form, read.fields)
    : identified.form
  const placed = placeForm(form, pages, read.fields)
  const looks = readLooks(pages.contents, {
    needsAppearances: read.needsAppearances,
    isByState: form.original !== undefined,
  })
  const assigned = fieldsAsShown(assignFields(placed.form, read.fields), looks)
  const { missingPages } = placed
  const held = readValues(placed.form, assigned, looks)
  const laidOver = readOverlays(pdf, placed.form)
  const onPages = writtenOnPages(held, pages, form)
  const values = withOverlays(onPages.values, laidOver.values)
  const unseen = missingPages.length > 0 ? [] : stillUnshown(held, onPages.values, form)
  const { extra, damaged } = held
  const differing = read.hasXfa ? xfaDifferences(pdf, form, values, held.isShown) : []
  const shownOtherwise = [...held.shownOtherwise, ...unseen]
  const doubtful = new Set([
    ...held.doubtful,
    ...[...shownOtherwise, ...differing].map(({ slot }) => slot.name),
  ])
  const signatures = readSigned(pdf, assigned, [...laidOver.signatures, ...onPages.signatures])
  const cut = truncationFinding(pdf)
  if (isNothing(values) && extra.size + signatures.length === 0) {
    const lost = whyLost(pdf, read)
    if (lost) return empty(form, lost, file)
  }
  const remarks = [...laidOver.remarks, ...onPages.remarks]
  const compared = { form, method: 'fields', values, missingPages } as const
  const messages = about(file, [
    ...findings,
    ...(cut ? [cut] : []),
    ...fileFindings(pdf, read),
    ...(read.hasXfa ? xfaFindings(differing) : []),
    ...missingPageFindings(missingPages),
    ...problemFindings(held.faults),
    ...shownFindings(shownOtherwise),
    ...cutOffFindings(held.cutOff),
    ...alterationFindings(held.altered),
    ...alteredPageFindings(alteredPages(compared, pages.contents), form),
  ])
  const added = about(file, addedFindings({ form, extra, remarks }))
  return {
    status: 'read',
    form,
    trust,
    method: 'fields',
    values,
    extra,
    signatures,
    remarks,
    missingPages,
    damaged,
    doubtful,
    ...(claims.software !== undefined && { software: claims.software }),
    ...(claims.modified !== undefined && { modified: claims.modified }),
    added,
    ...withActive(messages, pdf, form, file),
  }
}

function isNothing(values: Extraction['values']): boolean {
  return [...values.values()].every(({ texts }) => texts.length === 0)
}

/** Why a file without an answer is no blank form; undefined where it may be one. */
function whyLost(pdf: PdfFile, read: FormFields): Finding | undefined {
  if (pdf.truncated?.dataLoss === 'possible') return truncationFinding(pdf)
  return mayHaveLost(pdf, read) ? lostFinding : undefined
}

/** A form that was known and may have lost its answers; of an anonymous one, nobody is told which file it was. */
function empty({ id, sensitive }: FormDefinition, why: Finding, file: string): Unreadable {
  return { ...unreadable(file, why), form: { id, ...(sensitive && { sensitive }) } }
}

/**
 * Identifies and reads a form that has no fields any more, as after printing to PDF: by the words at its foot it is known
 * which form it is, and by the places of its boxes what was filled in.
 */
function readByPages(opened: Opened, options: ExtractOptions): Extraction | Unreadable {
  const { pdf, claims, read, pages } = opened
  const { file, known } = options
  const isTakenOut = hadAnswers(pdf, options)
  const cut = truncationFinding(pdf)
  const seen = legibility(pages.contents)
  // Words that a program read from a scan lie below its picture, or are not drawn.
  const candidates = seen === 'pictures' ? [] : candidatesByPages(pages, claims, known)
  for (const identified of candidates) {
    const recovered = recover(identified.form, pages.contents)
    if (!recovered) continue
    const lost = isTakenOut ? emptiedFinding : whyLost(pdf, read)
    if (lost && isNothing(recovered.values)) return empty(identified.form, lost, file)
    const findings = [
      ...identified.findings,
      ...layoutFindings(identified, pages, [], known),
      ...(isTakenOut ? [takenOutFinding] : []),
      ...(cut ? [cut] : []),
      ...fileFindings(pdf, read),
    ]
    return (
      refuseForeign(identified, options) ??
      flattened({ ...identified, findings }, recovered, opened, file)
    )
  }
  if (isTakenOut) return unreadable(file, emptiedFinding)
  const why = illegible(pdf) ?? attachedForms(pdf) ?? notRecognised(seen, read)
  return { ...noForm(pdf, file, why), ...(pages.contents.some(isPicture) && { isPicture: true }) }
}

function flattened(
  { form, trust, findings }: Identified,
  { blankPages, cutOff, ...recovered }: Recovered,
  { pdf, claims: { software, modified }, pages }: Opened,
  file: string,
): Extraction {
  const extra = new Map<string, readonly string[]>()
  const { missingPages, remarks, values } = recovered
  const compared = { form, method: 'flattened', values, missingPages } as const
  const messages = about(file, [
    flattenedFinding,
    ...findings,
    ...missingPageFindings(missingPages),
    ...blankPageFindings(blankPages),
    ...cutOffFindings(cutOff),
    ...alteredPageFindings(alteredPages(compared, pages.contents), form),
  ])
  const added = about(file, addedFindings({ form, extra, remarks }))
  return {
    ...recovered,
    status: 'read',
    form,
    trust,
    method: 'flattened',
    extra,
    damaged: new Set(),
    doubtful: new Set(),
    ...(software !== undefined && { software }),
    ...(modified !== undefined && { modified }),
    added,
    ...withActive(messages, pdf, form, file),
  }
}

/**
 * Adds to what is said of a file what of it could run, and the copy without that; of an anonymous form and of one that
 * may be private there is none, since its file may not be kept. It comes last, because what is damaged in such parts concerns no answer.
 */
function withActive(
  said: readonly Message[],
  pdf: PdfFile,
  form: FormDefinition,
  file: string,
): Pick<Extraction, 'messages' | 'cleaned'> {
  const found = readActiveContent(pdf)
  const attached = strangeAttachments(pdf)
  const isClean = found.size + attached.length === 0
  const isKept = form.sensitive !== 'anonymous' && form.private === undefined
  const bytes = isClean || !isKept ? undefined : cleanedCopy(pdf)
  const cleaned = bytes && { name: cleanedName(sha256Hex(pdf.raw)), bytes }
  const findings = activeFindings(found, attached, form, cleaned?.name)
  return { messages: [...said, ...about(file, findings)], ...(cleaned && { cleaned }) }
}

function refuseForeign(
  identified: Identified,
  { file, known, anyOrganisation = false }: ExtractOptions,
): Unreadable | undefined {
  const foreign = anyOrganisation ? undefined : foreignForm(identified, known)
  return foreign && unreadable(file, foreign)
}

function unreadable(file: string, why: Finding): Unreadable {
  return { status: 'unreadable', messages: bounded(about(file, [why])) }
}

/** Somebody will open a PDF that is not known, to see what it is. */
function noForm(pdf: PdfFile, file: string, why: Finding): Unreadable {
  const active = activeFindings(readActiveContent(pdf), [], {})
  return { status: 'unreadable', messages: bounded(about(file, [why, ...active])) }
}

function about(file: string, findings: readonly Finding[]): Message[] {
  return findings.map((found) => ({ file, ...found }))
}
