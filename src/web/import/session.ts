import { pMapIterable } from 'p-map'
import type { KnownFormsData } from '../../contracts/import-page.ts'
import {
  erasedFiles,
  finishRecords,
  keepAnswers,
  shelvesIn,
  startRunReport,
} from '../../forms/keep/anywhere/index.ts'
import { keepRead } from '../../forms/keep-read.ts'
import type { FileRead } from '../../forms/reading/exchange.ts'
import { defaultLimits, failed, tooLarge } from '../../forms/reading/refusals.ts'
import {
  AnonymousForms,
  anonymousMessages,
  Keeper,
  Tally,
  withoutParticulars,
} from '../../forms/record/index.ts'
import { localDay } from '../../language/local-day.ts'
import type { Message } from '../../messages/message.ts'
import type { AnonymousCount, ImportResult } from '../../model/record.ts'
import { FilesInMemory, type RecordFiles } from './files.ts'
import { filesToRead, type Input } from './inputs.ts'
import { Lanes, type ReaderScripts } from './lanes.ts'

/** How the next files are to be read. */
export interface ReadingOptions {
  readonly password?: string | undefined
  readonly anyOrganisation: boolean
}

/** What is to be told while files are read. */
export interface Told {
  result(result: ImportResult): void
  progress(done: number, of: number): void
}

export interface Run {
  readonly anonymous: readonly AnonymousCount[]
  readonly messages: readonly Message[]
  /** Path of its report among the files. */
  readonly report: string | undefined
}

/** A file that was read; of an anonymous form neither its name nor the file. */
interface Read {
  readonly path: string
  readonly read: FileRead
}

/**
 * All that was given to the page since it was opened, or since it was to begin again. It is kept in memory, until somebody names a
 * folder to keep it in.
 */
export class Session {
  readonly #known: KnownFormsData
  readonly #scripts: ReaderScripts
  readonly #reads: Read[] = []
  readonly #counted = new Set<string>()
  files: RecordFiles = new FilesInMemory()

  constructor(known: KnownFormsData, scripts: ReaderScripts) {
    this.#known = known
    this.#scripts = scripts
  }

  /** Reads files and keeps what comes of them. */
  async add(inputs: readonly Input[], options: ReadingOptions, told: Told): Promise<Run> {
    const { taken, messages } = await filesToRead(inputs)
    const context = { known: this.#known, today: localDay(new Date()), ...options }
    const lanes = new Lanes(this.#scripts, context, defaultLimits)
    const read = async ({ path, file }: Input): Promise<Read> =>
      withoutName({ path, read: await readInput(path, file, lanes) })
    try {
      const reads = pMapIterable(taken, read, { concurrency: lanes.count })
      return await this.#keep(this.#remembered(reads), taken.length, messages, told)
    } finally {
      lanes.close()
    }
  }

  /** Keeps all that was read in a folder, and from now on what is read next. */
  async keepIn(files: RecordFiles, told: Told): Promise<Run> {
    const before = this.files
    this.files = files
    this.#counted.clear()
    try {
      return await this.#keep(this.#reads, this.#reads.length, [], told)
    } catch (error) {
      this.files = before
      throw error
    }
  }

  async *#remembered(reads: AsyncIterable<Read>): AsyncGenerator<Read> {
    for await (const read of reads) {
      this.#reads.push(read)
      yield read
    }
  }

  async #keep(
    reads: AsyncIterable<Read> | Iterable<Read>,
    of: number,
    messages: readonly Message[],
    told: Told,
  ): Promise<Run> {
    const { files } = this
    const now = new Date()
    const keeping = {
      keeper: new Keeper({ shelves: shelvesIn(files), now }),
      erasedOn: await erasedFiles(files),
      anonymous: this.#anonymous(now),
    }
    const tally = new Tally(of > 0 ? await startRunReport(files, now) : undefined)
    let done = 0
    told.progress(done, of)
    for await (const { path, read } of reads) {
      for (const result of await keepRead(path, read, keeping)) {
        await tally.add(result)
        told.result(result)
      }
      done += 1
      told.progress(done, of)
    }
    const anonymous = await withoutParticulars(() => keeping.anonymous.finish())
    tally.addAnonymous(anonymous)
    if (of > 0) await finishRecords(files)
    return {
      anonymous,
      messages: [...messages, ...anonymousMessages(anonymous, (form) => form)],
      report: await tally.finish(),
    }
  }

  /** There is no key here, so that a file which was counted before counts again, but for those of this page. */
  #anonymous(now: Date): AnonymousForms {
    return new AnonymousForms(async (form, answers) => {
      const drafts = [...answers.drafts].filter(([sha256]) => !this.#counted.has(sha256))
      const options = { store: this.files, now }
      const added = await keepAnswers(options, form, { ...answers, drafts: new Map(drafts) })
      for (const [sha256] of drafts) this.#counted.add(sha256)
      return added
    })
  }
}

async function readInput(path: string, file: File, lanes: Lanes): Promise<FileRead> {
  const { maxBytes } = defaultLimits
  if (file.size > maxBytes) return failed(path, tooLarge(file.size, maxBytes))
  try {
    return await lanes.read({ path, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch {
    return failed(path, ['file-unreadable', 'The file cannot be opened; check who may read it'])
  }
}

/** Of an anonymous form the page holds what it counts, and nothing that tells whose it is. */
function withoutName({ path, read }: Read): Read {
  if (read.status === 'paper' || read.status === 'keyed') return { path, read }
  if (read.form?.sensitive !== 'anonymous' || (read.status === 'read' && read.isUntrusted))
    return { path, read }
  if (read.status === 'unreadable') {
    const { original: _, ...rest } = read
    return { path: '', read: rest }
  }
  const { cleaned: _, original, ...rest } = read
  return { path: '', read: { ...rest, original: { ...original, bytes: new Uint8Array() } } }
}
