import { createHash } from 'node:crypto'
import { hostname } from 'node:os'

const HOST = createHash('sha256').update(hostname()).digest('hex').slice(0, 8)

/** Names this process, on this computer, in the names of its temporary files: `<host>-<pid>`. */
export const OWNER = `${HOST}-${process.pid}`

/** True when the process so named was of this computer and has ended. */
export function hasEnded(owner: string): boolean {
  const [, pid] = owner.split('-')
  if (!isOfThisComputer(owner) || Number(pid) === process.pid) return false
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}

/** True when the process so named is, or was, of this computer. */
export function isOfThisComputer(owner: string): boolean {
  return owner.startsWith(`${HOST}-`)
}
