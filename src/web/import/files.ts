import { type Zippable, zipSync } from 'fflate'
import {
  growInMemory,
  type RecordStore,
  type StoredFile,
  textIn,
} from '../../forms/keep/anywhere/index.ts'

/** Records where a page can keep them. One page at a time writes there. */
export abstract class RecordFiles implements RecordStore {
  readonly hasRegister = true

  abstract read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  abstract has(path: string): Promise<boolean>
  abstract names(folder: string): Promise<string[]>
  abstract write(path: string, content: string | Uint8Array): Promise<void>
  abstract remove(path: string): Promise<void>

  shown(path: string): string {
    return path
  }

  async *readEach(folder: string, isWanted: (name: string) => boolean): AsyncGenerator<StoredFile> {
    for (const name of (await this.names(folder)).filter(isWanted)) {
      const bytes = await this.read(`${folder}/${name}`)
      if (bytes) yield { name, bytes }
    }
  }

  async writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void> {
    for (const [name, text] of files) await this.write(`${folder}/${name}`, text)
  }

  async append(path: string, text: string): Promise<void> {
    await this.write(path, (await textIn(this, path)) + text)
  }

  async grow() {
    return growInMemory((path, text) => this.write(path, text))
  }

  exclusively<Result>(_: string, work: () => Promise<Result>): Promise<Result> {
    return work()
  }

  async tidy(): Promise<void> {}
}

/** Records in memory, for one file to download. */
export class FilesInMemory extends RecordFiles {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>()

  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#files.get(path)
  }

  async has(path: string): Promise<boolean> {
    return this.#files.has(path) || this.#inside(path).length > 0
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    this.#files.set(path, new Uint8Array(bytes))
  }

  async names(folder: string): Promise<string[]> {
    return [...new Set(this.#inside(folder).map((path) => path.split('/')[0]!))].sort()
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path)
    for (const inner of this.#inside(path)) this.#files.delete(`${path}/${inner}`)
  }

  /** The paths of what lies in a folder, from there on. */
  #inside(folder: string): string[] {
    const start = folder === '' ? '' : `${folder}/`
    return this.#files
      .keys()
      .filter((path) => path.startsWith(start))
      .map((path) => path.slice(start.length))
      .toArray()
  }

  /** All of them in a folder `records`. What is in it is of no day, as far as a ZIP can say so. */
  zip(): Uint8Array<ArrayBuffer> {
    const entries: Zippable = {}
    for (const [path, bytes] of this.#files)
      entries[`records/${path}`] = [bytes, { level: path.endsWith('.pdf') ? 0 : 6 }]
    return zipSync(entries, { mtime: new Date(1980, 0, 1) })
  }
}

/** Records in a folder that somebody has opened to the page. */
export class FilesInFolder extends RecordFiles {
  readonly #top: FileSystemDirectoryHandle

  constructor(top: FileSystemDirectoryHandle) {
    super()
    this.#top = top
  }

  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return ifThere(async () => {
      const file = await (await this.#file(path, false)).getFile()
      return new Uint8Array(await file.arrayBuffer())
    })
  }

  async has(path: string): Promise<boolean> {
    const found =
      (await ifThere(() => this.#file(path, false))) ??
      (await ifThere(() => this.#folder(path.split('/'), false)))
    return found !== undefined
  }

  /** What was there stays until all is written. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const stream = await (await this.#file(path, true)).createWritable()
    await stream.write(typeof content === 'string' ? content : new Uint8Array(content))
    await stream.close()
  }

  async names(folder: string): Promise<string[]> {
    const parts = folder.split('/').filter(Boolean)
    const handle = await ifThere(() => this.#folder(parts, false))
    return handle ? (await Array.fromAsync(handle.keys())).sort() : []
  }

  async remove(path: string): Promise<void> {
    const parts = path.split('/')
    const folder = await ifThere(() => this.#folder(parts.slice(0, -1), false))
    await ifThere(async () => folder?.removeEntry(parts.at(-1)!, { recursive: true }))
  }

  async #file(path: string, create: boolean): Promise<FileSystemFileHandle> {
    const parts = path.split('/')
    const folder = await this.#folder(parts.slice(0, -1), create)
    return folder.getFileHandle(parts.at(-1)!, { create })
  }

  async #folder(parts: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle> {
    let folder = this.#top
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create })
    return folder
  }
}

/** `undefined` where there is nothing of this name, or something else. */
async function ifThere<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work()
  } catch (error) {
    const { name } = error as DOMException
    if (name === 'NotFoundError' || name === 'TypeMismatchError') return undefined
    throw error
  }
}
