import { readFile } from 'node:fs/promises'
import { pMapIterable } from 'p-map'
import { anonymousKeyPath, usualFolders } from '../configuration/organisations.ts'
import { localDay } from '../language/local-day.ts'
import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { AnonymousCount, ImportResult, ToKey } from '../model/record.ts'
import { type Gathered, gather } from './gather/index.ts'
import {
  anonymousFormsIn,
  damagedIn,
  damagedTold,
  erasedFiles,
  finishRecords,
  openStore,
  resumeErasures,
  shelvesIn,
  startRunReport,
} from './keep/index.ts'
import { type Keeping, keepRead } from './keep-read.ts'
import { Keying } from './keying/index.ts'
import { defaultLimits, type ReadContext, Readers, type ReadLimits } from './reading/index.ts'
import { anonymousMessages, Keeper, Tally, withoutParticulars } from './record/index.ts'
import { holdsCertificate } from './signatures/index.ts'

export { renewKeyingPage } from './keying/index.ts'

/** Records that are on their way to the disk at once; more would only hold the files of more forms in memory. */
const KEPT_AT_ONCE = 8

export interface ImportOptions {
  /** Files and folders. In a folder each PDF and each `.answers.json` counts, at any depth. */
  readonly paths: readonly string[]
  /** Path of the configuration; beside it lies `published-forms.json`. It need not be there. */
  readonly config: string
  /** Folder of records; the one of {@link usualFolders} when absent. */
  readonly to?: string
  /** Folder with the definitions of the forms, which must hold some; the one of {@link usualFolders} when absent. */
  readonly forms?: string
  readonly password?: string
  /** Import forms of other organisations as well. */
  readonly anyOrganisation?: boolean
  /** Files with the certificates of authorities whose signatures count as trusted, PEM or DER. */
  readonly trust?: readonly string[]
  /** Answers that a web page saved were keyed by somebody from forms on paper, and records say so. */
  readonly keyed?: boolean
  /** Say what would happen and write nothing. */
  readonly dryRun?: boolean
  /** The time that counts as now, so that an import can be repeated; that of the clock when absent. */
  readonly date?: Date
  readonly limits?: Partial<ReadLimits>
  /** Called for each file that is not an anonymous form as soon as it is done, in the order of the files. */
  readonly onResult?: (result: ImportResult) => void
  /** Called after each file of any kind. */
  readonly onProgress?: (progress: ImportProgress) => void
}

export interface ImportProgress {
  readonly done: number
  readonly of: number
}

export interface ImportSummary {
  /** How many files ended in each way, anonymous forms apart. */
  readonly counts: Readonly<Record<ImportResult['status'], number>>
  /** The anonymous forms, with one entry for each form that came. */
  readonly anonymous: readonly AnonymousCount[]
  /** No file was rejected, and what was kept of each is complete. */
  readonly isAllWell: boolean
  /** What is to be said of the import as a whole, such as definitions that cannot be used. */
  readonly messages: readonly Message[]
  /** The forms on paper that are to be keyed, those of earlier imports among them; absent where there are none. */
  readonly toKey?: ToKey
  /** The folder of records. */
  readonly to: string
  /** Path of the report of this run, JSON; absent when nothing is to be written. */
  readonly report?: string
}

/**
 * Imports completed forms: gather → extract → verify → validate → keep, where the three in the middle are the reading of one
 * file in a worker. Each file ends in one way, told to `onResult`; a file that cannot be read costs only itself. Anonymous
 * forms are kept together when all files are read, and only counted. Throws an `OperatorError` with a sentence for the user
 * when the folder of records cannot be written.
 *
 * @example
 * ```ts
 * import { importForms } from 'policypack'
 *
 * const { counts, to } = await importForms({
 *   paths: ['completed'],
 *   config: 'org.config.json',
 *   onResult: ({ file, status }) => console.log(status, file),
 * })
 * console.log(`${counts.incomplete} of the records in ${to} lack something`)
 * ```
 */
export async function importForms(options: ImportOptions): Promise<ImportSummary> {
  await using readers = new Readers(limitsOf(options))
  readers.warmUp()
  // Awaited here, since the readers end with this function.
  return await importGathered(await gatherForms(options), options, {
    async *readAll(files, context) {
      yield* readers.readAll(files, context)
      // The list of all records needs memory of its own.
      await readers[Symbol.asyncDispose]()
    },
  })
}

/** What an import starts from: the files, and all that they are read by. */
export interface GatheredForms extends Gathered {
  /** Certificates of authorities whose signatures count as trusted, PEM or DER. */
  readonly trusted: readonly Uint8Array[]
}

