import { access } from 'node:fs/promises'

/** What a reading of the disk gives, or `undefined` when there is no such file. Other failures are passed on. */
export async function ifThere<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Whether there is a file or folder of this name. */
export async function isThere(path: string): Promise<boolean> {
  return (await ifThere(access(path).then(() => true))) ?? false
}
