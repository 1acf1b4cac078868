import type { Message } from '../../messages/message.ts'
import { rules } from '../../messages/rules.ts'
import { isFormId } from '../../model/document-id.ts'
import type { DraftRecord, FormRecord, ImportResult } from '../../model/record.ts'
import { caseOf, earlierCaseOf } from './case.ts'
import { keysOf, NO_CASE, paperKeysOf } from './case-index.ts'
import { knowsFile, withCopy } from './copies.ts'
import { corrected } from './corrected.ts'
import { type Original, type Reading, recordOf } from './record.ts'
import { relationsBetween, versionOf } from './relations.ts'
import { type SameContent, sameContent } from './same-content.ts'
import type { Shelf, Shelves } from './shelf.ts'
import { type Kept, relationMessages } from './told.ts'
import { Turns } from './turns.ts'

/** So many records without a case are looked at, the latest ones: a longer look for each record would never end. */
const MANY = 200

/** Where the records of a run are kept, and when. */
export interface KeeperOptions {
  readonly shelves: Shelves
  /** Time of the import. */
  readonly now: Date
}

/**
 * Keeps records and the files that they were read from, in `<dir>/<form>/<record>.json` and
 * `<dir>/<form>/originals/<sha256>.pdf`, for the owner's eyes only. A record is written last and at once, so that it is
 * kept either as a whole or not at all, and other imports may work in the same folder.
 *
 * The same file again changes nothing. Another file with the same content, as {@link sameContent} tells it, is kept beside
 * the record, which is of the better one. Other content with the same values under the form's `recordKey` is a version of
 * the same case; which one is current follows from what the records say. What was read by a definition that is not ours lies
 * apart, in `<dir>/untrusted/<form>`, and has no part in any case.
 *
 * Anonymous forms are kept otherwise, by `AnonymousForms`.
 */
export class Keeper {
  readonly #options: KeeperOptions
  readonly #turns = new Turns()
  /** When the records without a case that came before are kept, by their shelf. */
  readonly #withoutCase = new Map<string, Promise<void>>()

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /**
   * Keeps one record. It may be called again before it is done: records of the same case are kept in the order of the
   * calls. Throws an `OperatorError` with a sentence for the user when the folder cannot be written.
   */
  async keep(draft: DraftRecord, original: Original, reading: Reading): Promise<ImportResult> {
    const { shelves, now } = this.#options
    const { file } = original
    const { isUntrusted = false } = reading
    if (!isFormId(draft.form.id)) return refused(file)
    const record = recordOf(draft, original, reading, now)
    const itsCase = caseOf(reading.form, draft)
    // Also where the values are not certain enough for a case, the same content has the same turn.
    const turn = itsCase ?? record.id
    const place = `${draft.form.id} ${isUntrusted}`
    const withoutCase = this.#withoutCase.get(place)
    const keeping = this.#turns.take(turn, async () => {
      // It may be the corrected version of one whose case is not known.
      if (itsCase !== undefined) await withoutCase
      const shelf = await shelves(reading.form, isUntrusted)
      return shelf.exclusively(turn, () => put({ record, draft, original, reading }, shelf))
    })
    if (itsCase === undefined)
      this.#withoutCase.set(
        place,
        Promise.allSettled([withoutCase, keeping]).then(() => {}),
      )
    const kept = await keeping
    const { supersedes } = kept.relation
    return {
      file,
      status: statusOf(kept, record),
      record: kept.record,
      ...(kept.outcome === 'new' && supersedes !== undefined && { supersedes }),
      messages: [
        ...notTold(draft, kept).map((message) => ({ file, ...message })),
        ...relationMessages(kept, file),
      ],
    }
  }
}

/** A record that is to be kept, and what it was made of. */
interface ToKeep {
  readonly record: FormRecord
  readonly draft: DraftRecord
  readonly original: Original
  readonly reading: Reading
}

