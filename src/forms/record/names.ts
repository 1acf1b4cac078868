import { answersName } from '../../contracts/answers-file.ts'
import type { FormRecord } from '../../model/record.ts'

/** The folder of records that were read by definitions which are not ours. */
export const UNTRUSTED = 'untrusted'

/** The folder, in that of a form, with the files that its records were read from. */
export const ORIGINALS = 'originals'

/** The folder, in that of a form, with the completed forms as PDFs to keep. */
export const ARCHIVE = 'archive'

/** The folder, in that of a form, with what each version of it asked, which explains the records. */
export const QUESTIONS = 'questions'

/** The folder, in that of a form, with what is to be keyed from paper. */
export const TO_KEY = 'to-key'

/** The index of cases in the folder of a form. Those of old, by another name, knew fewer spellings of a key. */
export const CASES = '.index'

/** The list of all records, in their folder. */
export const REGISTER = 'register.csv'

/** The folder with the reports of all runs. */
export const IMPORTS = 'imports'

/** The folder with the notes of what was exported to other places. */
export const EXPORTS = 'exports'

export function recordName(id: string): string {
  return `${id}.json`
}

/** The id of the record that a file in a form's folder holds, or `undefined` for any other file. */
export function idInName(name: string): string | undefined {
  return name.match(/^([0-9a-f]{32})\.json$/)?.[1]
}

/** The name of the copy of the file that a record was read from. */
export function originalName({
  sha256,
  method,
}: Pick<FormRecord['source'], 'sha256' | 'method'>): string {
  return sha256 + (isPdfMethod(method) ? '.pdf' : answersName(''))
}

/** Whether what a record was read from is kept as a PDF. */
export function isPdfMethod(method: FormRecord['source']['method']): boolean {
  return method !== 'page' && method !== 'keyed'
}

/** The name of the file with the anonymous forms of a month such as `2026-11`. */
export function monthName(month: string): string {
  return `${month}.json`
}

/** Whether a file in a form's folder has the anonymous forms of a month. */
export function isMonthName(name: string): boolean {
  return /^\d{4}-\d{2}\.json$/.test(name)
}
