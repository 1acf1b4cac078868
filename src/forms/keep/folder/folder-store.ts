import { readdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makePrivateFolder } from '../../../files/folder.ts'
import { growFile } from '../../../files/growing-file.ts'
import { folderItself, placeInside } from '../../../files/inside.ts'
import { removeStaleLock, withLock } from '../../../files/lock.ts'
import { ifThere, isThere } from '../../../files/missing.ts'
import { readBytesMaybe } from '../../../files/regular-file.ts'
import { sweep, temporaryPath } from '../../../files/temporary.ts'
import { appendDurably, writeFile } from '../../../files/write-file.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import { ERASURES, EXPORTS, IMPORTS } from '../../record/index.ts'
import { type FormFolder, foldersIn, isLock } from '../layout.ts'
import type { RecordStore, StoredFile } from '../store.ts'

/** Records in a folder on the disk, for their owner's eyes only. A part of it that is a link which leads out is refused. */
export class FolderStore implements RecordStore {
  readonly hasRegister = true
  readonly #dir: string
  /** The folders that were looked at, and those that were made, by their paths. */
  readonly #looked = new Map<string, Promise<void>>()
  readonly #made = new Map<string, Promise<void>>()

  constructor(dir: string) {
    this.#dir = dir
  }

  shown(path: string): string {
    return join(this.#dir, path)
  }

  async has(path: string): Promise<boolean> {
    return isThere(await this.#place(path))
  }

  async names(folder: string): Promise<string[]> {
    const place = this.shown(folder)
    await this.#look(place)
    const names = await ifThere(readdir(place)).catch((cause: unknown) => {
      throw new OperatorError(`The folder ${place} cannot be read; check who may open it`, {
        cause,
      })
    })
    return names?.sort() ?? []
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return readBytesMaybe(await this.#place(path))
  }

  async *readEach(folder: string, isWanted: (name: string) => boolean): AsyncGenerator<StoredFile> {
    for (const name of await this.names(folder)) {
      const bytes = isWanted(name) ? await this.read(`${folder}/${name}`) : undefined
      if (bytes) yield { name, bytes }
    }
  }

  async write(path: string, content: Uint8Array | string, time?: Date): Promise<void> {
    const place = await this.#placeToWrite(path)
    await writeFile(place, content, { isPrivate: true, durable: true, time })
  }

  async writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    const place = await this.#placeToWrite(folder)
    const made = temporaryPath(dirname(place))
    await makePrivateFolder(made)
    for (const [name, text] of files)
      await writeFile(join(made, name), text, { isPrivate: true, durable: true })
    await rename(made, place)
  }

  async append(path: string, text: string): Promise<void> {
    await appendDurably(await this.#placeToWrite(path), text)
  }

  async remove(path: string): Promise<void> {
    await rm(await this.#place(path), { recursive: true, force: true })
  }

  async grow(folder: string) {
    const place = await this.#placeToWrite(`${folder}/report`)
    const file = await growFile(dirname(place))
    return { ...file, finish: (path: string) => file.finish(this.shown(path)) }
  }

  async exclusively<Result>(lock: string, work: () => Promise<Result>): Promise<Result> {
    const place = await this.#placeToWrite(lock)
    return withLock(place, `Another import is at work in ${dirname(place)}`, work)
  }

  async tidy(): Promise<void> {
    await makePrivateFolder(this.#dir)
    for (const folder of ['', IMPORTS, ERASURES, EXPORTS]) await this.#sweep(folder)
    for (const isUntrusted of [false, true])
      for (const folder of await foldersIn(this, { isUntrusted })) await this.#tidyForm(folder)
  }

  async #tidyForm(folder: FormFolder): Promise<void> {
    for (const name of (await this.names(folder.path)).filter(isLock))
      await removeStaleLock(this.shown(`${folder.path}/${name}`))
    const { path, originals, cases, questions, archive, toKey } = folder
    for (const part of [path, originals, cases, questions, archive, toKey]) await this.#sweep(part)
  }

  async #sweep(folder: string): Promise<void> {
    await this.#look(this.shown(folder))
    await sweep(this.shown(folder))
  }

  /** A place whose folder is there; who writes to it looks itself whether the place is a link. */
  async #placeToWrite(path: string): Promise<string> {
    const place = await this.#place(path)
    const folder = dirname(place)
    const made = this.#made.get(folder) ?? makePrivateFolder(folder)
    this.#made.set(folder, made)
    await made
    return place
  }

  async #place(path: string): Promise<string> {
    const place = this.shown(path)
    await this.#look(path === '' ? place : dirname(place))
    return place
  }

  /** Throws an `OperatorError` where a folder is, or lies behind, a link that leads out of the folder of all records. */
  #look(folder: string): Promise<void> {
    const looked = this.#looked.get(folder) ?? this.#lookNow(folder)
    this.#looked.set(folder, looked)
    return looked
  }

  async #lookNow(folder: string): Promise<void> {
    await folderItself(this.#dir)
    await placeInside(this.#dir, folder)
  }
}
