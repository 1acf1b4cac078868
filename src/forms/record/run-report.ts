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

export interface RunTotals {
  readonly counts: Readonly<Record<ImportStatus, number>>
  /** Absent when the run came to an end before they were kept. */
  readonly anonymous?: readonly AnonymousCount[]
  /** Why the run came to an end before its last file. */
  readonly endedBy?: string
}

/** A report that grows while an import runs. */
export interface RunReport {
  /** Adds what became of one input that is not anonymous. */
  add(result: ImportResult): Promise<void>
  /** Puts the report under its name as a whole, and gives its path. */
  finish(totals: RunTotals): Promise<string>
  /** Gives the report up; needed only where it is not finished. */
  discard(): Promise<void>
}

/** The name of the report of a run, `<time>-<random>.json`. */
export function reportName(startedAt: Date): string {
  const time = startedAt.toISOString().replace(/[:.]/g, '-')
  return `${time}-${crypto.randomUUID().slice(0, 8)}.json`
}

export function reportHead(startedAt: Date): string {
  return `{"format":2,"startedAt":${JSON.stringify(startedAt)},"inputs":[`
}

/** What became of one input, as the report has it. */
export function reportEntry(result: ImportResult, isFirst: boolean): string {
  return `${isFirst ? '' : ','}\n${JSON.stringify(entryOf(result))}`
}

export function reportEnd({ counts, anonymous = [], endedBy }: RunTotals): string {
  const end = JSON.stringify({
    counts,
    anonymous: anonymous.map(numbersOf),
    ...(endedBy !== undefined && { endedBy }),
  })
  return `\n],${end.slice(1)}\n`
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
