import type { CleanedCopy } from '../../model/extraction.ts'
import type { AskedForm } from '../../model/form.ts'
import type { DraftRecord, FileDates, FormRecord, PaperSource } from '../../model/record.ts'
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
  readonly form: Pick<AskedForm, 'id' | 'recordKey'> & Partial<AskedForm>
  readonly method: FormRecord['source']['method']
  /** The program that says it wrote the file. */
  readonly software?: string | undefined
  /** By a definition that is not ours, so that it is kept apart. */
  readonly isUntrusted?: boolean
  /** Names of the answers that tell people of the same name apart. */
  readonly identifying?: readonly string[]
  readonly written?: FileDates
  /** Of a form on paper, what was read of its pictures and what a person keyed. */
  readonly paper?: PaperSource
}

/** A clock may be of another zone. */
const DAY_MS = 86_400_000

/** The record of a draft, as if there were no others. */
export function recordOf(
  { raw, confidence, earlierId, ...draft }: DraftRecord,
  original: Original,
  { form, method, software, isUntrusted, identifying = [], written = {}, paper }: Reading,
  now: Date,
): FormRecord {
  const { file, sha256, bytes } = original
  // A value that may have been misread must not replace the record of another case.
  const isCertain = form.recordKey.flat().every((name) => confidence[name] === undefined)
  const key = isCertain ? caseOf(form, draft) : undefined
  const dates = believable(written, now)
  return {
    ...draft,
    id: sameContent({ ...draft, earlierId }, sha256, form).id,
    ...(isUntrusted && { trust: 'embedded' as const }),
    ...(key !== undefined && { case: key }),
    ...(identifying.length > 0 && { identifying: [...identifying] }),
    source: {
      file: file.toWellFormed(),
      sha256,
      bytes: bytes.length,
      ...(software !== undefined && { software: software.toWellFormed() }),
      method,
      ...(Object.keys(raw).length > 0 && { raw: { ...raw } }),
      ...(Object.keys(confidence).length > 0 && { confidence: { ...confidence } }),
      ...(dates && { written: dates }),
      ...(paper && { paper }),
      importedAt: now.toISOString(),
    },
    messages: [...draft.messages],
  }
}

export function recordText(record: FormRecord): string {
  return `${JSON.stringify(record, null, 2)}\n`
}

/** Leaves out what no clock that goes right can have said. */
function believable(dates: FileDates, now: Date): FileDates | undefined {
  const kept = Object.entries(dates).filter(
    ([, time]) => Date.parse(time ?? '') <= now.getTime() + DAY_MS,
  )
  return kept.length > 0 ? Object.fromEntries(kept) : undefined
}
