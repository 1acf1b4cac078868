import type { CleanedCopy } from '../../model/extraction.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { DraftRecord, FormRecord } from '../../model/record.ts'
import { caseOf } from './case.ts'
import { sameContent } from './same-content.ts'

/** The file that a record was read from. */
export interface Original {
  /** As the user wrote the path. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Of the bytes, in lower-case hex. */
  readonly sha256: string
  /** The copy without what could run, which people look at in its place. */
  readonly cleaned?: CleanedCopy
}

/** How a record was read, which the record does not know by itself. */
export interface Reading {
  /** The definition that the form was read by. */
  readonly form: Pick<FormDefinition, 'id' | 'recordKey'>
  readonly method: FormRecord['source']['method']
  /** The program that says it wrote the file. */
  readonly software?: string | undefined
}

/** The record of a draft, without what it supersedes. */
export function recordOf(
  { raw, confidence, earlierId, ...draft }: DraftRecord,
  original: Original,
  { form, method, software }: Reading,
  now: Date,
): FormRecord {
  const { file, sha256, bytes } = original
  // A value that may have been misread must not replace the record of another case.
  const isCertain = form.recordKey.every((name) => confidence[name] === undefined)
  const key = isCertain ? caseOf(form, draft) : undefined
  return {
    ...draft,
    id: sameContent({ ...draft, earlierId }, sha256, form).id,
    ...(key !== undefined && { case: key }),
    source: {
      file: file.toWellFormed(),
      sha256,
      bytes: bytes.length,
      ...(software !== undefined && { software: software.toWellFormed() }),
      method,
      ...(Object.keys(raw).length > 0 && { raw: { ...raw } }),
      ...(Object.keys(confidence).length > 0 && { confidence: { ...confidence } }),
      importedAt: now.toISOString(),
    },
    messages: [...draft.messages],
  }
}

/** The record as a later version of another one. */
export function superseding(record: FormRecord, earlier: string | undefined): FormRecord {
  if (earlier === undefined) return record
  const { $schema, id, form, organisation, status, ...rest } = record
  return { $schema, id, form, organisation, status, supersedes: earlier, ...rest }
}
