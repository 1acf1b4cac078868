import { open, rename, unlink } from 'node:fs/promises'
import { cannotBeWritten } from './cannot-be-written.ts'
import { temporaryPath } from './temporary.ts'
import { OWNER_ONLY } from './write-file.ts'

/** A file that grows piece by piece and is not there under its name before it is whole. */
export interface GrowingFile {
  write(text: string): Promise<void>
  /** Puts it on the disk and under its name, which must be in its folder. */
  finish(path: string): Promise<void>
  /** Gives it up; needed only where it is not finished. */
  discard(): Promise<void>
}

/** Begins a file for its owner's eyes only. Throws an `OperatorError` when the folder cannot be written. */
export async function growFile(folder: string): Promise<GrowingFile> {
  const temporary = temporaryPath(folder)
  const file = await open(temporary, 'wx', OWNER_ONLY).catch((cause: unknown) => {
    throw cannotBeWritten(folder, cause)
  })
  return {
    async write(text) {
      await file.write(text)
    },
    async finish(path) {
      await file.datasync()
      await file.close()
      await rename(temporary, path)
    },
    async discard() {
      await file.close().catch(() => {})
      await unlink(temporary).catch(() => {})
    },
  }
}
