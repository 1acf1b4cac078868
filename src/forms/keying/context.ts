import type { KnownForms } from '../../model/extraction.ts'
import type { AnonymousFormsOptions, RecordStore } from '../keep/index.ts'
import type { AnonymousForms, Keeper } from '../record/index.ts'

/** By what pictures become tasks, and tasks records. */
export interface KeyingContext extends AnonymousFormsOptions {
  readonly store: RecordStore
  /** ISO 8601. */
  readonly today: string
  readonly known: KnownForms
  readonly keeper: Keeper
  readonly anonymous: AnonymousForms
  readonly erasedOn: (sha256: string) => string | undefined
  /** By what the pictures of a form are known that wait to be keyed, those of this run among them. */
  readonly pendingKeys: (form: string) => Promise<Set<string>>
  /** The tasks of an anonymous form by the names under which their questions are shown. */
  readonly pieces: (form: string) => Promise<ReadonlyMap<string, string>>
}
