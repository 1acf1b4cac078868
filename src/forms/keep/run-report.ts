import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { growFile } from '../../files/growing-file.ts'
import type { AnonymousCount, ImportResult, ImportStatus, RuleCounts } from '../../model/record.ts'

/**
 * What the report of a run says of one input: neither its name nor its answers, which only the record holds, so that a
 * record can be erased without a look at the reports.
 */
interface Entry {
  readonly status: ImportStatus
  readonly form?: string
  readonly record?: string
  /** How often each rule had something to say. */
  readonly rules: RuleCounts
}

/** What became of the inputs of a run. */
interface RunTotals {
  readonly counts: Readonly<Record<ImportStatus, number>>
  /** Absent when the run came to an end before they were kept. */
  readonly anonymous?: readonly AnonymousCount[]
  /** Why the run came to an end before its last file. */
  readonly endedBy?: string
}

/** A report that grows while an import runs, so that its length costs no memory. */
export interface RunReport {
  /** Adds what became of one input that is not anonymous. */
  add(result: ImportResult): Promise<void>
  /** Puts the report under its name, `imports/<time>-<random>.json`, as a whole, and gives its path. */
  finish(totals: RunTotals): Promise<string>
  /** Gives the report up; needed only where it is not finished. */
  discard(): Promise<void>
}

/** Begins the report of a run in `<dir>/imports`, for the owner's eyes only. */
export async function startRunReport(dir: string, startedAt: Date): Promise<RunReport> {
  const folder = join(dir, 'imports')
  await makePrivateFolder(folder)
  const file = await growFile(folder)
  await file.write(`{"format":2,"startedAt":${JSON.stringify(startedAt)},"inputs":[`)
  let separator = '\n'
  return {
    async add(result) {
      await file.write(`${separator}${JSON.stringify(entryOf(result))}`)
      separator = ',\n'
    },
    async finish({ counts, anonymous = [], endedBy }) {
      const end = JSON.stringify({
        counts,
        anonymous: anonymous.map(numbersOf),
        ...(endedBy !== undefined && { endedBy }),
      })
      await file.write(`\n],${end.slice(1)}\n`)
      const time = startedAt.toISOString().replace(/[:.]/g, '-')
      const path = join(folder, `${time}-${randomUUID().slice(0, 8)}.json`)
      await file.finish(path)
      return path
    },
    discard: file.discard,
  }
}

function entryOf({ status, record, messages }: ImportResult): Entry {
  const byRule = Map.groupBy(messages, ({ rule }) => rule)
  return {
    status,
    ...(record && { form: record.form.id, record: record.id }),
    rules: Object.fromEntries([...byRule].map(([rule, alike]) => [rule, alike.length])),
  }
}

/** The report has a time. Beside it, what was found in one form of a small run would tell when its answers came. */
function numbersOf({ form, counted, repeated, refused }: AnonymousCount) {
  return { form, counted, repeated, refused }
}
