import { type Zippable, zipSync } from 'fflate'

/** Where records are kept: paths from the folder of records on, with forward slashes. */
export interface RecordFiles {
  read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  has(path: string): Promise<boolean>
  write(path: string, content: string | Uint8Array<ArrayBuffer>): Promise<void>
  /** The names of what lies in a folder, sorted; `undefined` when it is not there. */
  names(folder: string): Promise<string[] | undefined>
}

/** The text of a file. */
export async function textOf(files: RecordFiles, path: string): Promise<string | undefined> {
  const bytes = await files.read(path)
  return bytes && new TextDecoder().decode(bytes)
}

/** Records in memory, for one file to download. */
export class FilesInMemory implements RecordFiles {
  readonly #files = new Map<string, Uint8Array<ArrayBuffer>>()

  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return this.#files.get(path)
  }

  async has(path: string): Promise<boolean> {
    return this.#files.has(path)
  }

  async write(path: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content)
  }

  async names(folder: string): Promise<string[] | undefined> {
    const start = folder === '' ? '' : `${folder}/`
    const inside = [...this.#files.keys()].filter((path) => path.startsWith(start))
    if (inside.length === 0) return undefined
    return [...new Set(inside.map((path) => path.slice(start.length).split('/')[0]!))].sort()
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
export class FilesInFolder implements RecordFiles {
  readonly #top: FileSystemDirectoryHandle

  constructor(top: FileSystemDirectoryHandle) {
    this.#top = top
  }

  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    return ifThere(async () => {
      const file = await (await this.#file(path, false)).getFile()
      return new Uint8Array(await file.arrayBuffer())
    })
  }

  async has(path: string): Promise<boolean> {
    return (await ifThere(() => this.#file(path, false))) !== undefined
  }

  /** What was there stays until all is written. */
  async write(path: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
    const stream = await (await this.#file(path, true)).createWritable()
    await stream.write(content)
    await stream.close()
  }

  async names(folder: string): Promise<string[] | undefined> {
    return ifThere(async () => {
      const handle = await this.#folder(folder.split('/').filter(Boolean), false)
      const names: string[] = []
      for await (const name of handle.keys()) names.push(name)
      return names.sort()
    })
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
