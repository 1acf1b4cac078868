import { randomBytes } from 'node:crypto'
import { OperatorError } from '../../../messages/operator-error.ts'
import type { DraftRecord } from '../../../model/record.ts'
import {
  type AnonymousAnswers,
  AnonymousForms,
  anonymousRecord,
  idsOfOld,
  monthOf,
} from '../../record/index.ts'
import { type FormFolder, folderOf, lockPath, recordPath, WHOLE_LOCK } from '../layout.ts'
import { keepQuestions } from '../questions.ts'
import type { RecordStore } from '../store.ts'
import { type AnonymousKey, digestOf, readKey, readOrMakeKey } from './key.ts'
import { monthPath, monthsOf, readMonth, writeMonth } from './month.ts'

/** Where the anonymous forms of a run are kept, and since when. */
export interface AnonymousFormsOptions {
  readonly store: RecordStore
  /** Path of the key, which lies apart from the records. */
  readonly key: string
  /** Time of the import. */
  readonly now: Date
  /** Tell what would happen and write nothing. */
  readonly dryRun?: boolean | undefined
}

/**
 * The anonymous forms of one run, which are written when it ends. A file that comes again is known across runs by a digest under a key;
 * without the key it counts again. To finish throws an `OperatorError` with a sentence for the user when the folder cannot be written,
 * or when the file of this month is damaged.
 */
export function anonymousFormsIn(options: AnonymousFormsOptions): AnonymousForms {
  let key: Promise<AnonymousKey> | undefined
  return new AnonymousForms(async (id, gathered) => {
    key ??= keyFor(options)
    return keepIn(options, id, gathered, await key)
  })
}

async function keyFor({ store, dryRun, key }: AnonymousFormsOptions): Promise<AnonymousKey> {
  return dryRun ? readKey(key) : store.exclusively(WHOLE_LOCK, () => readOrMakeKey(key))
}

/** Digests of the pictures of an anonymous form, and which of them were counted before; random ones where there is no key. */
export async function digestsOfSheets(
  options: AnonymousFormsOptions,
  formId: string,
  keys: readonly string[],
): Promise<{ readonly digests: readonly string[]; readonly isCounted: boolean }> {
  const folder = folderOf(formId)
  const key = await keyFor(options)
  const digests = keys.map((one) =>
    key ? digestOf(key, formId, one) : randomBytes(32).toString('hex'),
  )
  const seen = folder ? await digestsIn({ store: options.store, folder }) : new Set()
  return { digests, isCounted: digests.some((digest) => seen.has(digest)) }
}

/** Keeps the answers on one form and gives what was new. */
async function keepIn(
  { store, dryRun, now }: AnonymousFormsOptions,
  id: string,
  { drafts, asked, digests }: AnonymousAnswers,
  key: AnonymousKey,
): Promise<DraftRecord[]> {
  const folder = folderOf(id)
  if (!folder || drafts.size === 0) return []
  const place = { store, folder }
  if (dryRun) return (await newOnes({ drafts, digests }, place, key)).map(({ draft }) => draft)
  // The time of the file would tell the day on which the first form came.
  const month = new Date(`${monthOf(now)}-01T00:00:00.000Z`)
  for (const form of asked.values()) await keepQuestions(store, folder, form, month)
  return store.exclusively(lockPath(folder), async () => {
    const added = await newOnes({ drafts, digests }, place, key)
    if (added.length > 0) await addToMonth(place, monthOf(now), added)
    return added.map(({ draft }) => draft)
  })
}

/** The records of one form. */
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
  key: AnonymousKey,
): Promise<New[]> {
  const seen = await digestsIn(place)
  const found: New[] = []
  for (const [sha256, draft] of drafts) {
    const digests = given.get(draft) ?? (key ? [digestOf(key, draft.form.id, sha256)] : [])
    const isKnown = digests.some((digest) => seen.has(digest))
    if (!isKnown && !(await isKeptAsOfOld(draft, sha256, place))) found.push({ draft, digests })
  }
  return found
}

async function digestsIn({ store, folder }: Place): Promise<Set<string>> {
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
