import type { TaggedFile } from './file/index.ts'

/** One condition that a file must meet. */
export interface Rule {
  /** Where it comes from: ISO 14289-1 (PDF/UA-1) unless another standard is named. */
  readonly source: string
  /** Gives the places where the file does not meet it. */
  readonly check: (file: TaggedFile) => Iterable<string>
}
