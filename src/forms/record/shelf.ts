import type { FormRecord } from '../../model/record.ts'
import type { Original, Reading } from './record.ts'

/** The records of one form, as who keeps another one sees them and writes to them. */
export interface Shelf {
  /** Does something while nobody else changes records of the same case. */
  exclusively<Result>(turn: string, work: () => Promise<Result>): Promise<Result>
  record(id: string): Promise<FormRecord | undefined>
  /** The ids that the index has for a case. */
  noted(key: string): Promise<readonly string[]>
  note(key: string, id: string): Promise<void>
  putOriginal(original: Original, method: Reading['method']): Promise<void>
  /** Keeps what the form asks, by which its records can be understood for as long as there are any. */
  putQuestions(form: Reading['form']): Promise<void>
  /** Puts a record in its place, when all that belongs to it is there. */
  putRecord(record: FormRecord): Promise<void>
}

/** Gives the shelf of a form; what was read by a definition that is not ours has others. */
export type Shelves = (form: Reading['form'], isUntrusted: boolean) => Promise<Shelf>
