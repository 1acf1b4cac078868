/** A fault of the file that did not stop it from being read, but that a careful reader wants to know about. */
export type PdfProblem =
  /** Bytes stand before `%PDF-`; offsets count from the header. */
  | { kind: 'leading-bytes'; count: number }
  /** Other PDFs stand before this one in the file; only this one, the last, was read. */
  | { kind: 'joined-files' }
  /** Bytes that belong to no revision follow the last `%%EOF`. */
  | { kind: 'trailing-bytes'; count: number }
  /** The cross-reference is not where the file says; it was found, and searching the whole file agrees with it. */
  | { kind: 'startxref-wrong' }
  /** The cross-reference was unusable; objects were found by searching the whole file. */
  | { kind: 'xref-rebuilt'; why: string }
  /** A link of the chain of cross-reference sections is broken; what it would have listed was searched for. */
  | { kind: 'xref-incomplete'; why: string }
  /** Objects stand behind the newest cross-reference section; they were taken as the newest. */
  | { kind: 'unlisted-objects'; objects: readonly number[] }
  /** An object was not where the cross-reference says and was found elsewhere. */
  | { kind: 'object-relocated'; object: number }
  /** An object was not where the cross-reference says; only an older revision of it was found. */
  | { kind: 'object-stale'; object: number }
  /** An object is not readable where it should be, nor anywhere else; it counts as null. */
  | { kind: 'object-unreadable'; object: number }
  /** A dictionary has the same key twice; the last one counts. */
  | { kind: 'duplicate-key'; object: number; key: string }
  /** A string of an encrypted file is not encrypted; it was read as it stands. */
  | { kind: 'string-not-encrypted'; object: number }
  /** Something inside an object is no PDF syntax; it counts as null. */
  | { kind: 'malformed'; object: number; why: string }
  /** A stream does not decode to its end, or its checksum is wrong. */
  | { kind: 'stream-damaged'; object: number; why: string }
  /** The page tree is broken or loops, and `pages` were found. */
  | { kind: 'page-tree-damaged'; pages: number }
  /** Reading stopped at a limit, so something may be missing. */
  | { kind: 'limit-reached'; limit: string }

/** Collects problems: each one once, and not more than a bounded number, so that a hostile file cannot fill the memory. */
export class ProblemList {
  readonly all: PdfProblem[] = []
  readonly #seen = new Set<string>()

  add(problem: PdfProblem): void {
    if (this.all.length >= maxProblems) return
    const key = JSON.stringify(problem)
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.all.push(problem)
  }
}

const maxProblems = 1000
