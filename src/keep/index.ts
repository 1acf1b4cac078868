import type { FormDefinition } from '../model/form.ts'
import { sha256Hex } from '../model/hash.ts'
import type { Message } from '../model/message.ts'
import type { DraftRecord, FormRecord, ImportResult } from '../model/record.ts'
import { type RuleId, rules } from '../model/rules.ts'
import { caseOf } from './case.ts'
import { latestOfCase, noteCase } from './cases.ts'
import { isThere } from './if-there.ts'
import { type FormFolder, folderOf, originalPath, recordPath } from './layout.ts'
import { withLock } from './lock.ts'
import { readRecord } from './read-records.ts'
import { makeFolder, writeAtomically } from './write-atomically.ts'

export { exportRecords, type RecordFormat } from './export.ts'
export { readRecords } from './read-records.ts'
export { finishRecords } from './register.ts'
export { type RunReport, startRunReport } from './run-report.ts'

/** The file that a record was read from. */
export interface Original {
  /** As the user wrote the path. */
  readonly file: string
  readonly bytes: Uint8Array
  /** Of the bytes, in lower-case hex. */
  readonly sha256: string
}

/** Where a record is kept, and what the record does not know by itself. */
export interface KeepOptions {
  /** Folder of all records, for example `records`. */
  readonly dir: string
  /** The definition that the form was read by. */
  readonly form: Pick<FormDefinition, 'id' | 'recordKey' | 'sensitive'>
  readonly method: FormRecord['source']['method']
  /** The program that says it wrote the file. */
  readonly software?: string | undefined
  /** Time of the import. */
  readonly now: Date
  /** Tells what would happen and writes nothing. One object for all files of a run; see `dryRun`. */
  readonly dryRun?: DryRun | undefined
}

/** What a run that writes nothing would have written. */
export interface DryRun {
  readonly ids: Set<string>
  /** The latest record of a case. */
  readonly cases: Map<string, string>
}

/** A run that is to write nothing. */
export function dryRun(): DryRun {
  return { ids: new Set(), cases: new Map() }
}

/**
 * Keeps a record and the file that it was read from, in `<dir>/<form>/<record>.json` and
 * `<dir>/<form>/originals/<sha256>.pdf`, for the owner's eyes only. The record is written last and at once, so that it
 * is kept either as a whole or not at all, and other imports may work in the same folder.
 *
 * The same content again is a `duplicate` and changes nothing. Other content with the same values under the form's
 * `recordKey` is `superseding`: the record names the earlier one, which stays as it is.
 *
 * Of an anonymous form the original, its name, the program and the day are not kept; only the month is. Two people may
 * give the same answers in it, so that only the same file counts as a duplicate.
 *
 * Throws an `Error` with a sentence for the user when the folder cannot be written.
 */
export async function keep(
  draft: DraftRecord,
  original: Original,
  options: KeepOptions,
): Promise<ImportResult> {
  const folder = folderOf(options.dir, draft.form.id)
  if (!folder) return refused(original.file)
  const record = recordOf(draft, original, options)
  const kept = options.dryRun
    ? await pretend(record, folder, options.dryRun)
    : await write(record, folder, options.form.sensitive === 'anonymous' ? undefined : original)
  return {
    file: original.file,
    status: statusOf(kept, record),
    record: kept.record,
    messages: [
      ...draft.messages.map((message) => ({ file: original.file, ...message })),
      ...relation(kept, original.file),
    ],
  }
}

/** A record as it lies in its folder now. */
interface Kept {
  readonly record: FormRecord
  readonly isNew: boolean
}

async function write(record: FormRecord, folder: FormFolder, original?: Original): Promise<Kept> {
  await makeFolder(folder.originals)
  return withLock(folder.path, async () => {
    const path = recordPath(folder, record.id)
    if (await isThere(path)) return { record: (await readRecord(path)) ?? record, isNew: false }
    const earlier = record.case && (await latestOfCase(folder, record.case, record.id))
    const linked = superseding(record, earlier)
    if (original) await writeOriginal(original, folder)
    if (record.case) await noteCase(folder, record.case, record.id)
    await writeAtomically(path, `${JSON.stringify(linked, null, 2)}\n`)
    return { record: linked, isNew: true }
  })
}

async function writeOriginal({ sha256, bytes }: Original, folder: FormFolder): Promise<void> {
  const path = originalPath(folder, sha256)
  if (!(await isThere(path))) await writeAtomically(path, bytes)
}

async function pretend(record: FormRecord, folder: FormFolder, run: DryRun): Promise<Kept> {
  const path = recordPath(folder, record.id)
  if (run.ids.has(record.id) || (await isThere(path)))
    return { record: (await readRecord(path)) ?? record, isNew: false }
  run.ids.add(record.id)
  if (!record.case) return { record, isNew: true }
  const earlier = run.cases.get(record.case) ?? (await latestOfCase(folder, record.case, record.id))
  run.cases.set(record.case, record.id)
  return { record: superseding(record, earlier), isNew: true }
}

function recordOf(
  { raw, confidence, ...draft }: DraftRecord,
  { file, sha256, bytes }: Original,
  { form, method, software, now }: KeepOptions,
): FormRecord {
  const isAnonymous = form.sensitive === 'anonymous'
  // A value that may have been misread must not replace the record of another case.
  const isCertain = form.recordKey.every((name) => confidence[name] === undefined)
  const key = isCertain ? caseOf(form, draft.values) : undefined
  return {
    ...draft,
    id: isAnonymous ? sha256Hex(`${draft.id} ${sha256}`).slice(0, 32) : draft.id,
    ...(key !== undefined && { case: key }),
    source: {
      file: isAnonymous ? 'not kept' : file.toWellFormed(),
      sha256,
      bytes: bytes.length,
      ...(software !== undefined && !isAnonymous && { software: software.toWellFormed() }),
      method,
      ...(Object.keys(raw).length > 0 && { raw: { ...raw } }),
      ...(Object.keys(confidence).length > 0 && { confidence: { ...confidence } }),
      importedAt: isAnonymous ? monthOf(now) : now.toISOString(),
    },
    messages: [...draft.messages],
  }
}

function superseding(record: FormRecord, earlier: string | undefined): FormRecord {
  if (earlier === undefined) return record
  const { $schema, id, form, organisation, status, ...rest } = record
  return { $schema, id, form, organisation, status, supersedes: earlier, ...rest }
}

function monthOf(time: Date): string {
  return `${time.toISOString().slice(0, 7)}-01T00:00:00.000Z`
}

function statusOf(
  { isNew, record: { supersedes } }: Kept,
  { status }: FormRecord,
): ImportResult['status'] {
  if (!isNew) return 'duplicate'
  if (supersedes !== undefined) return 'superseding'
  return status === 'complete' ? 'accepted' : 'incomplete'
}

function relation({ isNew, record: { id, supersedes } }: Kept, file: string): Message[] {
  if (!isNew)
    return [
      told(
        file,
        'record-duplicate',
        `The same content is kept already, in record ${id}; nothing was changed`,
      ),
    ]
  if (supersedes !== undefined)
    return [
      told(
        file,
        'record-superseding',
        `This is a later version of record ${supersedes}, which stays as it was`,
      ),
    ]
  return []
}

function refused(file: string): ImportResult {
  const message =
    'The form has a name that no form of policypack has, so nothing was kept; ask where the file comes from'
  return { file, status: 'rejected', messages: [told(file, 'form-unknown', message)] }
}

function told(file: string, rule: RuleId, message: string): Message {
  return { file, severity: rules[rule].severity, rule, message }
}
