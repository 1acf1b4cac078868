import { OperatorError } from '../../messages/operator-error.ts'
import {
  type AnonymousCount,
  type ImportResult,
  type ImportStatus,
  noneOfEach,
} from '../../model/record.ts'
import type { RunReport } from './run-report.ts'

/** Counts what becomes of the files of one run, and writes it into the report of the run where there is one. */
export class Tally {
  readonly #report: RunReport | undefined
  readonly counts: Record<ImportStatus, number> = noneOfEach()
  /** No file was rejected or waits for a decision, and each record that was kept is complete. */
  isAllWell = true
  #anonymous: readonly AnonymousCount[] = []

  constructor(report?: RunReport) {
    this.#report = report
  }

  async add(result: ImportResult): Promise<void> {
    this.counts[result.status] += 1
    this.isAllWell &&= isWell(result)
    await this.#report?.add(result)
  }

  addAnonymous(counts: readonly AnonymousCount[]): void {
    this.#anonymous = counts
    this.isAllWell &&= counts.every(
      ({ incomplete, refused, toKey = 0 }) => incomplete + refused + toKey === 0,
    )
  }

  /** Ends the report after the last file and gives its path. */
  async finish(): Promise<string | undefined> {
    return this.#report?.finish({ counts: this.counts, anonymous: this.#anonymous })
  }

  /** Ends the report of a run that comes to an end before its last file. */
  async endEarly(error: unknown): Promise<void> {
    const endedBy = error instanceof OperatorError ? error.message : 'A fault of policypack'
    const totals = { counts: this.counts, anonymous: this.#anonymous, endedBy }
    // Where the disk is full, there is no report either.
    await this.#report?.finish(totals).catch(() => this.#report?.discard())
  }
}

function isWell({ status, record }: ImportResult): boolean {
  if (status === 'untrusted' || status === 'unconfirmed') return false
  return status === 'duplicate' || record?.status === 'complete'
}
