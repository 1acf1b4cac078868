import { dateInWords } from '../language/date.ts'
import type { ImportResult } from '../model/record.ts'
import type { FileRead } from './reading/exchange.ts'
import { type AnonymousForms, type Keeper, withoutParticulars } from './record/index.ts'

/** What keeps the forms of a run. */
export interface Keeping {
  readonly keeper: Keeper
  readonly anonymous: AnonymousForms
  /** On which day the record of a file was erased, by the SHA-256 of the file. */
  readonly erasedOn: (sha256: string) => string | undefined
  /** Somebody keyed the forms from paper on their web pages. */
  readonly isKeyed?: boolean
}

/** Keeps what was read of one file, and gives what became of it; of an anonymous form nothing is told. */
export async function keepRead(
  file: string,
  read: FileRead,
  { keeper, anonymous, erasedOn, isKeyed }: Keeping,
): Promise<ImportResult | undefined> {
  const { form } = read
  const day = read.original && erasedOn(read.original.sha256)
  if (day !== undefined) return erasedBefore(file, day)
  // What a definition that is not ours says of its form is not believed.
  const isUntrusted = read.status === 'read' && read.isUntrusted
  if (form && !isUntrusted && anonymous.takes(form)) {
    await withoutParticulars(() =>
      read.status === 'read'
        ? anonymous.add(read.draft, read.original.sha256, read.form)
        : anonymous.refuse(form.id, read.messages),
    )
    return undefined
  }
  if (read.status === 'unreadable')
    return {
      file,
      status: read.isPrivate ? 'private' : 'rejected',
      ...(read.paper && { paper: read.paper }),
      messages: read.messages,
    }
  const { draft, original, cleaned, ...reading } = read
  const method = isKeyed && reading.method === 'page' ? 'keyed' : reading.method
  return keeper.keep(
    draft,
    { file, ...original, ...(cleaned && { cleaned }) },
    { ...reading, method },
  )
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
