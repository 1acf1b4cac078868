import { readFile } from 'node:fs/promises'
import { pMapIterable } from 'p-map'
import { usualFolders } from '../configuration/organisations.ts'
import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { KnownForms } from '../model/extraction.ts'
import type { ImportResult } from '../model/record.ts'
import { gather } from './gather/index.ts'
import { damagedIn, finishRecords, Keeper, startRunReport, Tally } from './keep/index.ts'
import {
  defaultLimits,
  type FileRead,
  type ReadContext,
  type ReadLimits,
  readAll,
} from './reading/index.ts'
import { holdsCertificate } from './signatures/index.ts'

/** Records that are on their way to the disk at once; more would only hold the files of more forms in memory. */
const KEPT_AT_ONCE = 8

/** Which forms to import, by which definitions and where to. */
export interface ImportOptions {
  /** Files and folders. In a folder each PDF counts, at any depth. */
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
  /** Say what would happen and write nothing. */
  readonly dryRun?: boolean
  readonly limits?: Partial<ReadLimits>
  /** Called for each file as soon as it is done, in the order of the files. */
  readonly onResult?: (result: ImportResult, progress: ImportProgress) => void
}

/** How far an import is. */
export interface ImportProgress {
  readonly done: number
  readonly of: number
}

/** What became of an import. */
export interface ImportSummary {
  /** How many files ended in each way. */
  readonly counts: Readonly<Record<ImportResult['status'], number>>
  /** No file was rejected, and each record that was kept is complete. */
  readonly isAllWell: boolean
  /** What is to be said of the import as a whole, such as definitions that cannot be used. */
  readonly messages: readonly Message[]
  /** The folder of records. */
  readonly to: string
  /** Path of the report of this run, JSON; absent when nothing is to be written. */
  readonly report?: string
}

/**
 * Imports completed forms: gather → extract → verify → validate → keep, where the three in the middle are the reading of one
 * file in a worker. Each file ends in one way, told to `onResult`; a file that cannot be read costs only itself. Throws an
 * `OperatorError` with a sentence for the user when the folder of records cannot be written.
 */
export async function importForms(options: ImportOptions): Promise<ImportSummary> {
  const { config, paths, dryRun } = options
  const usual = usualFolders(config)
  const to = options.to ?? usual.records
  const forms = { path: options.forms ?? usual.forms, isNamed: options.forms !== undefined }
  const { files, known, messages } = await gather({ paths, forms, config, records: to })
  const context = await contextOf(options, known)
  const refused = messages.filter(concernsInput)
  const of = refused.length + files.length
  const now = new Date()
  const report = dryRun || files.length === 0 ? undefined : await startRunReport(to, now)
  const tally = new Tally(report)
  const tell = async (...[result, about]: Parameters<Tally['add']>): Promise<void> => {
    await tally.add(result, about)
    options.onResult?.(result, { done: tally.done, of })
  }
  try {
    for (const message of refused)
      await tell({ file: message.file, status: 'rejected', messages: [message] })
    for await (const { result, read } of keepAll(readAll(files, context), { dir: to, now, dryRun }))
      await tell(result, { sha256: read.original?.sha256, isAnonymous: isAnonymous(read) })
    const { damaged } = report ? await finishRecords(to) : await damagedIn(to)
    const path = await tally.finish()
    return {
      counts: tally.counts,
      isAllWell: tally.isAllWell,
      messages: [
        ...messages.filter((message) => !concernsInput(message)),
        ...damaged.map(notARecord),
      ],
      to,
      ...(path !== undefined && { report: path }),
    }
  } catch (error) {
    await tally.endEarly(error)
    throw error
  }
}

async function contextOf(options: ImportOptions, known: KnownForms): Promise<ReadContext> {
  return {
    known,
    password: options.password,
    anyOrganisation: options.anyOrganisation ?? false,
    trusted: await readCertificates(options.trust ?? []),
    limits: { ...defaultLimits, ...options.limits },
  }
}

/** Keeps what was read, several records at once, and gives the results in the order of the files. */
function keepAll(
  reads: ReturnType<typeof readAll>,
  where: ConstructorParameters<typeof Keeper>[0],
): AsyncIterable<{ result: ImportResult; read: FileRead }> {
  const keeper = new Keeper(where)
  return pMapIterable(
    reads,
    async ({ path, read }) => ({ result: await keepRead(path, read, keeper), read }),
    { concurrency: KEPT_AT_ONCE },
  )
}

async function keepRead(file: string, read: FileRead, keeper: Keeper): Promise<ImportResult> {
  if (read.status === 'unreadable') return { file, status: 'rejected', messages: read.messages }
  const { draft, original, ...reading } = read
  return keeper.keep(draft, { file, ...original }, reading)
}

function isAnonymous(read: FileRead): boolean {
  return read.status === 'read' && read.form.sensitive === 'anonymous'
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
      if (holdsCertificate(bytes)) return bytes
      throw new OperatorError(
        `The file \`${path}\` holds no certificate; give by --trust a file in PEM or DER`,
      )
    }),
  )
}

function notARecord(file: string): Message {
  return {
    file,
    severity: 'warning',
    rule: 'record-damaged',
    message: 'This file has the name of a record and is none; restore it from a backup',
  }
}
