import { join } from 'node:path'
import { makePrivateFolder } from '../../../files/folder.ts'
import { isThere } from '../../../files/missing.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import type { DraftRecord } from '../../../model/record.ts'
import {
  type AnonymousAnswers,
  AnonymousForms,
  type AnonymousMonth,
  anonymousRecord,
  idsOfOld,
  monthOf,
} from '../../record/index.ts'
import { type FormFolder, folderOf, lockPath, recordPath } from '../layout.ts'
import { withImportLock } from '../on-disk.ts'
import { keepQuestions } from '../questions.ts'
import { type AnonymousKey, digestOf, readKey, readOrMakeKey } from './key.ts'
import { monthPath, monthsOf, readMonth, writeMonth } from './month.ts'

/** Where the anonymous forms of a run are kept, and since when. */
interface AnonymousFormsOptions {
  /** Folder of all records, for example `records`. */
  readonly dir: string
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

async function keyFor({ dir, dryRun, key }: AnonymousFormsOptions): Promise<AnonymousKey> {
  if (dryRun) return readKey(key)
  await makePrivateFolder(dir)
  return withImportLock(join(dir, '.lock'), () => readOrMakeKey(key))
}

/** Keeps the answers on one form and gives what was new. */
async function keepIn(
  { dir, dryRun, now }: AnonymousFormsOptions,
  id: string,
  { drafts, asked }: AnonymousAnswers,
  key: AnonymousKey,
): Promise<DraftRecord[]> {
  const folder = folderOf(dir, id)
  if (!folder || drafts.size === 0) return []
  if (dryRun) return (await newOnes(drafts, folder, key)).map(({ draft }) => draft)
  await makePrivateFolder(folder.path)
  // The time of the file would tell the day on which the first form came.
  const month = new Date(`${monthOf(now)}-01T00:00:00.000Z`)
  for (const form of asked.values()) await keepQuestions(folder, form, month)
  return withImportLock(lockPath(folder), async () => {
    const added = await newOnes(drafts, folder, key)
    if (added.length > 0) await addToMonth(folder, monthOf(now), added)
    return added.map(({ draft }) => draft)
  })
}

/** Answers that were not counted before, with the digest of their file where there is a key. */
interface New {
  readonly draft: DraftRecord
  readonly digest: string | undefined
}

async function newOnes(
  drafts: AnonymousAnswers['drafts'],
  folder: FormFolder,
  key: AnonymousKey,
): Promise<New[]> {
  const seen = await digestsIn(folder)
  const found: New[] = []
  for (const [sha256, draft] of drafts) {
    const digest = key && digestOf(key, draft.form.id, sha256)
    const isKnown = digest !== undefined && seen.has(digest)
    if (!isKnown && !(await isKeptAsOfOld(draft, sha256, folder))) found.push({ draft, digest })
  }
  return found
}

async function digestsIn(folder: FormFolder): Promise<Set<string>> {
  const seen = new Set<string>()
  for (const path of await monthsOf(folder)) {
    const month = await readMonth(path)
    if (month !== 'damaged') for (const digest of month?.seen ?? []) seen.add(digest)
  }
  return seen
}

async function isKeptAsOfOld(
  draft: DraftRecord,
  sha256: string,
  folder: FormFolder,
): Promise<boolean> {
  for (const id of idsOfOld(draft, sha256)) if (await isThere(recordPath(folder, id))) return true
  return false
}

async function addToMonth(folder: FormFolder, month: string, added: readonly New[]): Promise<void> {
  const there = await monthToExtend(monthPath(folder, month))
  await writeMonth(folder, month, {
    answers: [...there.answers, ...added.map(({ draft }) => anonymousRecord(draft, month))],
    seen: [...there.seen, ...added.flatMap(({ digest }) => digest ?? [])],
  })
}

async function monthToExtend(path: string): Promise<Pick<AnonymousMonth, 'answers' | 'seen'>> {
  const month = await readMonth(path)
  if (month !== 'damaged') return month ?? { answers: [], seen: [] }
  throw new OperatorError(
    `The file ${path} is damaged, so no anonymous forms were kept; restore it from a backup, or move it away, and import again`,
  )
}
