import { AsyncLocalStorage } from 'node:async_hooks'
import type { PoolClient } from 'pg'
import { query, transaction } from '../../../database/connection.ts'
import { caseText, idsIn, recordName, UNTRUSTED } from '../../record/index.ts'
import {
  type FileStore,
  growInMemory,
  type RecordStore,
  type StoredFile,
  textOf,
} from '../store.ts'
import { formOfCases, isOfFiles, placeOf } from './place.ts'
import { ensureTables } from './schema.ts'

/** So many files are in memory at once. */
const PAGE = 100

export interface DatabasePlace {
  readonly address: string
  /** Tells the organisations in one database apart. */
  readonly shelf: string
  /** Where the files lie that records were read from. */
  readonly files: FileStore
  /** Looks once, before anything else, whether this is the right place. */
  readonly before?: () => Promise<void>
}

/** The transaction in which this is done. Of another database there is none. */
const inside = new AsyncLocalStorage<PoolClient>()

/**
 * Records in PostgreSQL: a row for each record, with its JSON as JSONB. The files that they were read from lie in a folder by their
 * hashes. What is done under a lock is one transaction.
 */
export class DatabaseStore implements RecordStore {
  readonly hasRegister = false
  readonly #place: DatabasePlace
  #ready: Promise<void> | undefined

  constructor(place: DatabasePlace) {
    this.#place = place
  }

  shown(path: string): string {
    if (placeOf(path).table === 'file') return this.#place.files.shown(path)
    return `${this.#place.shelf}${path === '' ? '' : `/${path}`} in the database`
  }

