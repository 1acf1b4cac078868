import { hash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { stateOfBrowsers } from '../browser/installed.mjs'
import { version } from '../contracts/version.ts'
import { packageFolder } from '../files/package-folder.ts'
import { type Seen, type State, unchanged, watchReads } from '../files/seen.ts'
import { writeFile } from '../files/write-file.ts'

/** Places of the disk by their paths, as they were when they were looked at. */
export type Places = readonly (readonly [path: string, state: State])[]

/**
 * What was noted of work, to know whether it still holds. It lies in a folder of the user's own and not in the project, which somebody
 * else may have made: a hash there would vouch for whatever lies beside it.
 */
export interface Note {
  /** What did it: another version, Node or browser may do it otherwise. */
  readonly builder: string
  /** What was asked for. */
  readonly question: string
  /** All that was read. */
  readonly read: Places
}

interface ResultNote<Result> extends Note {
  readonly result: Result
}

/** So many are kept of each kind, one for each organisation of a long run; the oldest go first. */
const MOST_NOTES = 1000

/**
 * Gives the result that work had the last time, where nothing is another that it depends on, and otherwise works. The result must be
 * plain data.
 */
export async function recall<Result>(
  kind: string,
  question: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const name = join(kind, hashOf(question))
  const note = readNote<ResultNote<Result>>(name)
  const builtBy = builder()
  const read = note?.builder === builtBy ? refreshed(note.read) : undefined
  if (note && read) {
    if (hasFresh(note.read)) await writeNote<ResultNote<Result>>(name, { ...note, read })
    return note.result
  }
  const seen: Seen = new Map()
  const result = await watchReads(seen, work)
  await writeNote<ResultNote<Result>>(name, { builder: builtBy, question, read: [...seen], result })
  return result
}

/** The words for what was asked for, on which day; messages name files as they are seen from the folder in which the user is. */
export function questionOf(asked: readonly unknown[], date = new Date()): string {
  return JSON.stringify([process.cwd(), date.toISOString().slice(0, 10), ...asked])
}

/** The places as they are now; undefined when one of them is another. */
export function refreshed(places: Places, folder = ''): Places | undefined {
  const now: (readonly [string, State])[] = []
  for (const [path, state] of places) {
    const found = unchanged(join(folder, path), state)
    if (!found) return undefined
    now.push([path, found])
  }
  return now
}

/** Whether some were too fresh to be told by their times: a new note of them need not read them the next time. */
export function hasFresh(places: Places): boolean {
  return places.some(([, { isFresh }]) => isFresh)
}

/** What would work now: policypack with its dependencies, Node, and the browsers that are here. */
export function builder(): string {
  return hashOf([reader(), stateOfBrowsers()])
}

let read: string | undefined

/** What reads now: policypack with its dependencies and Node, as they were when this process first asked. */
export function reader(): string {
  read ??= hashOf([version, process.version, process.platform, program()])
  return read
}

/** Programs change under one version: in a checkout, and where somebody installs another package of the same. */
function program(): string[] {
  const folder = ['src', 'dist'].map((name) => join(packageFolder, name)).find(existsSync)
  const files = folder ? readdirSync(folder, { recursive: true, withFileTypes: true }) : []
  return [
    ...files
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name)),
    // npm writes it anew with each change of what is installed.
    join(packageFolder, 'node_modules/.package-lock.json'),
    join(packageFolder, '../.package-lock.json'),
  ].flatMap((path) => {
    const status = statSync(path, { throwIfNoEntry: false })
    // Not by the time that links change: where packages are linked from a store, others link them too.
    return status ? [path, status.ino, status.size, status.mtimeMs].join(' ') : []
  })
}

/** Undefined where there is none, or none that can be read. */
export function readNote<Kept extends Note>(name: string): Kept | undefined {
  try {
    return JSON.parse(readFileSync(pathOf(name), 'utf8'))
  } catch {
    return undefined
  }
}

/** Where it cannot be written, the next time all is done anew. */
export async function writeNote<Kept extends Note>(name: string, note: Kept): Promise<void> {
  await writeNoted(pathOf(name), JSON.stringify(note))
}

/** Writes a file among the notes, and removes the oldest where there are too many; nothing where it cannot be written. */
export async function writeNoted(path: string, content: Uint8Array | string): Promise<void> {
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    await writeFile(path, content, { isPrivate: true })
    removeOld(dirname(path))
  } catch {
    // Nothing depends on it but the time of the next run.
  }
}

/** Where notes lie, in folders by what they are of. */
export function notesFolder(): string {
  return join(homedir(), '.cache', 'policypack')
}

function pathOf(name: string): string {
  return join(notesFolder(), `${name}.json`)
}

function removeOld(folder: string): void {
  const names = readdirSync(folder)
  if (names.length <= MOST_NOTES) return
  const paths = names.map((name) => join(folder, name))
  const byAge = paths.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of byAge.slice(MOST_NOTES / 2)) rmSync(path, { force: true })
}

/** A hash over plain data. */
export function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