/** Finds the files to import, and reads all that they are to be read by. */
export async function gatherForms(
  options: Pick<ImportOptions, 'paths' | 'config' | 'to' | 'forms' | 'trust'>,
): Promise<GatheredForms> {
  const { config, paths } = options
  const usual = usualFolders(config)
  const forms = { path: options.forms ?? usual.forms, isNamed: options.forms !== undefined }
  const records = options.to ?? usual.records
  return {
    ...(await gather({ paths, forms, config, records })),
    trusted: await readCertificates(options.trust ?? []),
  }
}

/** The rest of {@link importForms}, which depends on no other file of the pack. */
export async function importGathered(
  { files, known, blanks, trusted, messages }: GatheredForms,
  options: Omit<ImportOptions, 'paths' | 'forms' | 'trust'>,
  readers: Pick<Readers, 'readAll'>,
): Promise<ImportSummary> {
  const { config, dryRun, date: now = new Date() } = options
  const to = options.to ?? usualFolders(config).records
  const refused = messages.filter(concernsInput)
  const of = refused.length + files.length
  const store = openStore(to)
  if (!dryRun) await resumeErasures(store)
  const erasedOn = await erasedFiles(store)
  const context = contextOf(options, { known, blanks, trusted, today: localDay(now) })
  const report = dryRun || files.length === 0 ? undefined : await startRunReport(store, now)
  const tally = new Tally(report)
  const anonymous = anonymousFormsIn({ store, now, dryRun, key: anonymousKeyPath(config) })
  let done = 0
  const tell = async (results: readonly ImportResult[]): Promise<void> => {
    for (const result of results) {
      await tally.add(result)
      options.onResult?.(result)
    }
    done += 1
    options.onProgress?.({ done, of })
  }
  try {
    for (const message of refused)
      await tell([{ file: message.file, status: 'rejected', messages: [message] }])
    const keeper = new Keeper({ shelves: shelvesIn(store, dryRun), now })
    const paper = new Keying({
      ...{ store, now, dryRun, key: anonymousKeyPath(config), today: localDay(now) },
      ...{ known, keeper, anonymous, erasedOn },
    })
    const keeping = { keeper, anonymous, erasedOn, isKeyed: options.keyed ?? false, paper }
    for await (const results of keepAll(readers.readAll(files, context), keeping))
      await tell(results)
    const counts = await withoutParticulars(() => anonymous.finish())
    const { toKey, messages: ofPaper } = await paper.finish()
    tally.addAnonymous(counts)
    const { damaged } = report ? await finishRecords(store) : await damagedIn(store)
    const path = await tally.finish()
    return {
      counts: tally.counts,
      anonymous: counts,
      isAllWell: tally.isAllWell,
      messages: [
        ...messages.filter((message) => !concernsInput(message)),
        ...anonymousMessages(counts, (form) => store.shown(form)),
        ...ofPaper,
        ...damaged.map(damagedTold),
      ],
      ...(toKey && { toKey }),
      to,
      ...(path !== undefined && { report: path }),
    }
  } catch (error) {
    await tally.endEarly(error)
    throw error
  }
}

function contextOf(
  {
    password,
    anyOrganisation = false,
    limits,
  }: Pick<ImportOptions, 'password' | 'anyOrganisation' | 'limits'>,
  by: Pick<ReadContext, 'known' | 'blanks' | 'trusted' | 'today'>,
): ReadContext {
  return { ...by, password, anyOrganisation, limits: limitsOf({ limits }) }
}

/** What one file may cost. */
function limitsOf({ limits }: { readonly limits?: Partial<ReadLimits> | undefined }): ReadLimits {
  return { ...defaultLimits, ...limits }
}

/**
 * Keeps what was read, several records at once, and gives the results in the order of the files; of an anonymous form
 * there is none.
 */
function keepAll(
  reads: ReturnType<Readers['readAll']>,
  keeping: Keeping,
): AsyncIterable<ImportResult[]> {
  return pMapIterable(reads, ({ path, read }) => keepRead(path, read, keeping), {
    concurrency: KEPT_AT_ONCE,
  })
}

/** Faults of what the user named, in contrast to those of definitions. */
function concernsInput({ severity }: Message): boolean {
  return severity === 'error'
}

function readCertificates(paths: readonly string[]): Promise<Uint8Array[]> {
  return Promise.all(
    paths.map(async (path) => {
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new OperatorError(
          `The certificate file \`${path}\` cannot be read; check the path given by --trust`,
          { cause },
        )
      })
      if (await holdsCertificate(bytes)) return bytes
      throw new OperatorError(
        `The file \`${path}\` holds no certificate; give by --trust a file in PEM or DER`,
      )
    }),
  )
}
