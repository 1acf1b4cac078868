const MAX_PROBLEMS = 1000
/** A fault of the file that did not stop it from being read, but that a careful reader wants to know about. */
export type PdfProblem =
  /** Bytes stand before `%PDF-`; offsets count from the header. */
  | { readonly kind: 'leading-bytes'; readonly count: number }
  /** Other PDFs stand before this one in the file; only this one, the last, was read. */
  | { readonly kind: 'joined-files' }
  /** Bytes that belong to no revision follow the last `%%EOF`. */
  | { readonly kind: 'trailing-bytes'; readonly count: number }
  /** The cross-reference is not where the file says; it was found, and searching the whole file agrees with it. */
  | { readonly kind: 'startxref-wrong' }
  /** The cross-reference was unusable; objects were found by searching the whole file. */
  | { readonly kind: 'xref-rebuilt'; readonly why: string }
  /** A link of the chain of cross-reference sections is broken; what it would have listed was searched for. */
  | { readonly kind: 'xref-incomplete'; readonly why: string }
  /** Objects stand behind the newest cross-reference section; they were taken as the newest. */
  | { readonly kind: 'unlisted-objects'; readonly objects: readonly number[] }
  | { readonly kind: 'object-relocated'; readonly object: number }
  /** An object was not where the cross-reference says; only an older revision of it was found. */
  | { readonly kind: 'object-stale'; readonly object: number }
  /** An object is not readable where it should be, nor anywhere else; it counts as null. */
  | { readonly kind: 'object-unreadable'; readonly object: number }
  /** A dictionary has the same key twice; the last one counts. */
  | { readonly kind: 'duplicate-key'; readonly object: number; readonly key: string }
  /** A string of an encrypted file is not encrypted; it was read as it stands. */
  | { readonly kind: 'string-not-encrypted'; readonly object: number }
  /** Something inside an object is no PDF syntax; it counts as null. */
  | { readonly kind: 'malformed'; readonly object: number; readonly why: string }
  /** A stream does not decode to its end, or its checksum is wrong. */
  | { readonly kind: 'stream-damaged'; readonly object: number; readonly why: string }
  /** The page tree is broken or loops, and `pages` were found. */
  | { readonly kind: 'page-tree-damaged'; readonly pages: number }
  /** Reading stopped at a limit, so something may be missing. */
  | { readonly kind: 'limit-reached'; readonly limit: string }

/** Collects problems: each one once, and not more than a bounded number, so that a hostile file cannot fill the memory. */
export class ProblemList {
  readonly all: PdfProblem[] = []
  readonly #seen = new Set<string>()

  add(problem: PdfProblem): void {
    if (this.all.length >= MAX_PROBLEMS) return
    const key = JSON.stringify(problem)
    if (this.#seen.has(key)) return
    this.#seen.add(key)
    this.all.push(problem)
  }
}
