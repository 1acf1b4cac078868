import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import type { RecordBook, RecordEntry } from './keep/index.ts'
import { findRecord, mayHaveAll, recordsAbout, subjectBundle } from './keep/index.ts'

/** Of whom to bring together what records say. */
export interface SubjectExportOptions {
  readonly book: RecordBook
  /** A name, an e-mail address or a number of staff. */
  readonly person: string
  readonly config: string
  /** The day, ISO 8601. */
  readonly on: string
  /** Makes the PDF of a record; without it there are none. */
  readonly archive?: (id: string) => Promise<Uint8Array | undefined>
}

/** What goes to a person who asks for what is held of them, and what a person has to decide first. */
export interface SubjectExport {
  readonly name: string
  readonly entries: readonly RecordEntry[]
  /** Records that are about them and that the form does not let them see as a whole: somebody has to look at these. */
  readonly withheld: readonly RecordEntry[]
  /** Records that name them and are about others. */
  readonly mentions: readonly RecordEntry[]
  bundle(): Promise<Uint8Array>
}

/**
 * Brings together all that records say of a person, to be given to them. Nothing is read or made until `bundle` is called. Throws an
 * `OperatorError` when the person is not known, or may be several.
 *
 * @example
 * ```ts
 * import { exportSubject, OperatorError, openRecords } from 'policypack'
 *
 * const book = await openRecords({ config: 'org.config.json' })
 * try {
 *   const { name, entries } = exportSubject({ book, person: 'Ada', config: 'org.config.json', on: '2026-11-29' })
 *   console.log(`${entries.length} records are about ${name}`)
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('nobody of that name')
 * }
 * console.log('done')
 * ```
 */
export function exportSubject({
  book,
  person,
  config,
  on,
  archive,
}: SubjectExportOptions): SubjectExport {
  const { name, entries, mentions, is } = recordsAbout(book, person)
  const theirs = entries.filter((entry) => mayHaveAll(entry, is))
  return {
    name,
    entries: theirs,
    withheld: entries.filter((entry) => !theirs.includes(entry)),
    mentions,
    async bundle() {
      const records = []
      for (const entry of theirs) {
        const { original } = await findRecord(book.dir, entry.record.id)
        records.push({ entry, original, pdf: await archive?.(entry.record.id) })
      }
      const configuration = await readConfigurationMaybe(config)
      const organisation = configuration?.organisation?.name ?? 'the organisation'
      return subjectBundle(records, { person: name, organisation, on })
    },
  }
}
