import {
  type AnonymousMonth,
  isMonthName,
  monthIn,
  monthName,
  monthText,
} from '../../record/index.ts'
import type { FormFolder } from '../layout.ts'
import { type RecordStore, textOf } from '../store.ts'

export function monthPath(folder: FormFolder, month: string): string {
  return `${folder.path}/${monthName(month)}`
}

/** A form's months with the paths of their files, the earliest first; `damaged` where one is not as it was written. */
export async function* monthsOf(
  store: RecordStore,
  folder: FormFolder,
): AsyncGenerator<{ path: string; month: AnonymousMonth | 'damaged' }> {
  for await (const { name, bytes } of store.readEach(folder.path, isMonthName))
    yield { path: `${folder.path}/${name}`, month: monthIn(textOf(bytes)) }
}

/** What a month's file holds; `undefined` when there is none. */
export async function readMonth(
  store: RecordStore,
  path: string,
): Promise<AnonymousMonth | undefined | 'damaged'> {
  const bytes = await store.read(path)
  return bytes && monthIn(textOf(bytes))
}

/** Writes a month's file at once, so that it is there as before or with all that was added. */
export async function writeMonth(
  store: RecordStore,
  folder: FormFolder,
  month: string,
  content: Parameters<typeof monthText>[0],
): Promise<void> {
  // The time of the file would tell the day on which the last forms came.
  const time = new Date(`${month}-01T00:00:00.000Z`)
  await store.write(monthPath(folder, month), monthText(content), time)
}