async function put({ record, draft, original, reading }: ToKeep, shelf: Shelf): Promise<Kept> {
  const there = await keptRecord(sameContent(draft, original.sha256, reading.form), shelf)
  if (there && knowsFile(there, original.sha256))
    return { record: there, outcome: 'known', relation: {} }
  // What is private in it, nobody can take out of the file.
  const belongings = () =>
    Promise.all([
      record.withheld ? undefined : shelf.putOriginal(original, reading.method),
      shelf.putQuestions(reading.form),
    ])
  if (there) {
    await belongings()
    const merged = withCopy(there, record)
    await noteAll(paperKeysOf(record), merged, shelf)
    await shelf.putRecord(merged)
    const isBetter = merged.source.sha256 === original.sha256
    return { record: merged, outcome: isBetter ? 'better copy' : 'copy', relation: {} }
  }
  const others = await recordsOfCase(record, reading.form, shelf)
  const placed = placedAmong(record, others)
  await Promise.all([belongings(), noteAll(keysOf(placed, reading.form), placed, shelf)])
  await shelf.putRecord(placed)
  const corrects =
    others.length === 0 && placed.case !== undefined
      ? corrected(
          placed,
          await recordsOf((await shelf.noted(NO_CASE)).slice(-MANY), shelf),
          reading.form,
        )
      : undefined
  const relation = relationsBetween([...others, placed]).get(placed.id) ?? {}
  return { record: placed, outcome: 'new', relation, corrects }
}

async function noteAll(keys: readonly string[], { id }: FormRecord, shelf: Shelf): Promise<void> {
  await Promise.all(keys.map((key) => shelf.note(key, id)))
}

async function keptRecord(same: SameContent, shelf: Shelf): Promise<FormRecord | undefined> {
  for (const id of same.ids) {
    const there = await shelf.record(id)
    if (there && same.isIn(there)) return there
  }
  return undefined
}

/** The records of the same case, under its present hash and the one of old. */
async function recordsOfCase(
  record: FormRecord,
  form: Reading['form'],
  shelf: Shelf,
): Promise<FormRecord[]> {
  if (record.case === undefined) return []
  const ids = await Promise.all(
    [record.case, earlierCaseOf(form, record)].map((key) => (key ? shelf.noted(key) : [])),
  )
  const found = await recordsOf(ids.flat(), shelf)
  return found.filter(({ id }) => id !== record.id)
}

async function recordsOf(ids: Iterable<string>, shelf: Shelf): Promise<FormRecord[]> {
  const found = await Promise.all([...new Set(ids)].map((id) => shelf.record(id)))
  return found.filter((record) => record !== undefined)
}

/** A record with the case that others of it have already, and with a time of import after theirs. */
function placedAmong(record: FormRecord, others: readonly FormRecord[]): FormRecord {
  const [first] = others
  if (first?.case === undefined) return record
  const arrivals = others.map((other) => Date.parse(versionOf(other).arrived) + 1)
  const importedAt = new Date(Math.max(Date.parse(record.source.importedAt), ...arrivals))
  return {
    ...record,
    case: first.case,
    source: { ...record.source, importedAt: importedAt.toISOString() },
  }
}

function statusOf({ outcome, relation, record }: Kept, read: FormRecord): ImportResult['status'] {
  if (read.trust === 'embedded') return 'untrusted'
  if (outcome === 'known' || outcome === 'copy') return 'duplicate'
  if (relation.unconfirmed) return 'unconfirmed'
  if (relation.supersedes !== undefined) return 'superseding'
  return record.status === 'complete' ? 'accepted' : 'incomplete'
}

/** Of content that is kept already, only what its record does not say. */
function notTold({ messages }: DraftRecord, { outcome, record }: Kept): DraftRecord['messages'] {
  if (outcome === 'new' || outcome === 'better copy') return messages
  const known = new Set(record.messages.map(({ field, message }) => `${field} ${message}`))
  return messages.filter(({ field, message }) => !known.has(`${field} ${message}`))
}

function refused(file: string): ImportResult {
  const rule = 'form-unknown'
  const message =
    'The form has a name that no form of policypack has, so nothing was kept; ask where the file comes from'
  return {
    file,
    status: 'rejected',
    messages: [{ file, severity: rules[rule].severity, rule, message } satisfies Message],
  }
}
