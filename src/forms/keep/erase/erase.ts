import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { cleanedName } from '../../../contracts/file-names.ts'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { makePrivateFolder } from '../../../files/folder.ts'
import { ifThere, isThere } from '../../../files/missing.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { sweep } from '../../../files/temporary.ts'
import { FormId } from '../../../model/document.ts'
import type { FormRecord } from '../../../model/record.ts'
import { erasureDigest, type Tombstone } from '../../record/index.ts'
import { monthPath } from '../anonymous/month.ts'
import {
  type FormFolder,
  folderOf,
  lockPath,
  originalPath,
  recordPath,
  refuseLinks,
  untrustedIn,
} from '../layout.ts'
import { withImportLock, writeRecordFile } from '../on-disk.ts'
import { allOf, readRecord, readRecords } from '../read-records.ts'
import { finishRecords } from '../register.ts'
import { erasureKey, erasuresIn } from './erased.ts'
import { deleteExport, exportsWith, sweepExports } from './exports.ts'

const Id = z.string().regex(/^[0-9a-f]{32}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

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
  /** Files outside that somebody has changed since they were written, which hold one of the records still. */
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
  { records, months = [], on, why }: EraseOptions,
): Promise<ErasureSummary> {
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
      files: [...new Set([source, ...copies].map(({ sha256 }) => sha256))],
    })),
    months: months.map(({ form, month }) => ({ form, month })),
  }
  await makePrivateFolder(erasuresIn(dir))
  // The key first: without it the tombstone could not be written when the files are gone.
  await erasureKey(dir)
  await writeRecordFile(pendingPath(dir, name), `${JSON.stringify(erasure)}\n`)
  return finish(dir, name, erasure)
}

/** Ends the erasures that were cut short. */
export async function resumeErasures(dir: string): Promise<void> {
  const names = (await ifThere(readdir(erasuresIn(dir)))) ?? []
  if (names.length > 0) await sweep(erasuresIn(dir))
  for (const file of names) {
    const name = file.match(PENDING)?.[1]
    if (name === undefined) continue
    const text = (await readBytesMaybe(pendingPath(dir, name)))?.toString() ?? ''
    const erasure = Erasure.safeParse(parseJsonMaybe(text)).data
    if (erasure) await finish(dir, name, erasure)
  }
}

/** Does all of it, of which any part may have been done before. */
async function finish(dir: string, name: string, erasure: Erasure): Promise<ErasureSummary> {
  const ids = new Set(erasure.records.map(({ id }) => id))
  for (const [form, ofForm] of Map.groupBy(erasure.records, (one) => one.form))
    for (const isUntrusted of [false, true]) {
      const chosen = ofForm.filter((one) => one.isUntrusted === isUntrusted)
      const home = isUntrusted ? untrustedIn(dir) : dir
      const folder = folderOf(home, form)
      if (chosen.length > 0 && folder) await eraseOfForm(home, folder, form, chosen)
    }
  for (const { form, month } of erasure.months) {
    const folder = folderOf(dir, form)
    if (!folder) continue
    await refuseLinks(folder)
    await withFolderLock(folder, () => rm(monthPath(folder, month), { force: true }))
  }
  await forgetInReports(join(dir, 'imports'), ids)
  const { exports, left } = await eraseExports(dir, ids)
  await finishRecords(dir)
  await bury(dir, name, erasure)
  return { exports, left }
}

async function eraseOfForm(
  home: string,
  folder: FormFolder,
  form: string,
  chosen: Erasure['records'],
): Promise<void> {
  await refuseLinks(folder)
  const ids = new Set(chosen.map(({ id }) => id))
  await withFolderLock(folder, async () => {
    const others = (await allOf(readRecords(home, { form }))).filter(({ id }) => !ids.has(id))
    const needed = new Set(
      others.flatMap(({ source, copies = [] }) => [source, ...copies].map(({ sha256 }) => sha256)),
    )
    for (const { id, turn, files } of chosen)
      await withImportLock(lockPath(folder, turn), async () => {
        for (const sha256 of files.filter((one) => !needed.has(one)))
          for (const path of copiesOf(folder, sha256)) await rm(path, { force: true })
        await rm(join(folder.path, 'archive', `${id}.pdf`), { force: true })
        await rm(recordPath(folder, id), { force: true })
      })
    for (const other of others)
      if (other.supersedes !== undefined && ids.has(other.supersedes))
        await withImportLock(lockPath(folder, other.case ?? other.id), () =>
          forgetLink(folder, other.id, ids),
        )
    await forgetInIndex(folder, ids)
  })
}

