import type { PersonNamed } from '../../contracts/people.ts'
import type { AskedForm } from '../../model/form.ts'
import type { FormRecord } from '../../model/record.ts'

/** A record as the programme takes it, with what is known of it. */
export interface ProgrammeRecord {
  readonly record: FormRecord
  readonly form: AskedForm | undefined
  readonly people: readonly PersonNamed[]
  /** The day that it is about, ISO 8601. */
  readonly on: string
  /** Only `current` ones count. */
  readonly standing: string
}
