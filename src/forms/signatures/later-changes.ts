import type { Extraction, Remark } from '../../model/extraction.ts'
import type { RecordSignature } from '../../model/record.ts'
import { looksAsBefore, type PageLook } from '../../pdf/index.ts'

/** What a file said at one time, and how its pages looked. */
export interface FileState {
  readonly said: Extraction
  readonly looks: readonly PageLook[]
}

/** What came to a file after it was signed. */
export type LaterChanges = Required<
  Pick<
    RecordSignature,
    'changedAfter' | 'overwrittenAfter' | 'signedAfter' | 'redrawnAfter' | 'remarkedAfter'
  >
>

/** Compares a file as it was when somebody signed it with the file as it came. */
export function laterChanges(signed: FileState, now: FileState): LaterChanges {
  const before = answersOf(signed.said)
  const after = answersOf(now.said)
  const names = [...new Set([...after.keys(), ...before.keys()])]
  const changedAfter = names.filter((name) => textOf(after, name) !== textOf(before, name))
  return {
    changedAfter,
    overwrittenAfter: changedAfter.filter((name) => (before.get(name) ?? []).length > 0),
    signedAfter: now.said.signatures
      .filter(({ field }) => !signed.said.signatures.some((earlier) => earlier.field === field))
      .map(({ field }) => field),
    redrawnAfter: signed.looks.flatMap((look, page) =>
      looksAsBefore(look, now.looks[page]) ? [] : [page],
    ),
    remarkedAfter: newRemarkPages(signed.said.remarks, now.said.remarks),
  }
}

/** What stands in every field, those that are not of the form among them. */
function answersOf({ values, extra }: Extraction): ReadonlyMap<string, readonly string[]> {
  return new Map([...extra, ...Array.from(values, ([name, { texts }]) => [name, texts] as const)])
}

function textOf(answers: ReadonlyMap<string, readonly string[]>, name: string): string {
  return JSON.stringify(answers.get(name) ?? [])
}

function newRemarkPages(before: readonly Remark[], after: readonly Remark[]): number[] {
  const told = new Set(before.map((remark) => JSON.stringify(remark)))
  const fresh = after.filter((remark) => !told.has(JSON.stringify(remark)))
  return [...new Set(fresh.map(({ page }) => page))].sort((a, b) => a - b)
}
