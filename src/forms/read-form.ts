import { valueAt } from '../contracts/nested-values.ts'
import type { Extraction, RawValue, Unreadable } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { DraftRecord, FileDates } from '../model/record.ts'
import { type ExtractOptions, extract } from './extract.ts'
import { verifySignatures } from './signatures/index.ts'
import { identifyingNames, validate } from './validate/index.ts'

/** How to read a completed form and whose certificates to trust. */
export interface ReadFormOptions extends ExtractOptions {
  /** Certificates of authorities, PEM or DER. */
  readonly trusted?: readonly Uint8Array[]
}

/** What a completed form says, checked, with where it was read from. */
export interface FormRead {
  readonly status: 'read'
  readonly draft: DraftRecord
  /** Of the definition that it was read by, what says how to keep it. */
  readonly form: Pick<FormDefinition, 'id' | 'recordKey' | 'sensitive'>
  readonly method: 'fields' | 'flattened'
  readonly software?: string
  /** By a definition that came with the file and is not known here. */
  readonly isUntrusted: boolean
  /** Names of the answers that tell people of the same name apart. */
  readonly identifying: readonly string[]
  /** What the file says about when it was completed. */
  readonly written: FileDates
}

/**
 * Reads one completed form: extract → verify → validate. Touches neither disk nor network, so that it runs in Node and in a
 * browser alike.
 */
export async function readForm(
  bytes: Uint8Array,
  options: ReadFormOptions,
): Promise<FormRead | Unreadable> {
  const extraction = extract(bytes, options)
  if (extraction.status === 'unreadable') return extraction
  const signatures = await verifySignatures(
    bytes,
    extraction.signatures,
    options.trusted,
    (earlier) => changedSince(extract(earlier, options), extraction),
  )
  const { form, method, software, trust } = extraction
  const draft = validate(extraction, signatures)
  const { id, recordKey, sensitive } = form
  return {
    status: 'read',
    draft,
    form: { id, recordKey, ...(sensitive && { sensitive }) },
    method,
    ...(software !== undefined && { software }),
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

/** Names of the answers that are not the same in an earlier state of the file, for example when it was signed. */
function changedSince(
  earlier: Extraction | Unreadable,
  { values }: Extraction,
): string[] | undefined {
  if (earlier.status === 'unreadable') return undefined
  const textOf = (value?: RawValue): string => JSON.stringify(value?.texts ?? [])
  return [...values.keys()].filter(
    (name) => textOf(values.get(name)) !== textOf(earlier.values.get(name)),
  )
}
