import { valueAt } from '../contracts/nested-values.ts'
import { localDay } from '../language/local-day.ts'
import type { CleanedCopy, Extraction, Unreadable } from '../model/extraction.ts'
import type { AskedForm } from '../model/form.ts'
import type { DraftRecord, FileDates } from '../model/record.ts'
import { openPdf, PdfError, readPageLooks } from '../pdf/index.ts'
import { type ExtractOptions, extract } from './extract.ts'
import {
  type FileState,
  type LaterChanges,
  laterChanges,
  verifySignatures,
} from './signatures/index.ts'
import { identifyingNames, validate, wholePrivate } from './validate/index.ts'

/** How to read a completed form and whose certificates to trust. */
export interface ReadFormOptions extends ExtractOptions {
  /** Certificates of authorities, PEM or DER. */
  readonly trusted?: readonly Uint8Array[]
  /** The day of the reading, ISO 8601, with which answers are compared; that of the clock when absent. */
  readonly today?: string
}

/** What a completed form says, checked, with where it was read from. */
export interface FormRead {
  readonly status: 'read'
  readonly draft: DraftRecord
  /** Of the definition that it was read by, all but its looks. */
  readonly form: AskedForm
  readonly method: Extraction['method']
  readonly software?: string
  /** By a definition that came with the file and is not known here. */
  readonly isUntrusted: boolean
  /** Names of the answers that tell people of the same name apart. */
  readonly identifying: readonly string[]
  /** What the file says about when it was completed. */
  readonly written: FileDates
  /** The file without what could run when somebody opens it, for people to look at; absent where nothing could. */
  readonly cleaned?: CleanedCopy
}

/**
 * Reads one completed form: extract → verify → validate. Touches neither disk nor network, so that it runs in Node and in a
 * browser alike. A browser verifies digital signatures only where it lets pages use cryptography: from `https:`, from this
 * machine, or from the disk; elsewhere the record says that they could not be checked.
 *
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises'
 * import type { FormDefinition } from 'policypack'
 * import { readForm } from 'policypack/read-form'
 *
 * const text = await readFile('out/forms/training-record.form.json', 'utf8')
 * const definition: FormDefinition = JSON.parse(text)
 * const read = await readForm(await readFile('completed/training-record.pdf'), {
 *   file: 'training-record.pdf',
 *   known: { definitions: [definition], publishedHashes: new Set([definition.hash]) },
 * })
 * console.log(read.status === 'read' ? read.draft.values : read.messages)
 * ```
 */
export async function readForm(
  bytes: Uint8Array,
  options: ReadFormOptions,
): Promise<FormRead | Unreadable> {
  const extraction = extract(bytes, options)
  if (extraction.status === 'unreadable') return extraction
  const reason = wholePrivate(extraction)
  if (reason) {
    const { id } = extraction.form
    const messages = [{ file: options.file, ...reason }]
    return { status: 'unreadable', isPrivate: true, form: { id }, messages }
  }
  try {
    return await checkedForm(bytes, extraction, options)
  } catch (error) {
    const { sensitive, private: hidden } = extraction.form
    if (sensitive !== 'anonymous' && hidden === undefined) throw error
    return notChecked(extraction, options)
  }
}

/** Checks what was extracted from a form: verify → validate. */
export async function checkedForm(
  bytes: Uint8Array,
  extraction: Extraction,
  options: ReadFormOptions,
): Promise<FormRead> {
  const state = lazily(() => stateOf(bytes, extraction, options))
  const signatures = await verifySignatures(bytes, extraction.signatures, {
    ...(options.trusted && { trusted: options.trusted }),
    changedSince: (earlier) => changedSince(earlier, state(), options),
  })
  const { form, method, software, trust, cleaned } = extraction
  const { today = localDay(new Date()), known } = options
  const draft = validate(extraction, signatures, { today, holidays: known.holidays })
  const { pages, widgets, anchors, printed, original, hash, ...asked } = form
  return {
    status: 'read',
    draft,
    form: asked,
    method,
    ...(software !== undefined && { software }),
    ...(cleaned && { cleaned }),
    isUntrusted: trust === 'embedded',
    identifying: identifyingNames(form),
    written: datesOf(extraction, draft),
  }
}

/** When a form was completed: the latest digital signing, or else date beside a signature, and its last change. */
function datesOf({ form, modified }: Extraction, { signatures, values }: DraftRecord): FileDates {
  const digital = signatures.flatMap(({ kind, intact, at }) =>
    kind === 'digital' && intact && at !== undefined && !Number.isNaN(Date.parse(at))
      ? [new Date(at).toISOString()]
      : [],
  )
  const beside = form.fields.flatMap((field) => {
    const day = field.type === 'signature' && field.date ? valueAt(values, field.date) : undefined
    return typeof day === 'string' ? [day] : []
  })
  const signed = digital.sort().at(-1) ?? beside.sort().at(-1)
  return {
    ...(signed !== undefined && { signed }),
    ...(modified !== undefined && { modified }),
  }
}

/** A fault of ours must not bring an anonymous or private form to the light: what an error says may quote an answer. */
function notChecked(
  { form: { id, sensitive } }: Extraction,
  { file }: ReadFormOptions,
): Unreadable {
  return {
    status: 'unreadable',
    form: { id, ...(sensitive && { sensitive }) },
    messages: [
      {
        file,
        severity: 'error',
        rule: 'file-damaged',
        message: 'The answers cannot be checked; please report this as a fault of policypack',
      },
    ],
  }
}

/** What came to the file since it had these bytes only; `undefined` when they cannot be read. */
function changedSince(
  earlier: Uint8Array,
  now: FileState | undefined,
  options: ReadFormOptions,
): LaterChanges | undefined {
  const said = extract(earlier, options)
  if (said.status === 'unreadable') return undefined
  const signed = stateOf(earlier, said, options)
  return signed && now && laterChanges(signed, now)
}

function stateOf(
  bytes: Uint8Array,
  said: Extraction,
  options: ReadFormOptions,
): FileState | undefined {
  try {
    const looks = readPageLooks(openPdf(bytes, options))
    return { said, looks }
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
