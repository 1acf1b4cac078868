import type { Original } from '../record/index.ts'
import type { FormFolder } from './layout.ts'
import type { RecordStore } from './store.ts'

/** Keeps the copy without what could run beside the original, where there is one. */
export async function writeCleaned(
  store: RecordStore,
  { originals }: Pick<FormFolder, 'originals'>,
  { cleaned }: Pick<Original, 'cleaned'>,
): Promise<void> {
  if (!cleaned) return
  const path = `${originals}/${cleaned.name}`
  if (!(await store.has(path))) await store.write(path, cleaned.bytes)
}
