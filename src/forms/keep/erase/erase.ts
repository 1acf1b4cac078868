import { randomBytes } from 'node:crypto'
import * as z from 'zod'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { FormId } from '../../../model/document.ts'
import type { FormRecord } from '../../../model/record.ts'
import {
  caseText,
  ERASURES,
  erasureDigest,
  IMPORTS,
  idsIn,
  recordText,
  sheetKey,
  type Tombstone,
} from '../../record/index.ts'
import { monthPath } from '../anonymous/month.ts'
import { eraseTask, taskIn } from '../keying/index.ts'
import { copiesOf, type FormFolder, folderOf, lockPath, recordPath } from '../layout.ts'
import { openStore } from '../open-store.ts'
import { allOf, recordIn, recordsIn } from '../records-in.ts'
import { finishRecords } from '../register.ts'
import { type RecordStore, textIn, textOf } from '../store.ts'
import { erasureKey } from './erased.ts'
import { deleteExport, exportsWith } from './exports.ts'

const Id = z.string().regex(/^[0-9a-f]{32}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const TaskId = z.string().regex(/^[0-9a-f]{16}$/)

/** What is to be erased; written before anything is, so that an erasure that was cut short is taken up again. */
const Erasure = z.strictObject({
  format: z.literal(1),
  on: z.iso.date(),
  why: z.enum(['retention', 'request']),
  records: z.array(
    z.strictObject({
      form: FormId,
      id: Id,
      isUntrusted: z.boolean(),
      /** Whose lock keeps an import from adding to it meanwhile: its case, or itself. */
      turn: z.string().regex(/^[0-9a-f]{32,64}$/),
      /** Of the files that it was read from. */
      files: z.array(Sha256),
    }),
  ),
  /** Forms on paper that were not keyed yet. */
  tasks: z
    .array(
      z.strictObject({ form: FormId, id: TaskId, scan: Sha256.optional(), files: z.array(Sha256) }),
    )
    .optional(),
  /** Anonymous forms of whole months. */
  months: z.array(z.strictObject({ form: FormId, month: z.string().regex(/^\d{4}-\d{2}$/) })),
})
type Erasure = z.infer<typeof Erasure>

/** What to erase, and why. */
export interface EraseOptions {
  readonly records: readonly Pick<
    FormRecord,
    'id' | 'form' | 'trust' | 'case' | 'source' | 'copies'
  >[]
  /** Forms on paper that wait to be keyed: the number of the task, and the form that it is of. */
  readonly tasks?: readonly { readonly form: string; readonly id: string }[]
  /** Anonymous forms, as `{form: 'equality-monitoring', month: '2023-11'}`. */
  readonly months?: readonly { readonly form: string; readonly month: string }[]
  /** The day of the erasure, ISO 8601. */
  readonly on: string
  /** Their time is over, or somebody asked for it. */
  readonly why: Erasure['why']
}

/** What was erased. */
export interface ErasureSummary {
  /** Files outside that held one of the records and were deleted as well. */
  readonly exports: readonly string[]
  /** Files outside that hold one of the records still: somebody has changed them since, or they lie on another machine. */
  readonly left: readonly string[]
}

const PENDING = /^pending-([0-9a-f]{16})\.json$/

/**
 * Erases records for good: each record, the files that it was read from, its archived copy, its lines in the register and the
 * index, what reports of imports say of it, and the exports that hold it. What stays is that so many were erased on that day, and
 * a digest by which the same file is refused when it comes again. Where it is cut short, the next opening of the records
 * ends it. Throws an `OperatorError` when the folder cannot be written.
 *
 * @example
 * ```ts
 * import { eraseRecords, findEntries, openRecords } from 'policypack'
 *
 * const book = await openRecords({ config: 'org.config.json' })
 * const records = findEntries(book, 'Somebody who has left').map(({ entry }) => entry.record)
 * await eraseRecords(book.dir, { records, on: '2026-11-29', why: 'request' })
 * console.log(`${records.length} records were erased`)
 * ```
 */
export async function eraseRecords(
  dir: string,
  { records, tasks = [], months = [], on, why }: EraseOptions,
): Promise<ErasureSummary> {
  const store = openStore(dir)
  const name = randomBytes(8).toString('hex')
  const erasure: Erasure = {
    format: 1,
    on,
    why,
    records: records.map(({ id, form, trust, source, copies = [], ...record }) => ({
      form: form.id,
      id,
      isUntrusted: trust !== undefined,
      turn: record.case ?? id,
      files: [...new Set([source, ...copies].flatMap(filesOf))],
    })),
    ...(tasks.length > 0 && { tasks: await tasksToErase(store, tasks) }),
    months: months.map(({ form, month }) => ({ form, month })),
  }
  // The key first: without it the tombstone could not be written when the files are gone.
  await erasureKey(store)
  await store.write(pendingPath(name), `${JSON.stringify(erasure)}\n`)
  return finish(store, name, erasure)
}

/** By what a file that a record was read from is known again, and the pictures in it. */
function filesOf({ sha256, paper }: Pick<FormRecord['source'], 'sha256' | 'paper'>): string[] {
  return [sha256, ...(paper?.sheets.map(sheetKey) ?? [])]
}

async function tasksToErase(
  store: RecordStore,
  tasks: NonNullable<EraseOptions['tasks']>,
): Promise<NonNullable<Erasure['tasks']>> {
  const found = await Promise.all(tasks.map(({ form, id }) => taskIn(store, form, id)))
  return found.flatMap((task) =>
    task
      ? {
          ...{ form: task.form.id, id: task.id },
          ...(task.original && { scan: task.original.sha256 }),
          files: task.sheets.map(({ key }) => key),
        }
      : [],
  )
}

/** Ends the erasures that were cut short. */
export async function resumeErasures(store: RecordStore): Promise<void> {
  const names = await store.names(ERASURES)
  if (names.length > 0) await store.tidy()
  for (const file of names) {
    const name = file.match(PENDING)?.[1]
    if (name === undefined) continue
    const erasure = Erasure.safeParse(parseJsonMaybe(await textIn(store, pendingPath(name)))).data
    if (erasure) await finish(store, name, erasure)
  }
}

/** Does all of it, of which any part may have been done before. */
async function finish(store: RecordStore, name: string, erasure: Erasure): Promise<ErasureSummary> {
  const ids = new Set(erasure.records.map(({ id }) => id))
  for (const [form, ofForm] of Map.groupBy(erasure.records, (one) => one.form))
    for (const isUntrusted of [false, true]) {
      const chosen = ofForm.filter((one) => one.isUntrusted === isUntrusted)
      const folder = folderOf(form, isUntrusted)
      if (chosen.length > 0 && folder) await eraseOfForm(store, folder, form, chosen)
    }
  for (const { form, id, scan } of erasure.tasks ?? []) await eraseTask(store, form, { id, scan })
  for (const { form, month } of erasure.months) {
    const folder = folderOf(form)
    if (folder) await withFolderLock(store, folder, () => store.remove(monthPath(folder, month)))
  }
  await forgetInReports(store, ids)
  const { exports, left } = await eraseExports(store, ids)
  await finishRecords(store)
  await bury(store, name, erasure)
  return { exports, left }
}

async function eraseOfForm(
  store: RecordStore,
  folder: FormFolder,
  form: string,
  chosen: Erasure['records'],
): Promise<void> {
  const ids = new Set(chosen.map(({ id }) => id))
  await withFolderLock(store, folder, async () => {
    const records = await allOf(recordsIn(store, { form, isUntrusted: folder.isUntrusted }))
    const others = records.filter(({ id }) => !ids.has(id))
    const needed = new Set(
      others.flatMap(({ source, copies = [] }) => [source, ...copies].map(({ sha256 }) => sha256)),
    )
    for (const { id, turn, files } of chosen)
      await store.exclusively(lockPath(folder, turn), async () => {
        for (const sha256 of files.filter((one) => !needed.has(one)))
          for (const path of copiesOf(folder, sha256)) await store.remove(path)
        await store.remove(`${folder.archive}/${id}.pdf`)
        await store.remove(recordPath(folder, id))
      })
    for (const other of others)
      if (other.supersedes !== undefined && ids.has(other.supersedes))
        await store.exclusively(lockPath(folder, other.case ?? other.id), () =>
          forgetLink(store, folder, other.id, ids),
        )
    await forgetInIndex(store, folder, ids)
  })
}

async function withFolderLock(
  store: RecordStore,
  folder: FormFolder,
  work: () => Promise<void>,
): Promise<void> {
  if (await store.has(folder.path)) await store.exclusively(lockPath(folder), work)
}

async function forgetLink(
  store: RecordStore,
  folder: FormFolder,
  id: string,
  ids: ReadonlySet<string>,
): Promise<void> {
  const record = await recordIn(store, folder, id)
  if (record?.supersedes === undefined || !ids.has(record.supersedes)) return
  const { supersedes: _, ...rest } = record
  await store.write(recordPath(folder, id), recordText(rest))
}

/** Takes ids out of the index of cases; a case of which nothing is left is gone, since its name tells of the answers. */
async function forgetInIndex(
  store: RecordStore,
  { cases }: FormFolder,
  ids: ReadonlySet<string>,
): Promise<void> {
  for await (const { name, bytes } of store.readEach(cases, (one) => !one.startsWith('.'))) {
    const path = `${cases}/${name}`
    const noted = idsIn(textOf(bytes))
    const left = noted.filter((id) => !ids.has(id))
    if (left.length === noted.length) continue
    if (left.length === 0) await store.remove(path)
    else await store.write(path, caseText(left))
  }
}

const Report = z.looseObject({ inputs: z.array(z.looseObject({ record: z.string().optional() })) })

/** Takes ids out of the reports of imports, which say nothing else of a record that could tell whose it is. */
async function forgetInReports(store: RecordStore, ids: ReadonlySet<string>): Promise<void> {
  for await (const { name, bytes } of store.readEach(IMPORTS, (one) => one.endsWith('.json'))) {
    const text = textOf(bytes)
    if (![...ids].some((id) => text.includes(id))) continue
    const report = Report.safeParse(parseJsonMaybe(text)).data
    const inputs = report?.inputs.map(({ record, ...input }) =>
      record === undefined || ids.has(record) ? input : { record, ...input },
    )
    if (report)
      await store.write(`${IMPORTS}/${name}`, `${JSON.stringify({ ...report, inputs })}\n`)
  }
}

async function eraseExports(store: RecordStore, ids: ReadonlySet<string>): Promise<ErasureSummary> {
  const exports: string[] = []
  const left: string[] = []
  for (const one of await exportsWith(store, ids)) {
    const stays = await deleteExport(store, one)
    if (stays === undefined) exports.push(one.path)
    else left.push(stays)
  }
  return { exports, left }
}

/** Puts the tombstone in the place of the plan. */
async function bury(
  store: RecordStore,
  name: string,
  { on, why, records, tasks = [], months }: Erasure,
): Promise<void> {
  const key = await erasureKey(store)
  const erased: Record<string, number> = {}
  for (const { form } of [...records, ...tasks, ...months]) erased[form] = (erased[form] ?? 0) + 1
  const tombstone: Tombstone = {
    format: 1,
    on,
    why,
    erased,
    files: [
      ...new Set(
        [...records, ...tasks].flatMap(({ files }) =>
          files.map((sha256) => erasureDigest(key, sha256)),
        ),
      ),
    ].sort(),
  }
  await store.write(`${ERASURES}/${on}-${name}.json`, `${JSON.stringify(tombstone)}\n`)
  await store.remove(pendingPath(name))
}

function pendingPath(name: string): string {
  return `${ERASURES}/pending-${name}.json`
}
