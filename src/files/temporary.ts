import { randomUUID } from 'node:crypto'
import { rmSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasEnded, OWNER } from './owner.ts'

const TEMPORARY = /^\.tmp-(?<owner>[0-9a-f]{8}-\d+)-[0-9a-f-]+$/

/** Longer than any write takes; for temporary files of other computers on a shared folder. */
const ABANDONED_MS = 3_600_000

/** The names that this process gives begin so; another one with its number may have left files before, as in a container. */
const OWN = `.tmp-${OWNER}-${randomUUID()}`

/** A name in a folder that `sweep` knows for a temporary file of this process. */
export function temporaryPath(folder: string): string {
  return join(folder, `${OWN}-${randomUUID()}`)
}

/**
 * Makes a folder in the computer's folder for temporary files that is removed at the end; those that were left there because their
 * process was killed are removed now.
 */
export async function temporaryFolder(): Promise<{ readonly path: string } & AsyncDisposable> {
  await sweep(tmpdir())
  const path = temporaryPath(tmpdir())
  await mkdir(path, { mode: 0o700 })
  const removeAtOnce = () => rmSync(path, { recursive: true, force: true })
  process.once('exit', removeAtOnce)
  return {
    path,
    [Symbol.asyncDispose]: async () => {
      process.off('exit', removeAtOnce)
      // A browser may write to it for a moment after its end.
      await rm(path, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
    },
  }
}

/** Removes the temporary files in a folder whose writers were ended before they could. */
export async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const owner = name.match(TEMPORARY)?.groups?.owner
    if (owner === undefined || name.startsWith(OWN)) continue
    const path = join(folder, name)
    if (owner === OWNER || hasEnded(owner) || (await isAbandoned(path)))
      await rm(path, { recursive: true, force: true }).catch(() => {})
  }
}

async function isAbandoned(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined)
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_MS
}
