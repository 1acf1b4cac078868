import { access } from 'node:fs/promises'

/** The code of an error of the system, such as `EACCES`; empty for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** True for the error that Node throws when there is no such file or folder. */
export function isMissing(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(codeOf(error))
}

/** What a reading of the disk gives, or `undefined` when there is no such file or folder. Other failures are passed on. */
export async function ifThere<Result>(reading: Promise<Result>): Promise<Result | undefined> {
  try {
    return await reading
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Whether there is a file or folder of this name. */
export async function isThere(path: string): Promise<boolean> {
  return (await ifThere(access(path).then(() => true))) ?? false
}
