import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ifThere } from '../../../files/missing.ts'
import {
  type AnonymousMonth,
  isMonthName,
  monthIn,
  monthName,
  monthText,
} from '../../record/index.ts'
import type { FormFolder } from '../layout.ts'
import { writeRecordFile } from '../on-disk.ts'

/** The file of a month such as `2026-11`. */
export function monthPath(folder: FormFolder, month: string): string {
  return join(folder.path, monthName(month))
}

/** The paths of a form's months, the earliest first. */
export async function monthsOf(folder: FormFolder): Promise<string[]> {
  const names = (await ifThere(readdir(folder.path))) ?? []
  return names
    .filter(isMonthName)
    .sort()
    .map((name) => join(folder.path, name))
}

/** What a month's file holds; `undefined` when there is none, `damaged` when it is not as it was written. */
export async function readMonth(path: string): Promise<AnonymousMonth | undefined | 'damaged'> {
  const text = await ifThere(readFile(path, 'utf8'))
  return text === undefined ? undefined : monthIn(text)
}

/** Writes a month's file at once, so that it is there as before or with all that was added. */
export async function writeMonth(
  folder: FormFolder,
  month: string,
  content: Parameters<typeof monthText>[0],
): Promise<void> {
  // The time of the file would tell the day on which the last forms came.
  const time = new Date(`${month}-01T00:00:00.000Z`)
  await writeRecordFile(monthPath(folder, month), monthText(content), time)
}
