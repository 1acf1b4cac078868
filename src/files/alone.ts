import { mkdir, open, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from '../messages/operator-error.ts'
import { cannotBeWritten } from './replace-file.ts'

/** A lock is held while a short file is read and written, which takes milliseconds; an older one was left by a build that was ended. */
const ABANDONED_MS = 10_000
const PATIENCE_MS = 30_000
const PAUSE_MS = 20

/**
 * Does something with a file while no other build, in this process or another, does so. Throws an {@link OperatorError}
 * when the lock beside the file is not given up.
 */
export async function alone<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`
  const end = Date.now() + PATIENCE_MS
  while (!(await take(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true })
    if (Date.now() > end)
      throw new OperatorError(`Another build writes ${path}; if there is none, delete ${lock}`)
    await wait(PAUSE_MS)
  }
  try {
    return await work()
  } finally {
    await rm(lock, { force: true })
  }
}

async function isAbandoned(lock: string): Promise<boolean> {
  const found = await stat(lock).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS
}

async function take(lock: string): Promise<boolean> {
  try {
    await mkdir(dirname(lock), { recursive: true })
    const file = await open(lock, 'wx')
    await file.close()
    return true
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false
    throw cannotBeWritten(lock, cause)
  }
}
