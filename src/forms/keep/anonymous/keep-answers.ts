import { OperatorError } from '../../../messages/operator-error.ts'
import type { DraftRecord } from '../../../model/record.ts'
import { type AnonymousAnswers, anonymousRecord, idsOfOld, monthOf } from '../../record/index.ts'
import { type FormFolder, folderOf, lockPath, recordPath } from '../layout.ts'
import { keepQuestions } from '../questions.ts'
import type { RecordStore } from '../store.ts'
import { monthPath, monthsOf, readMonth, writeMonth } from './month.ts'

/** Where answers are kept, and since when. */
export interface KeepAnswersOptions {
  readonly store: RecordStore
  /** Time of the import. */
  readonly now: Date
  /** Tell what would happen and write nothing. */
  readonly dryRun?: boolean | undefined
}

/**
 * Keeps the answers on one form and gives what was new. Throws an `OperatorError` when the file of the month is damaged. `digestOf` says of
 * a file only whether it came before; without it, it counts again.
 */
export async function keepAnswers(
  { store, dryRun, now }: KeepAnswersOptions,
  id: string,
  { drafts, asked, digests }: AnonymousAnswers,
  digestOf?: (sha256: string) => string,
): Promise<DraftRecord[]> {
  const folder = folderOf(id)
  if (!folder || drafts.size === 0) return []
  const place = { store, folder }
  if (dryRun) return (await newOnes({ drafts, digests }, place, digestOf)).map(({ draft }) => draft)
  // The time of the file would tell the day on which the first form came.
  const month = new Date(`${monthOf(now)}-01T00:00:00.000Z`)
  for (const form of asked.values()) await keepQuestions(store, folder, form, month)
  return store.exclusively(lockPath(folder), async () => {
    const added = await newOnes({ drafts, digests }, place, digestOf)
    if (added.length > 0) await addToMonth(place, monthOf(now), added)
    return added.map(({ draft }) => draft)
  })
}

interface Place {
  readonly store: RecordStore
  readonly folder: FormFolder
}

/** Answers that were not counted before, with the digests of their file or pictures where there is a key. */
interface New {
  readonly draft: DraftRecord
  readonly digests: readonly string[]
}

async function newOnes(
  { drafts, digests: given }: Pick<AnonymousAnswers, 'drafts' | 'digests'>,
  place: Place,
  digestOf?: (sha256: string) => string,
): Promise<New[]> {
  const seen = await digestsIn(place)
  const found: New[] = []
  for (const [sha256, draft] of drafts) {
    const digests = given.get(draft) ?? (digestOf ? [digestOf(sha256)] : [])
    const isKnown = digests.some((digest) => seen.has(digest))
    if (!isKnown && !(await isKeptAsOfOld(draft, sha256, place))) found.push({ draft, digests })
  }
  return found
}

/** The digests of all that was counted of a form. */
export async function digestsIn({ store, folder }: Place): Promise<Set<string>> {
  const seen = new Set<string>()
  for await (const { month } of monthsOf(store, folder))
    if (month !== 'damaged') for (const digest of month.seen) seen.add(digest)
  return seen
}

async function isKeptAsOfOld(
  draft: DraftRecord,
  sha256: string,
  { store, folder }: Place,
): Promise<boolean> {
  for (const id of idsOfOld(draft, sha256)) if (await store.has(recordPath(folder, id))) return true
  return false
}

async function addToMonth(
  { store, folder }: Place,
  month: string,
  added: readonly New[],
): Promise<void> {
  const path = monthPath(folder, month)
  const there = (await readMonth(store, path)) ?? { answers: [], seen: [] }
  if (there === 'damaged')
    throw new OperatorError(
      `The file ${store.shown(path)} is damaged, so no anonymous forms were kept; restore it from a backup, or move it away, and import again`,
    )
  await writeMonth(store, folder, month, {
    answers: [...there.answers, ...added.map(({ draft }) => anonymousRecord(draft, month))],
    seen: [...there.seen, ...added.flatMap(({ digests }) => digests)],
  })
}
