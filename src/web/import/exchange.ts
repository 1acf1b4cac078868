import type { KnownFormsData } from '../../contracts/import-page.ts'
import type { FileRead } from '../../forms/reading/exchange.ts'

/** What all files of a run are read by, which a worker is told first. */
export interface ReaderContext {
  readonly known: KnownFormsData
  /** ISO 8601. */
  readonly today: string
  readonly password?: string | undefined
  readonly anyOrganisation: boolean
}

/** What a worker is asked to read. */
export interface ReaderRequest {
  readonly path: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** What came of it; a worker without cryptography gives a file back that has a digital signature. */
export type ReaderAnswer =
  | { readonly read: FileRead }
  | { readonly unread: Uint8Array<ArrayBuffer> }
