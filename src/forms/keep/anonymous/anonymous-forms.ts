import { join } from 'node:path'
import { makePrivateFolder } from '../../../files/folder.ts'
import { isThere } from '../../../files/missing.ts'
import type { Message } from '../../../messages/message.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import type { RuleId } from '../../../messages/rules.ts'
import type { AskedForm, FormDefinition } from '../../../model/form.ts'
import type { AnonymousCount, DraftRecord, RuleCounts } from '../../../model/record.ts'
import { type FormFolder, folderOf, lockPath, recordPath } from '../layout.ts'
import { withImportLock } from '../on-disk.ts'
import { keepQuestions } from '../questions.ts'
import { type AnonymousKey, digestOf, readKey, readOrMakeKey } from './key.ts'
import {
  type AnonymousMonth,
  monthOf,
  monthPath,
  monthsOf,
  readMonth,
  writeMonth,
} from './month.ts'
import { anonymousRecord, idsOfOld } from './record.ts'

/** Where the anonymous forms of a run are kept, and since when. */
export interface AnonymousFormsOptions {
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
 * The anonymous forms of one run. They are gathered in memory and written when the run ends, all of them at once and mixed
 * with those of the same month, so that neither names nor times nor the order of files tell whose answers are whose. A run
 * that is ended before keeps none of them, and can be begun again.
 *
 * Answers are never duplicates of each other. A file that comes again is known by its bytes, within a run, and across runs
 * by a digest under a key; without the key it counts again.
 */
export class AnonymousForms {
  readonly #options: AnonymousFormsOptions
  readonly #forms = new Map<string, Gathered>()

  constructor(options: AnonymousFormsOptions) {
    this.#options = options
  }

  /** Whether a form is to be handled here. */
  takes({ id, sensitive }: Pick<FormDefinition, 'id' | 'sensitive'>): boolean {
    return sensitive === 'anonymous' && folderOf(this.#options.dir, id) !== undefined
  }

  /** Takes a form that was read. `sha256` is that of its file, and `form` what it asked. */
  add(draft: DraftRecord, sha256: string, form?: Partial<AskedForm>): void {
    const gathered = this.#gathered(draft.form.id)
    if (form?.questions !== undefined) gathered.asked.set(form.questions, form)
    if (gathered.drafts.has(sha256)) gathered.repeated += 1
    else gathered.drafts.set(sha256, draft)
  }

  /** Takes a form of which nothing can be kept. */
  refuse(formId: string, messages: readonly Message[]): void {
    this.#gathered(formId).refused.push(messages)
  }

  /**
   * Keeps all that was taken and says how many there were. Throws an `OperatorError` with a sentence for the user when the
   * folder cannot be written, or when the file of this month is damaged.
   */
  async finish(): Promise<AnonymousCount[]> {
    const key = this.#forms.size > 0 ? await this.#key() : undefined
    const counts: AnonymousCount[] = []
    for (const [id, gathered] of [...this.#forms].sort())
      counts.push(countOf(id, gathered, await this.#keep(id, gathered, key)))
    return counts
  }

  #gathered(formId: string): Gathered {
    const gathered = this.#forms.get(formId) ?? {
      drafts: new Map(),
      asked: new Map(),
      refused: [],
      repeated: 0,
    }
    this.#forms.set(formId, gathered)
    return gathered
  }

  async #key(): Promise<AnonymousKey> {
    const { dir, dryRun, key } = this.#options
    if (dryRun) return readKey(key)
    await makePrivateFolder(dir)
    return withImportLock(join(dir, '.lock'), () => readOrMakeKey(key))
  }

  /** Keeps the answers on one form and gives what was new. */
  async #keep(id: string, { drafts, asked }: Gathered, key: AnonymousKey): Promise<DraftRecord[]> {
    const { dir, dryRun, now } = this.#options
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
}

/** What was taken of one form. */
interface Gathered {
  /** By the SHA-256 of the file. */
  readonly drafts: Map<string, DraftRecord>
  /** What the versions of the form ask that came. */
  readonly asked: Map<string, Partial<AskedForm>>
  readonly refused: (readonly Message[])[]
  /** Files that came before in this run. */
  repeated: number
}

/** Answers that were not counted before, with the digest of their file where there is a key. */
interface New {
  readonly draft: DraftRecord
  readonly digest: string | undefined
}

async function newOnes(
  drafts: Gathered['drafts'],
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

function countOf(
  form: string,
  { drafts, refused, repeated }: Gathered,
  added: readonly DraftRecord[],
): AnonymousCount {
  return {
    form,
    counted: added.length,
    repeated: repeated + drafts.size - added.length,
    refused: refused.length,
    incomplete: added.filter(({ status }) => status === 'incomplete').length,
    rules: countRules(added.map(({ messages }) => messages)),
    refusals: countRules(refused),
  }
}

/** In how many forms each rule had something to say, in the order of the rules' names. */
function countRules(told: readonly DraftRecord['messages'][]): RuleCounts {
  const names = told.flatMap((messages) => [...new Set(messages.map(({ rule }) => rule))])
  const counts: Partial<Record<RuleId, number>> = {}
  for (const name of names.sort()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