  async has(path: string): Promise<boolean> {
    const place = placeOf(path)
    switch (place.table) {
      case 'file':
        return this.#place.files.has(path)
      case 'note': {
        const [found] = await this.#rows(
          `select 1 from policypack.note where shelf = $1 and (folder = $2 or folder = $3 and name = $4)
           union all select 1 from policypack.record where shelf = $1 and folder = $2
           limit 1`,
          path,
          place.folder,
          place.name,
        )
        return found !== undefined
      }
      default:
        return (await this.read(path)) !== undefined
    }
  }

  async names(folder: string): Promise<string[]> {
    if (isOfFiles(folder)) return this.#place.files.names(folder)
    const form = formOfCases(folder)
    if (form !== undefined)
      return this.#names(
        `select distinct key as name from policypack.case_record where shelf = $1 and folder = $2`,
        form,
      )
    if (folder === '' || folder === UNTRUSTED) return this.#namesOfFolders(folder)
    return this.#names(
      `select id || '.json' as name from policypack.record where shelf = $1 and folder = $2
       union all select name from policypack.note where shelf = $1 and folder = $2 and name <> ''`,
      folder,
    )
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const place = placeOf(path)
    switch (place.table) {
      case 'file':
        return this.#place.files.read(path)
      case 'record': {
        const [row] = await this.#rows<{ source: string }>(
          `select source from policypack.record where shelf = $1 and folder = $2 and id = $3`,
          place.folder,
          place.id,
        )
        return row && Buffer.from(row.source)
      }
      case 'case': {
        const rows = await this.#rows<{ id: string }>(
          `select id from policypack.case_record where shelf = $1 and folder = $2 and key = $3 order by came`,
          place.folder,
          place.key,
        )
        return rows.length === 0 ? undefined : Buffer.from(caseText(rows.map(({ id }) => id)))
      }
      case 'note': {
        const [row] = await this.#rows<{ content: Buffer }>(
          `select content from policypack.note where shelf = $1 and folder = $2 and name = $3`,
          place.folder,
          place.name,
        )
        return row?.content
      }
    }
  }

  async *readEach(folder: string, isWanted: (name: string) => boolean): AsyncGenerator<StoredFile> {
    const names = (await this.names(folder)).filter(isWanted)
    for (let at = 0; at < names.length; at += PAGE) {
      const page = names.slice(at, at + PAGE)
      const records = await this.#recordsOf(folder, page)
      for (const name of page) {
        const bytes = records.get(name) ?? (await this.read(`${folder}/${name}`))
        if (bytes) yield { name, bytes }
      }
    }
  }

  async write(path: string, content: Uint8Array | string): Promise<void> {
    const place = placeOf(path)
    const bytes = Buffer.from(content as Uint8Array)
    switch (place.table) {
      case 'file':
        return this.#place.files.write(path, content)
      case 'record':
        await this.#rows(
          `insert into policypack.record (shelf, folder, id, source, body) values ($1, $2, $3, $4, $5)
           on conflict (shelf, folder, id) do update set source = excluded.source, body = excluded.body`,
          place.folder,
          place.id,
          bytes.toString(),
          asJsonb(textOf(bytes)),
        )
        return
      case 'case':
        return this.#together(async () => {
          await this.remove(path)
          await this.append(path, textOf(bytes))
        })
      case 'note':
        await this.#rows(
          `insert into policypack.note (shelf, folder, name, content) values ($1, $2, $3, $4)
           on conflict (shelf, folder, name) do update set content = excluded.content`,
          place.folder,
          place.name,
          bytes,
        )
    }
  }

  async writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    await this.#together(async () => {
      for (const [name, text] of files) await this.write(`${folder}/${name}`, text)
      // That it is there is known also where nothing is in it.
      await this.#rows(
        `insert into policypack.note (shelf, folder, name, content) values ($1, $2, '', '') on conflict do nothing`,
        folder,
      )
    })
  }

  async append(path: string, text: string): Promise<void> {
    const place = placeOf(path)
    if (place.table !== 'case') throw new Error(`Nothing is added to ${path}`)
    for (const id of idsIn(text))
      await this.#rows(
        `insert into policypack.case_record (shelf, folder, key, id) values ($1, $2, $3, $4) on conflict do nothing`,
        place.folder,
        place.key,
        id,
      )
  }

  async remove(path: string): Promise<void> {
    const place = placeOf(path)
    switch (place.table) {
      case 'file':
        return this.#place.files.remove(path)
      case 'record':
        await this.#rows(
          `delete from policypack.record where shelf = $1 and folder = $2 and id = $3`,
          place.folder,
          place.id,
        )
        return
      case 'case':
        await this.#rows(
          `delete from policypack.case_record where shelf = $1 and folder = $2 and key = $3`,
          place.folder,
          place.key,
        )
        return
      case 'note': {
        await this.#rows(
          `delete from policypack.note where shelf = $1 and (folder = $2 and name = $3 or folder = $4)`,
          place.folder,
          place.name,
          path,
        )
        const form = formOfCases(path)
        if (form !== undefined)
          await this.#rows(
            `delete from policypack.case_record where shelf = $1 and folder = $2`,
            form,
          )
      }
    }
  }

  async grow() {
    return growInMemory((path, text) => this.write(path, text))
  }

  exclusively<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
    return this.#together(async () => {
      await this.#rows(
        `select pg_advisory_xact_lock(hashtextextended('policypack ' || $1 || ' ' || $2, 0))`,
        lock,
      )
      return work()
    })
  }

  async tidy(): Promise<void> {}

  /** All of it is done or nothing; inside of another such work it is a part of that. */
  async #together<Result>(work: () => Promise<Result>): Promise<Result> {
    if (inside.getStore()) return work()
    await this.#isReady()
    return transaction(this.#place.address, (client) => inside.run(client, work))
  }

  /** `$1` is the shelf. */
  async #rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
    await this.#isReady()
    const { address, shelf } = this.#place
    return query<Row>(inside.getStore() ?? address, sql, [shelf, ...values])
  }

  #isReady(): Promise<void> {
    this.#ready ??= (async () => {
      await ensureTables(this.#place.address)
      await this.#place.before?.()
    })()
    return this.#ready
  }

  async #names(sql: string, folder: string): Promise<string[]> {
    const rows = await this.#rows<{ name: string }>(sql, folder)
    return rows.map(({ name }) => name).sort()
  }

  async #namesOfFolders(folder: string): Promise<string[]> {
    const start = folder === '' ? '' : `${folder}/`
    const rows = await this.#rows<{ folder: string }>(
      `select distinct folder from policypack.record where shelf = $1 and starts_with(folder, $2)
       union select distinct folder from policypack.note where shelf = $1 and starts_with(folder, $2)`,
      start,
    )
    const names = rows.map((row) => row.folder.slice(start.length).split('/')[0]!)
    return [...new Set(names)].filter((name) => name !== '').sort()
  }

  async #recordsOf(folder: string, names: readonly string[]): Promise<Map<string, Uint8Array>> {
    const ids = names.flatMap((name) => {
      const place = placeOf(`${folder}/${name}`)
      return place.table === 'record' ? place.id : []
    })
    if (ids.length === 0) return new Map()
    const rows = await this.#rows<{ id: string; source: string }>(
      `select id, source from policypack.record where shelf = $1 and folder = $2 and id = any($3)`,
      folder,
      ids,
    )
    return new Map(rows.map(({ id, source }) => [recordName(id), Buffer.from(source)]))
  }
}

/** JSONB cannot hold the character U+0000, and no half of a pair. */
function asJsonb(json: string): string {
  const clean = (text: string) => text.replaceAll('\u0000', '\ufffd').toWellFormed()
  return JSON.stringify(JSON.parse(json), (_, value: unknown) => {
    if (typeof value === 'string') return clean(value)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [clean(key), inner]))
  })
}
