import { join } from 'node:path'
import { placeInside } from '../../files/inside.ts'
import { isThere } from '../../files/missing.ts'
import type { Original } from '../record/index.ts'
import type { FormFolder } from './layout.ts'
import { writeRecordFile } from './on-disk.ts'

/** Keeps the copy without what could run beside the original, where there is one. */
export async function writeCleaned(
  { cleaned }: Pick<Original, 'cleaned'>,
  folder: Pick<FormFolder, 'originals'>,
): Promise<void> {
  if (!cleaned) return
  const path = join(folder.originals, cleaned.name)
  await placeInside(folder.originals, path)
  if (!(await isThere(path))) await writeRecordFile(path, cleaned.bytes)
}
