import { usualFolders } from '../configuration/organisations.ts'
import { readKnownForms } from './gather/index.ts'
import { openStore, type RecordBook, readBook, resumeErasures } from './keep/index.ts'

export interface OpenRecordsOptions {
  /** Path of the configuration. It need not be there. */
  readonly config: string
  /** Folder of records; the one of {@link usualFolders} when absent. */
  readonly to?: string
  readonly form?: string
}

/**
 * Opens the records of an organisation, with who they are about, what they count for and what is missing in them. An erasure that
 * was cut short is ended first.
 *
 * @example
 * ```ts
 * import { openRecords } from 'policypack'
 *
 * const { entries } = await openRecords({ config: 'org.config.json' })
 * for (const { people, record, standing } of entries)
 *   console.log(people.map(({ name }) => name).join(' and '), record.form.title, standing)
 * console.log(`${entries.length} records`)
 * ```
 */
export async function openRecords({ config, to, form }: OpenRecordsOptions): Promise<RecordBook> {
  const usual = usualFolders(config)
  const { known } = await readKnownForms({ path: usual.forms, isNamed: false }, config)
  const dir = to ?? usual.records
  await resumeErasures(openStore(dir))
  return readBook(dir, {
    known: known.definitions,
    ...(form !== undefined && { form }),
  })
}
