import type { KnownForms } from '../../model/extraction.ts'
import type { ImportResult } from '../../model/record.ts'
import type { AnonymousFormsOptions, RecordStore, StoredTask } from '../keep/index.ts'
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

/** What became of one form that was keyed; the result of an anonymous one is only counted. */
export interface KeyedForm {
  readonly result?: ImportResult
  /** Nothing of it waits here. */
  readonly isUnknown?: true
  /** A task that is done when all is kept. */
  readonly done?: StoredTask
  /** A task that came of it: pages of which a person said the form. */
  readonly came?: readonly StoredTask[]
}
