import { basename } from 'node:path'
import { sha256Hex } from '../../contracts/hash.ts'
import { openPdf, PdfError, type PdfFile, pdfOfPages } from '../../pdf/index.ts'
import {
  putScan,
  putTask,
  removeScan,
  removeTask,
  type StoredSheet,
  type StoredTask,
  scanIn,
  taskIn,
} from '../keep/index.ts'
import { isSameSheet } from '../paper/index.ts'
import type { KeyingContext } from './context.ts'
import { piecesOf, type TracesByKey } from './take.ts'

/** What is known of a task without its pictures. */
export interface TaskHead {
  readonly id: string
  readonly form: Pick<StoredTask['form'], 'id' | 'hash' | 'pages'>
  readonly pages: readonly number[]
  readonly sheets: readonly SheetHead[]
}

interface SheetHead extends Pick<StoredSheet, 'page' | 'boxes' | 'traces'> {
  /** Name of the file that it came in; absent of an anonymous form. */
  readonly file?: string
}

/** @param known where sheets have ink of which that is not kept */
export function headOf({ id, form, sheets }: StoredTask, known: TracesByKey): TaskHead {
  const { hash, pages } = form
  const there = [...new Set(sheets.map(({ page }) => page))]
  return {
    ...{ id, form: { id: form.id, hash, pages }, pages: there },
    sheets: sheets.map(({ key, page, boxes, traces = known.get(key), from }) => ({
      ...{ page, boxes },
      ...(traces && { traces: { ...traces, squares: [...traces.squares] } }),
      ...(from && { file: basename(from.file) }),
    })),
  }
}

/** Whether two pictures show the same sheet. */
export function areSame(one: SheetHead, other: SheetHead): boolean {
  const [a, b] = [one, other].map(({ boxes, traces }) => traces && { boxes, traces })
  return one.page === other.page && a !== undefined && b !== undefined && isSameSheet(a, b)
}

/**
 * Makes one task of several that are pages of the same form, under the id of the first, so that what was keyed of that stays right. Where
 * their pictures cannot be put into one file, they stay apart.
 */
export async function joinTasks(
  heads: readonly TaskHead[],
  isMixed: boolean,
  { store, now, traces }: Pick<KeyingContext, 'store' | 'now'> & { readonly traces: TracesByKey },
): Promise<TaskHead | undefined> {
  const tasks: StoredTask[] = []
  for (const { id, form } of heads) {
    const task = await taskIn(store, form.id, id)
    if (task) tasks.push(task)
  }
  const [first] = tasks
  if (!first || tasks.length < 2) return undefined
  const parts = tasks
    .flatMap((task) => task.sheets.map((sheet) => ({ task, sheet })))
    .sort((a, b) => a.sheet.page - b.sheet.page)
  // Of what is private on one of them, no picture of any is kept.
  const isKept = tasks.every((task) => task.original)
  const scan = isKept ? await joinedScan(parts, tasks, store) : undefined
  if (isKept && !scan) return undefined
  const { original: _, ...rest } = first
  const sheets = parts.map(({ sheet }, at) => ({ ...sheet, at: scan ? at : sheet.at }))
  const original = scan && { sha256: sha256Hex(scan), bytes: scan.length }
  const joined: StoredTask = {
    ...rest,
    isMixed: isMixed || tasks.some((task) => task.isMixed),
    sheets,
    withheld: [...new Set(tasks.flatMap(({ withheld }) => withheld))],
    ...(original && { original }),
    ...(first.pieces && {
      pieces: piecesOf(sheets, Object.assign({}, ...tasks.map(({ pieces }) => pieces))),
    }),
    answers: Object.assign({}, ...tasks.map(({ answers }) => answers)),
  }
  if (scan && original) await putScan(store, first.form.id, original.sha256, scan)
  await putTask(store, joined, now)
  for (const task of tasks) {
    if (task.id !== first.id) await removeTask(store, task)
    if (task.original?.sha256 !== original?.sha256) await removeScan(store, task)
  }
  return headOf(joined, traces)
}

async function joinedScan(
  parts: readonly { readonly task: StoredTask; readonly sheet: StoredTask['sheets'][number] }[],
  tasks: readonly StoredTask[],
  store: KeyingContext['store'],
): Promise<Uint8Array | undefined> {
  const files = new Map<StoredTask, PdfFile>()
  try {
    for (const task of tasks) {
      const bytes = await scanIn(store, task)
      if (!bytes) return undefined
      files.set(task, openPdf(new Uint8Array(bytes)))
    }
    return pdfOfPages(parts.map(({ task, sheet }) => ({ file: files.get(task)!, page: sheet.at })))
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}
