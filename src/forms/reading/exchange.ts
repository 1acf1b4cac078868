import type { KeyedAnswers } from '../../contracts/keying.ts'
import type { KnownForms, PaperForms, Unreadable } from '../../model/extraction.ts'
import type { FormRead } from '../read-form.ts'

/** What one file may cost before it is given up. */
export interface ReadLimits {
  readonly maxBytes: number
  /** Longest time for one file, in milliseconds. */
  readonly maxMs: number
  /** Largest JavaScript heap for one file, in MiB; at least 64, which the program itself needs. */
  readonly maxHeapMb: number
}

export interface ReadContext {
  readonly known: KnownForms
  /** ISO 8601. */
  readonly today: string
  readonly password?: string | undefined
  readonly anyOrganisation: boolean
  /** Certificates of authorities, PEM or DER. */
  readonly trusted: readonly Uint8Array[]
  /** Paths of the PDFs of forms as they are handed out, by the hashes of the forms. */
  readonly blanks: ReadonlyMap<string, string>
  readonly limits: ReadLimits
}

export interface ReadRequest {
  readonly path: string
  /** By what; absent where it is the same as before. */
  readonly context?: ReadContext
}

/** What a worker says while it reads pictures: it has got a step further, and has as much time again for the next. */
export type StillReading = 'step'

/** What a person keyed from forms on paper. */
interface KeyedFile {
  readonly status: 'keyed'
  readonly keyed: KeyedAnswers
}

/** What became of one file. A file that could not be opened has no bytes. */
export type FileRead =
  | (FormRead & { readonly original: FileBytes })
  | ((PaperForms | KeyedFile) & { readonly original: FileBytes })
  | (Unreadable & { readonly original?: FileBytes })

/** A file as it was read, with its SHA-256 in lower-case hex. */
interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}