async function withFolderLock(folder: FormFolder, work: () => Promise<void>): Promise<void> {
  if (await isThere(folder.path)) await withImportLock(lockPath(folder), work)
}

function copiesOf(folder: FormFolder, sha256: string): string[] {
  return [
    originalPath(folder, { sha256, method: 'fields' }),
    originalPath(folder, { sha256, method: 'page' }),
    join(folder.originals, cleanedName(sha256)),
  ]
}

async function forgetLink(folder: FormFolder, id: string, ids: ReadonlySet<string>): Promise<void> {
  const record = await readRecord(recordPath(folder, id))
  if (record?.supersedes === undefined || !ids.has(record.supersedes)) return
  const { supersedes: _, ...rest } = record
  await writeRecordFile(recordPath(folder, id), `${JSON.stringify(rest, null, 2)}\n`)
}

/** Takes ids out of the index of cases; a case of which nothing is left is gone, since its name tells of the answers. */
async function forgetInIndex({ cases }: FormFolder, ids: ReadonlySet<string>): Promise<void> {
  await sweep(cases)
  for (const name of (await ifThere(readdir(cases))) ?? []) {
    const path = join(cases, name)
    const lines = ((await readBytesMaybe(path))?.toString() ?? '').split('\n').filter(Boolean)
    const left = lines.filter((id) => !ids.has(id))
    if (left.length === lines.length) continue
    if (left.length === 0) await rm(path, { force: true })
    else await writeRecordFile(path, `${left.join('\n')}\n`)
  }
}

const Report = z.looseObject({ inputs: z.array(z.looseObject({ record: z.string().optional() })) })

/** Takes ids out of the reports of imports, which say nothing else of a record that could tell whose it is. */
async function forgetInReports(folder: string, ids: ReadonlySet<string>): Promise<void> {
  for (const name of (await ifThere(readdir(folder))) ?? []) {
    const path = join(folder, name)
    const text = (await readBytesMaybe(path).catch(() => undefined))?.toString() ?? ''
    if (![...ids].some((id) => text.includes(id))) continue
    const report = Report.safeParse(parseJsonMaybe(text)).data
    const inputs = report?.inputs.map(({ record, ...input }) =>
      record === undefined || ids.has(record) ? input : { record, ...input },
    )
    if (report) await writeRecordFile(path, `${JSON.stringify({ ...report, inputs })}\n`)
  }
}

async function eraseExports(dir: string, ids: ReadonlySet<string>): Promise<ErasureSummary> {
  await sweepExports(dir)
  const known = await exportsWith(dir, ids)
  const left: string[] = []
  for (const one of known) {
    const changed = await deleteExport(dir, one)
    if (changed !== undefined) left.push(changed)
  }
  return { exports: known.map(({ path }) => path).filter((path) => !left.includes(path)), left }
}

/** Puts the tombstone in the place of the plan. */
async function bury(dir: string, name: string, { on, why, records, months }: Erasure) {
  const key = await erasureKey(dir)
  const erased: Record<string, number> = {}
  for (const { form } of [...records, ...months]) erased[form] = (erased[form] ?? 0) + 1
  const tombstone: Tombstone = {
    format: 1,
    on,
    why,
    erased,
    files: [
      ...new Set(records.flatMap(({ files }) => files.map((sha256) => erasureDigest(key, sha256)))),
    ].sort(),
  }
  await writeRecordFile(
    join(erasuresIn(dir), `${on}-${name}.json`),
    `${JSON.stringify(tombstone)}\n`,
  )
  await rm(pendingPath(dir, name), { force: true })
}

function pendingPath(dir: string, name: string): string {
  return join(erasuresIn(dir), `pending-${name}.json`)
}
