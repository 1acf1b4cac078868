import type { KeyedAnswers } from '../contracts/keying.ts'
import { dateInWords } from '../language/date.ts'
import type { PaperForms } from '../model/extraction.ts'
import type { ImportResult } from '../model/record.ts'
import type { FileRead } from './reading/exchange.ts'
import { type AnonymousForms, type Keeper, withoutParticulars } from './record/index.ts'

export interface Keeping {
  readonly keeper: Keeper
  readonly anonymous: AnonymousForms
  /** On which day the record of a file was erased, by the SHA-256 of the file. */
  readonly erasedOn: (sha256: string) => string | undefined
  /** Somebody keyed the forms from paper on their web pages. */
  readonly isKeyed?: boolean
  /** Absent where no file is read as pictures, as in a browser. */
  readonly paper?: KeepPaper
}

/** What takes pictures of forms, and what a person keyed from them. */
interface KeepPaper {
  take(file: string, sha256: string, pictures: PaperForms): Promise<ImportResult[]>
  key(file: string, keyed: KeyedAnswers): Promise<ImportResult[]>
}

/**
 * Keeps what was read of one file, and gives what became of it: one result, or one for each form that somebody keyed. Of an anonymous form
 * nothing is told.
 */
export async function keepRead(
  file: string,
  read: FileRead,
  { keeper, anonymous, erasedOn, isKeyed, paper }: Keeping,
): Promise<ImportResult[]> {
  if (read.status === 'paper') return paper?.take(file, read.original.sha256, read) ?? []
  if (read.status === 'keyed') return paper?.key(file, read.keyed) ?? []
  const { form } = read
  const day = read.original && erasedOn(read.original.sha256)
  if (day !== undefined) return [erasedBefore(file, day)]
  // What a definition that is not ours says of its form is not believed.
  const isUntrusted = read.status === 'read' && read.isUntrusted
  if (form && !isUntrusted && anonymous.takes(form)) {
    await withoutParticulars(() =>
      read.status === 'read'
        ? anonymous.add(read.draft, read.original.sha256, read.form)
        : anonymous.refuse(form.id, read.messages),
    )
    return []
  }
  if (read.status === 'unreadable')
    return [{ file, status: read.isPrivate ? 'private' : 'rejected', messages: read.messages }]
  const { draft, original, cleaned, ...reading } = read
  const method = isKeyed && reading.method === 'page' ? 'keyed' : reading.method
  const result = await keeper.keep(
    draft,
    { file, ...original, ...(cleaned && { cleaned }) },
    { ...reading, method },
  )
  return [result]
}

/** What was erased does not come back by itself. */
function erasedBefore(file: string, day: string): ImportResult {
  const message = `The record of this file was erased on ${dateInWords(day)}, so it was not imported again; delete the file`
  return {
    file,
    status: 'rejected',
    messages: [{ file, severity: 'error', rule: 'record-erased', message }],
  }
}
