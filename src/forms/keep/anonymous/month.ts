import { randomInt } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { parseJsonMaybe } from '../../../contracts/json.ts'
import { ifThere } from '../../../files/missing.ts'
import { AnonymousRecord } from '../../../model/record.ts'
import type { FormFolder } from '../layout.ts'
import { writeRecordFile } from '../on-disk.ts'

/** The anonymous forms of one month, `<dir>/<form>/<YYYY-MM>.json`, in an order that is drawn anew with each writing. */
const AnonymousMonth = z.strictObject({
  format: z.literal(1),
  answers: z.array(AnonymousRecord),
  /** Digests of the files that were counted, sorted; they say nothing without the key, and not which answers are whose. */
  seen: z.array(z.string()),
})
export type AnonymousMonth = z.infer<typeof AnonymousMonth>

const NAME = /^\d{4}-\d{2}\.json$/

/** The file of a month such as `2026-11`. */
export function monthPath(folder: FormFolder, month: string): string {
  return join(folder.path, `${month}.json`)
}

/** The month of a time, `2026-11`, in UTC. */
export function monthOf(time: Date | string): string {
  return new Date(time).toISOString().slice(0, 7)
}

/** The paths of a form's months, the earliest first. */
export async function monthsOf(folder: FormFolder): Promise<string[]> {
  const names = (await ifThere(readdir(folder.path))) ?? []
  return names
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => join(folder.path, name))
}

/** What a month's file holds; `undefined` when there is none, `damaged` when it is not as it was written. */
export async function readMonth(path: string): Promise<AnonymousMonth | undefined | 'damaged'> {
  const text = await ifThere(readFile(path, 'utf8'))
  if (text === undefined) return undefined
  return AnonymousMonth.safeParse(parseJsonMaybe(text)).data ?? 'damaged'
}

/** Writes a month's file at once, so that it is there as before or with all that was added. */
export async function writeMonth(
  folder: FormFolder,
  month: string,
  { answers, seen }: Pick<AnonymousMonth, 'answers' | 'seen'>,
): Promise<void> {
  const content: AnonymousMonth = { format: 1, answers: shuffled(answers), seen: seen.toSorted() }
  // The time of the file would tell the day on which the last forms came.
  const time = new Date(`${month}-01T00:00:00.000Z`)
  await writeRecordFile(monthPath(folder, month), `${JSON.stringify(content, null, 2)}\n`, time)
}

/** The same in an order that nobody can foresee (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = randomInt(last + 1)
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
}
