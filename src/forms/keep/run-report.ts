import {
  IMPORTS,
  type RunReport,
  reportEnd,
  reportEntry,
  reportHead,
  reportName,
} from '../record/index.ts'
import type { RecordStore } from './store.ts'

/** Begins the report of a run, for the owner's eyes only; it grows while the import runs, so that its length costs no memory. */
export async function startRunReport(store: RecordStore, startedAt: Date): Promise<RunReport> {
  const file = await store.grow(IMPORTS)
  await file.write(reportHead(startedAt))
  let isFirst = true
  return {
    async add(result) {
      await file.write(reportEntry(result, isFirst))
      isFirst = false
    },
    async finish(totals) {
      await file.write(reportEnd(totals))
      const path = `${IMPORTS}/${reportName(startedAt)}`
      await file.finish(path)
      return store.shown(path)
    },
    discard: file.discard,
  }
}
