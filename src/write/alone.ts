import { mkdir, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { OperatorError } from '../model/operator-error.ts'
import { cannotBeWritten } from './replace-file.ts'

/** A lock is held while a short file is read and written, which takes milliseconds. */
const PATIENCE_MS = 10_000
const PAUSE_MS = 20

/**
 * Does something with a file while no other build, in this process or another, does so. Throws an {@link OperatorError}
 * when the lock beside the file is not given up: a build that was ended may have left it.
 */
export async function alone<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const lock = `${path}.lock`
  const end = Date.now() + PATIENCE_MS
  while (!(await take(lock))) {
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
