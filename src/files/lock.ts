import { randomUUID } from 'node:crypto'
import { link, rename, stat, unlink, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { OperatorError } from '../messages/operator-error.ts'
import { cannotBeWritten } from './cannot-be-written.ts'
import { codeOf } from './missing.ts'
import { hasEnded, isOfThisComputer, OWNER } from './owner.ts'
import { readBytesMaybe } from './regular-file.ts'
import { temporaryPath } from './temporary.ts'

/** A lock is held while a file or two are written, which takes milliseconds. A holder elsewhere is given up after this. */
const ABANDONED_MS = 60_000
/** A holder on this computer that is alive may be reading very many records, unless another program has its number now. */
const ABANDONED_HERE_MS = 600_000
/** A lock is empty between its making and its marking; one that stays so was left by a process that was ended then. */
const UNMARKED_MS = 2_000
const PATIENCE_MS = 120_000

/** Tells the locks of this process from those that another with its number left. They go when they are given up, never before. */
const RUN = randomUUID()

/**
 * Does something while nobody else, in this process or another, holds the lock of this path. A lock whose holder has ended
 * is taken over. Throws an {@link OperatorError} when a lock is not given up for two minutes; `otherAtWork` is the sentence
 * that tells who else would hold it.
 */
export async function withLock<Result>(
  path: string,
  otherAtWork: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const mark = `${OWNER} ${RUN} ${randomUUID()}`
  try {
    await acquire(path, mark, otherAtWork)
    return await work()
  } finally {
    if ((await readMark(path)) === mark) await unlink(path).catch(() => {})
  }
}

/** Removes a lock whose holder was ended before it could. */
export async function removeStaleLock(path: string): Promise<void> {
  await takeStale(path)
}

async function acquire(path: string, mark: string, otherAtWork: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!(await create(path, mark))) {
    if (await takeStale(path)) continue
    if (Date.now() > end)
      throw new OperatorError(`${otherAtWork}; if there is none, delete ${path}`)
    await setTimeout(2 + Math.random() * 20)
  }
}

async function create(path: string, mark: string): Promise<boolean> {
  try {
    await writeFile(path, mark, { flag: 'wx' })
    return true
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return false
    throw cannotBeWritten(path, cause)
  }
}

/**
 * Takes a lock away when its holder has ended. Two may try at once: what was taken by mistake is put back. It is taken
 * under the name of a temporary file, so that it is swept away when this process is ended before it has removed it.
 */
async function takeStale(path: string): Promise<boolean> {
  const mark = await readMark(path)
  if (mark === undefined || !(await isStale(path, mark))) return false
  const taken = temporaryPath(dirname(path))
  const moved = await rename(path, taken).then(
    () => true,
    () => false,
  )
  if (!moved) return false
  const isRight = (await readMark(taken)) === mark
  if (!isRight) await link(taken, path).catch(() => {})
  await unlink(taken).catch(() => {})
  return isRight
}

async function isStale(path: string, mark: string): Promise<boolean> {
  const [owner = '', run] = mark.split(' ')
  if (owner === OWNER) return run !== RUN
  if (hasEnded(owner)) return true
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > patienceWith(owner)
}

function patienceWith(owner: string): number {
  if (owner === '') return UNMARKED_MS
  return isOfThisComputer(owner) ? ABANDONED_HERE_MS : ABANDONED_MS
}

async function readMark(path: string): Promise<string | undefined> {
  return (await readBytesMaybe(path).catch(() => undefined))?.toString()
}
