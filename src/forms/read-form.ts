import type { Extraction, RawValue, Unreadable } from '../model/extraction.ts'
import type { FormDefinition } from '../model/form.ts'
import type { DraftRecord } from '../model/record.ts'
import { type ExtractOptions, extract } from './extract.ts'
import { verifySignatures } from './signatures/index.ts'
import { validate } from './validate/index.ts'

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
  try {
    return await checked(bytes, extraction, options)
  } catch (error) {
    if (extraction.form.sensitive !== 'anonymous') throw error
    return notChecked(extraction, options)
  }
}

async function checked(
  bytes: Uint8Array,
  extraction: Extraction,
  options: ReadFormOptions,
): Promise<FormRead> {
  const signatures = await verifySignatures(
    bytes,
    extraction.signatures,
    options.trusted,
    (earlier) => changedSince(extract(earlier, options), extraction),
  )
  const { form, method, software } = extraction
  const { id, recordKey, sensitive } = form
  return {
    status: 'read',
    draft: validate(extraction, signatures),
    form: { id, recordKey, ...(sensitive && { sensitive }) },
    method,
    ...(software !== undefined && { software }),
  }
}

/** A fault of ours must not bring an anonymous form to the light: what an error says may quote an answer. */
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
