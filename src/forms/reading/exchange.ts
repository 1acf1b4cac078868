import type { KeyedAnswers } from '../../contracts/keying.ts'
import type { KnownForms, PaperForms, Unreadable } from '../../model/extraction.ts'
import type { AskedForm } from '../../model/form.ts'
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

/** A completed form. */
type FileOfForm = FormRead & { readonly original: FileBytes }

/** What became of one file. A file that could not be opened has no bytes. */
export type FileRead =
  | FileOfForm
  | ((PaperForms | KeyedFile) & { readonly original: FileBytes })
  | (Unreadable & { readonly original?: FileBytes })

/** A file as it was read, with its SHA-256 in lower-case hex. */
interface FileBytes {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly sha256: string
}

/** What a worker says of a file: what its form asks, which is more than all answers, goes by a number once it was sent. */
export type SentRead =
  | Exclude<FileRead, FileOfForm>
  | (Omit<FileOfForm, 'form'> & { readonly form: AskedForm | number })

/** So many forms are known by their numbers; files may bring any number of others. */
const MOST_FORMS = 100

/** The forms that went from a worker to who reads its answers; either of them has one of its own. */
export class SentForms {
  readonly #forms: AskedForm[] = []
  readonly #numbers = new Map<string, number>()

  /** In a worker: what is sent for what was read. */
  send(read: FileRead): SentRead {
    if (read.status !== 'read') return read
    const number = this.#numbers.get(read.form.questions)
    if (number !== undefined) return { ...read, form: number }
    this.#note(read.form)
    return read
  }

  /** The other way. */
  receive(sent: SentRead): FileRead {
    if (sent.status !== 'read') return sent
    const { form } = sent
    if (typeof form === 'number') return { ...sent, form: this.#forms[form]! }
    this.#note(form)
    return { ...sent, form }
  }

  #note(form: AskedForm): void {
    if (this.#forms.length === MOST_FORMS) return
    this.#numbers.set(form.questions, this.#forms.length)
    this.#forms.push(form)
  }
}
