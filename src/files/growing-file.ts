import { open, rename, unlink } from 'node:fs/promises'
import { cannotBeWritten } from './cannot-be-written.ts'
import { temporaryPath } from './temporary.ts'
import { OWNER_ONLY } from './write-file.ts'

/**
 * Begins a file for its owner's eyes only that grows piece by piece and is not there under its name, which must be in its folder, before
 * it is finished. Throws an `OperatorError` when the folder cannot be written.
 */
export async function growFile(folder: string) {
  const temporary = temporaryPath(folder)
  const file = await open(temporary, 'wx', OWNER_ONLY).catch((cause: unknown) => {
    throw cannotBeWritten(folder, cause)
  })
  return {
    async write(text: string): Promise<void> {
      await file.write(text)
    },
    async finish(path: string): Promise<void> {
      await file.datasync()
      await file.close()
      await rename(temporary, path)
    },
    async discard(): Promise<void> {
      await file.close().catch(() => {})
      await unlink(temporary).catch(() => {})
    },
  }
}
