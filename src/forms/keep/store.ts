/**
 * Where the records of an organisation lie: a folder, or a database that stands for one. Paths go from its top on, with forward
 * slashes, as `layout.ts` gives them. All that the program asks of it is here.
 */
export interface RecordStore {
  /** How people find a place in it. */
  shown(path: string): string
  /** Whether there is a file or folder of this path. */
  has(path: string): Promise<boolean>
  /** The names of what lies in a folder, sorted; none where it is not there. */
  names(folder: string): Promise<string[]>
  read(path: string): Promise<Uint8Array | undefined>
  /** The files of a folder whose names are wanted, in the order of their names. Few at a time are in memory. */
  readEach(folder: string, isWanted: (name: string) => boolean): AsyncIterable<StoredFile>
  /** Puts a file in its place, so that it is there as a whole or as it was before. `time` is when it says that it was written. */
  write(path: string, content: Uint8Array | string, time?: Date): Promise<void>
  /** Puts a folder that was not there in its place, so that all its files are there or none. */
  writeFolder(folder: string, files: ReadonlyMap<string, string>): Promise<void>
  /** Adds to the end of a file, which need not be there. */
  append(path: string, text: string): Promise<void>
  /** Removes a file or folder, which need not be there. */
  remove(path: string): Promise<void>
  /** Begins a file that is there when it is finished. */
  grow(folder: string): Promise<GrowingFile>
  /** Does something while nobody else has this lock. */
  exclusively<Result>(lock: string, work: () => Promise<Result>): Promise<Result>
  /** Removes what runs that were killed have left behind. */
  tidy(): Promise<void>
  /** Whether people find a list of all records in it, as a file. */
  readonly hasRegister: boolean
}

/** Where the files lie that records in a database were read from: a folder, or a bucket. */
export type FileStore = Pick<RecordStore, 'shown' | 'has' | 'names' | 'read' | 'write' | 'remove'>

/** A file that grows piece by piece and is not there under its name before it is whole. */
export interface GrowingFile {
  write(text: string): Promise<void>
  /** Puts it under its name, which must be in its folder. */
  finish(path: string): Promise<void>
  /** Gives it up; needed only where it is not finished. */
  discard(): Promise<void>
}

/** For a store that takes files as a whole only. */
export function growInMemory(write: (path: string, text: string) => Promise<void>): GrowingFile {
  let text = ''
  return {
    async write(more) {
      text += more
    },
    finish: (path) => write(path, text),
    async discard() {},
  }
}

/** A file with its name in its folder. */
export interface StoredFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The text of a file; empty where there is none. */
export async function textIn(store: RecordStore, path: string): Promise<string> {
  const bytes = await store.read(path)
  return bytes ? textOf(bytes) : ''
}

export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
