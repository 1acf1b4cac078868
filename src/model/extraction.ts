import type { Message } from '../messages/message.ts'
import type { FormDefinition } from './form.ts'

/** What one field of a completed form holds, before it is checked. */
export interface RawValue {
  /** Texts, chosen options or on-states in the order of the file; empty when blank. Line ends are `\n`, text is NFC. */
  readonly texts: readonly string[]
  /** 1 when it was read from the field itself; below 1 when it was recovered from the page. */
  readonly confidence: number
}

/** How a form's definition was come by, from the most to the least trusted. */
export type Trust = 'local' | 'published' | 'embedded'

/** A signature as it stands in a file. */
export interface RawSignature {
  /** Dotted name of the signature field. */
  readonly field: string
  readonly kind: 'digital' | 'typed' | 'drawn'
  /** The typed name, or the name that the signature dictionary gives. */
  readonly by?: string
  /** Time of signing as the signer claims it, ISO 8601. */
  readonly at?: string
  /** For digital ones: start and length pairs of the signed bytes (ISO 32000-1, 12.8.1). */
  readonly byteRange?: readonly number[]
  /** For digital ones: where in the file the PDF begins, from which these count; 0 when absent. */
  readonly start?: number
  /** For digital ones: the CMS object, DER. */
  readonly contents?: Uint8Array
  readonly subFilter?: string
}

/** What was read from a completed form. */
export interface Extraction {
  readonly status: 'read'
  readonly form: FormDefinition
  readonly trust: Trust
  readonly method: 'fields' | 'flattened'
  /** By fully qualified name of the PDF field; a name that is absent was not in the file. */
  readonly values: ReadonlyMap<string, RawValue>
  /** Fields that the form does not have, added by somebody. */
  readonly extra: ReadonlyMap<string, readonly string[]>
  readonly signatures: readonly RawSignature[]
  /** The program that says it wrote the file. */
  readonly software?: string
  readonly messages: readonly Message[]
}

/** A file from which no record can be made; its messages say why. */
export interface Unreadable {
  readonly status: 'unreadable'
  readonly messages: readonly Message[]
}

/** The definitions by which completed forms can be read. */
export interface KnownForms {
  /** The forms that the organisation has now. */
  readonly definitions: readonly FormDefinition[]
  /** Hashes of all forms that it ever handed out, those of the questions among them. */
  readonly publishedHashes: ReadonlySet<string>
  /** The organisation's name, when it is known. */
  readonly organisation?: string
}
