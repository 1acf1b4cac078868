import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { growFile } from '../../files/growing-file.ts'
import {
  IMPORTS,
  type RunReport,
  reportEnd,
  reportEntry,
  reportHead,
  reportName,
} from '../record/index.ts'

/** Begins the report of a run in `<dir>/imports`, for the owner's eyes only; it grows while the import runs, so that its length costs no memory. */
export async function startRunReport(dir: string, startedAt: Date): Promise<RunReport> {
  const folder = join(dir, IMPORTS)
  await makePrivateFolder(folder)
  const file = await growFile(folder)
  await file.write(reportHead(startedAt))
  let isFirst = true
  return {
    async add(result) {
      await file.write(reportEntry(result, isFirst))
      isFirst = false
    },
    async finish(totals) {
      await file.write(reportEnd(totals))
      const path = join(folder, reportName(startedAt))
      await file.finish(path)
      return path
    },
    discard: file.discard,
  }
}
