import type { Message } from '../messages/message.ts'
import type { FormDefinition } from './form.ts'
import type { PaperCopy, PaperRead } from './paper.ts'

/** What one field of a completed form holds, before it is checked. */
export interface RawValue {
  /** Texts, chosen options or on-states in the order of the file; empty when blank. Line ends are `\n`, text is NFC. */
  readonly texts: readonly string[]
  /** 1 when it was read from the field itself; below 1 when it was recovered from the page. */
  readonly confidence: number
  /** Something is written there, and a person could not read it. */
  readonly isUnreadable?: true
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
  /** For digital ones: where in the file the string of the CMS object begins; not checked when absent. */
  readonly contentsStart?: number
  readonly subFilter?: string
}

/** Something that somebody wrote or drew on a page and that is in none of the boxes. */
export interface Remark {
  /** Page of the file, counted from 0. */
  readonly page: number
  /** The subtype of an annotation (ISO 32000-1, table 169); `FreeText` and `Ink` also for what became part of the page. */
  readonly subtype: string
  /** What it says; empty for a drawing. */
  readonly text: string
}

/** A copy of a file from which all was taken out that could run. */
export interface CleanedCopy {
  /** Under which name it is to lie beside the original. */
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was read from a completed form. Stages decide by the facts; the messages are for people. */
export interface Extraction {
  readonly status: 'read'
  readonly form: FormDefinition
  readonly trust: Trust
  readonly method: 'fields' | 'flattened' | 'page' | 'keyed' | 'paper'
  /** By fully qualified name of the PDF field; a name that is absent was not in the file. */
  readonly values: ReadonlyMap<string, RawValue>
  /** Fields that the form does not have, added by somebody. */
  readonly extra: ReadonlyMap<string, readonly string[]>
  readonly signatures: readonly RawSignature[]
  /** What somebody added to the pages that is no answer. */
  readonly remarks: readonly Remark[]
  /** Pages of the form that the file does not have, counted from 0. */
  readonly missingPages: readonly number[]
  /** Names of the fields with characters that the program which wrote them damaged. */
  readonly damaged: ReadonlySet<string>
  /** Names of the fields whose answers the file itself leaves in doubt. */
  readonly doubtful: ReadonlySet<string>
  /** The program that says it wrote the file. */
  readonly software?: string
  /** When the file says that it was last changed since it was handed out, ISO 8601. */
  readonly modified?: string
  /** The same form without what could run when somebody opens it, for people to look at; absent where nothing could. */
  readonly cleaned?: CleanedCopy
  /** What is to be said of the file. */
  readonly messages: readonly Message[]
  /** What is to be said of what somebody added to it, which quotes that; nothing of an anonymous form. */
  readonly added: readonly Message[]
}

/** A file from which no record can be made; its messages say why. */
export interface Unreadable {
  readonly status: 'unreadable'
  /** The form that it is, where that is known all the same. */
  readonly form?: Pick<FormDefinition, 'id' | 'sensitive'>
  /** Its pages are pictures, as of a form on paper. */
  readonly isPicture?: true
  /** It is private: it can be read, and nothing of it may be kept. */
  readonly isPrivate?: true
  readonly messages: readonly Message[]
}

/** Pictures of forms on paper. What is written there has to be read by a person. */
export interface PaperForms {
  readonly status: 'paper'
  /** Of anonymous forms it says nothing. */
  readonly paper: PaperRead
  readonly copies: readonly PaperCopy[]
  /** Forms among them of which nothing is kept because they are private. */
  readonly isPrivate?: true
  /** Of forms that are not taken, why. */
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
  /** Days on which nobody works there, beside weekends, ISO 8601. */
  readonly holidays?: readonly string[]
}
