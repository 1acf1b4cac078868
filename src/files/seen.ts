import { AsyncLocalStorage } from 'node:async_hooks'
import { hash } from 'node:crypto'
import { readdirSync, readFileSync, type Stats, statSync } from 'node:fs'

/** How a place of the disk was when somebody looked at it. */
export interface State {
  /** What the system says of it: what changes when a file does, the names in a folder, or that there is nothing. */
  readonly status: string
  /** SHA-256 over the bytes of a file that was read. */
  readonly sha256?: string
  /** It was changed just before; a clock may be too coarse to show that it was changed again. */
  readonly isFresh?: boolean
}

/** Every place that was looked at, by its path. */
export type Seen = Map<string, State>

/** The clocks of disks tick this often, in milliseconds, or oftener. */
const TICK = 2000

const watching = new AsyncLocalStorage<Seen>()

/** Does something and notes every place of the disk that `files/` looks at for it, also when it fails. */
export function watchReads<Result>(seen: Seen, work: () => Promise<Result>): Promise<Result> {
  return watching.run(seen, work)
}

/** Notes that a file was read, with what the system said of it before. */
export function noteFile(path: string, status: Stats, bytes: Uint8Array): void {
  watching.getStore()?.set(path, stateOf(status, bytes))
}

/** Notes that a folder was listed, or that there was nothing to read at a place. */
export function notePlace(path: string): void {
  watching.getStore()?.set(path, { status: statusNow(path) })
}

/** Whether the system says of all places what it said when they were looked at. */
export function isAsSeen(seen: Seen): boolean {
  return seen.entries().every(([path, { status }]) => statusNow(path) === status)
}

/** A file as it is now; undefined where none can be read. */
export function lookAt(path: string): State | undefined {
  try {
    return stateOf(statSync(path), readFileSync(path))
  } catch {
    return undefined
  }
}

/**
 * A place as it is now if it holds what it held: by what the system says of it, and where that is another or may be too coarse, by the
 * bytes. Undefined when it is another.
 */
export function unchanged(path: string, state: State): State | undefined {
  const isSame = statusNow(path) === state.status
  if (isSame && !state.isFresh) return state
  if (state.sha256 === undefined) return isSame ? state : undefined
  const now = lookAt(path)
  return now?.sha256 === state.sha256 ? now : undefined
}

function stateOf(status: Stats, bytes: Uint8Array): State {
  const isFresh = Date.now() - Math.max(status.mtimeMs, status.ctimeMs) < TICK
  return { status: told(status), sha256: hash('sha256', bytes), ...(isFresh && { isFresh }) }
}

function statusNow(path: string): string {
  try {
    const status = statSync(path)
    return status.isDirectory() ? readdirSync(path).sort().join('/') : told(status)
  } catch {
    return 'nothing'
  }
}

/** A file that is saved is another or has another time, or both; the second time is one that no program can set. */
function told({ ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [ino, size, mtimeMs, ctimeMs].join(' ')
}
