import { makePrivateFolder } from '../../files/folder.ts'
import { placeInside } from '../../files/inside.ts'
import { isThere } from '../../files/missing.ts'
import type { Message } from '../../messages/message.ts'
import { type RuleId, rules } from '../../messages/rules.ts'
import type { DraftRecord, FormRecord, ImportResult } from '../../model/record.ts'
import { caseOf } from './case.ts'
import { ensureIndex, latestOfCase, noteCase } from './cases.ts'
import { writeCleaned } from './cleaned.ts'
import {
  type FormFolder,
  folderOf,
  lockPath,
  originalPath,
  recordPath,
  refuseLinks,
} from './layout.ts'
import { withImportLock, writeRecordFile } from './on-disk.ts'
import { readRecord } from './read-records.ts'
import { type Original, type Reading, recordOf, superseding } from './record.ts'
import { type SameContent, sameContent } from './same-content.ts'
import { Turns } from './turns.ts'

/** Where the records of a run are kept, and since when. */
export interface KeeperOptions {
  /** Folder of all records, for example `records`. */
  readonly dir: string
  /** Time of the import. */
  readonly now: Date
  /** Tell what would happen and write nothing. */
  readonly dryRun?: boolean | undefined
}

/**
 * Keeps records and the files that they were read from, in `<dir>/<form>/<record>.json` and
 * `<dir>/<form>/originals/<sha256>.pdf`, for the owner's eyes only. A record is written last and at once, so that it is
 * kept either as a whole or not at all, and other imports may work in the same folder.
 *
 * The same content again, as {@link sameContent} tells it, is a `duplicate` and changes nothing. Other content with the same values under the form's
 * `recordKey` is `superseding`: the record names the earlier one, which stays as it is.
 *
 * Anonymous forms are kept otherwise, by `AnonymousForms`.
 */
export class Keeper {
  readonly #options: KeeperOptions
  readonly #turns = new Turns()
  readonly #planned: Plan = { ids: new Set(), cases: new Map() }

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /**
   * Keeps one record. It may be called again before it is done: records of the same case are kept in the order of the
   * calls. Throws an `OperatorError` with a sentence for the user when the folder cannot be written.
   */
  async keep(draft: DraftRecord, original: Original, reading: Reading): Promise<ImportResult> {
    const { dir, now, dryRun } = this.#options
    const folder = folderOf(dir, draft.form.id)
    if (!folder) return refused(original.file)
    const record = recordOf(draft, original, reading, now)
    const same = sameContent(draft, original.sha256, reading.form)
    // Also where the values are not certain enough for a case, the same content has the same turn.
    const turn = caseOf(reading.form, draft) ?? record.id
    const kept = await this.#turns.take(turn, () =>
      dryRun
        ? plan(record, same, folder, this.#planned)
        : write(record, same, folder, turn, original),
    )
    return {
      file: original.file,
      status: statusOf(kept, record),
      record: kept.record,
      messages: [
        ...notTold(draft, kept).map((message) => ({ file: original.file, ...message })),
        ...relation(kept, original.file),
      ],
    }
  }
}

/** A record as it lies in its folder now. */
interface Kept {
  readonly record: FormRecord
  readonly isNew: boolean
}

async function write(
  record: FormRecord,
  same: SameContent,
  folder: FormFolder,
  turn: string,
  original: Original,
): Promise<Kept> {
  await refuseLinks(folder)
  await makePrivateFolder(folder.originals)
  await ensureIndex(folder)
  return withImportLock(lockPath(folder, turn), async () => {
    const there = await keptRecord(same, folder)
    if (there) return { record: there, isNew: false }
    await writeOriginal(original, folder)
    const earlier = record.case && (await latestOfCase(folder, record.case, record.id))
    const linked = superseding(record, earlier)
    if (record.case) await noteCase(folder, record.case, record.id)
    await writeRecordFile(recordPath(folder, record.id), `${JSON.stringify(linked, null, 2)}\n`)
    return { record: linked, isNew: true }
  })
}

/** The record in which the same content is kept. */
async function keptRecord(same: SameContent, folder: FormFolder): Promise<FormRecord | undefined> {
  for (const id of same.ids) {
    const there = await readRecord(recordPath(folder, id))
    if (there && same.isIn(there)) return there
  }
  return undefined
}

async function writeOriginal(original: Original, folder: FormFolder): Promise<void> {
  const { sha256, bytes } = original
  const path = originalPath(folder, sha256)
  await placeInside(folder.originals, path)
  if (!(await isThere(path))) await writeRecordFile(path, bytes)
  await writeCleaned(original, folder)
}

/** What a run that writes nothing would have written. */
interface Plan {
  readonly ids: Set<string>
  /** The latest record of a case. */
  readonly cases: Map<string, string>
}

async function plan(
  record: FormRecord,
  same: SameContent,
  folder: FormFolder,
  planned: Plan,
): Promise<Kept> {
  await refuseLinks(folder)
  const there = await keptRecord(same, folder)
  if (there || planned.ids.has(record.id)) return { record: there ?? record, isNew: false }
  planned.ids.add(record.id)
  if (!record.case) return { record, isNew: true }
  const earlier =
    planned.cases.get(record.case) ?? (await latestOfCase(folder, record.case, record.id))
  planned.cases.set(record.case, record.id)
  return { record: superseding(record, earlier), isNew: true }
}

function statusOf(
  { isNew, record: { supersedes } }: Kept,
  { status }: FormRecord,
): ImportResult['status'] {
  if (!isNew) return 'duplicate'
  if (supersedes !== undefined) return 'superseding'
  return status === 'complete' ? 'accepted' : 'incomplete'
}

/** Of content that is kept already, only what its record does not say. */
function notTold({ messages }: DraftRecord, { isNew, record }: Kept): DraftRecord['messages'] {
  if (isNew) return messages
  const known = new Set(record.messages.map(({ field, message }) => `${field} ${message}`))
  return messages.filter(({ field, message }) => !known.has(`${field} ${message}`))
}

function relation({ isNew, record: { id, status, supersedes } }: Kept, file: string): Message[] {
  if (!isNew)
    return [told(file, 'record-duplicate', `${alreadyKept(id, status)}; nothing was changed`)]
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

function alreadyKept(id: string, status: FormRecord['status']): string {
  return `The same content is kept already, in record ${id}${status === 'complete' ? '' : ', which is incomplete'}`
}

function refused(file: string): ImportResult {
  const message =
    'The form has a name that no form of policypack has, so nothing was kept; ask where the file comes from'
  return { file, status: 'rejected', messages: [told(file, 'form-unknown', message)] }
}

function told(file: string, rule: RuleId, message: string): Message {
  return { file, severity: rules[rule].severity, rule, message }
}
