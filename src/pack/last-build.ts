import { hash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { stateOfBrowsers } from '../browser/installed.mjs'
import { definitionName, FORMS_FOLDER } from '../contracts/file-names.ts'
import { version } from '../contracts/version.ts'
import { packageFolder } from '../files/package-folder.ts'
import { lookAt, type Seen, type State, unchanged } from '../files/seen.ts'
import { writeFile } from '../files/write-file.ts'
import type { BuildOptions, BuildResult, Earlier, MadeAll } from './make.ts'
import type { EarlierPdf } from './pdfs.ts'

/**
 * What is noted of a build, to know what of it still holds. It lies in a folder of the user's own and not in `out/`, which comes along with
 * a project that somebody else made: a hash there would vouch for whatever lies beside it.
 */
interface Note {
  /** What built: another version, Node or browser may build otherwise. */
  readonly builder: string
  /** What was asked for. */
  readonly question: string
  /** All that was read, and all that was written, by paths. */
  readonly read: readonly (readonly [string, State])[]
  readonly written: readonly (readonly [string, State])[]
  /** What the PDFs were made of, by the ids of their documents. */
  readonly pdfs: Readonly<Record<string, Pick<EarlierPdf, 'from' | 'pages' | 'step'>>>
  readonly packFrom?: string | undefined
  readonly result: BuildResult
}

/** So many are kept; the oldest go first. */
const MOST_NOTES = 200

/**
 * What the last build into this folder left that is still as it was written: its result, where nothing was changed that it depends on,
 * and otherwise its PDFs, each with what it was made of.
 */
export async function lastBuild(
  out: string,
  options: BuildOptions,
): Promise<Earlier & { readonly result?: BuildResult }> {
  const note = options.force ? undefined : readNote(out)
  if (!note || note.builder !== builder()) return { pdf: () => undefined, packPdf: undefined }
  const written = new Map(note.written)
  const bytesOf = (path: string): Uint8Array | undefined => {
    const state = written.get(path)
    if (!state || !unchanged(join(out, path), state)) return undefined
    return readFileSync(join(out, path))
  }
  const pack = note.packFrom === undefined ? undefined : bytesOf('pack.pdf')
  return {
    ...((await holds(note, out, options)) && {
      result: { ...note.result, written: 0, removed: [] },
    }),
    packPdf: pack && note.packFrom !== undefined ? { pdf: pack, from: note.packFrom } : undefined,
    pdf(id) {
      const facts = note.pdfs[id]
      const pdf = bytesOf(`${id}.pdf`)
      const form = `${FORMS_FOLDER}/${definitionName(id)}`
      const definition = bytesOf(form)
      if (!facts || !pdf || (written.has(form) && !definition)) return undefined
      return {
        ...facts,
        pdf,
        ...(definition && { definition: JSON.parse(Buffer.from(definition).toString()) }),
        said: [],
        source: '',
      }
    },
  }
}

/** Whether nothing was changed, neither what was read nor what was written. */
async function holds(note: Note, out: string, options: BuildOptions): Promise<boolean> {
  if (note.question !== questionOf(out, options)) return false
  const read = refreshed(note.read)
  const written = read && refreshed(note.written, out)
  if (!read || !written) return false
  // What was too fresh to be told by its time is so no more, and need not be read the next time.
  if ([...note.read, ...note.written].some(([, { isFresh }]) => isFresh))
    await writeNote(out, { ...note, read, written })
  return true
}

/** The places as they are now; undefined when one of them is another. */
function refreshed(places: Note['read'], folder = ''): Note['read'] | undefined {
  const now: (readonly [string, State])[] = []
  for (const [path, state] of places) {
    const found = unchanged(join(folder, path), state)
    if (!found) return undefined
    now.push([path, found])
  }
  return now
}

/** Notes what a build read and wrote. Where it cannot be noted, the next build makes everything anew. */
export async function keepBuild(
  out: string,
  options: BuildOptions,
  seen: Seen,
  { result, pdfs, packPdf, list }: MadeAll,
): Promise<void> {
  const written = result.files.map((path) => [path, lookAt(join(out, path))] as const)
  const added = list === undefined ? undefined : lookAt(list)
  if (list !== undefined && added) seen.set(list, added)
  const before = readNote(out)
  const builtBy = builder()
  // A build of some documents leaves those of others.
  const kept = options.only && before?.builder === builtBy ? before.pdfs : {}
  await writeNote(out, {
    builder: builtBy,
    question: questionOf(out, options),
    read: [...seen].filter(([path]) => !isWithin(resolve(out), resolve(path))),
    written: written.flatMap(([path, state]) => (state ? [[path, state] as const] : [])),
    pdfs: {
      ...kept,
      ...Object.fromEntries(
        pdfs
          .filter(({ said }) => said.length === 0)
          .map(({ document, from, pages, step }) => [document.id, { from, pages, step }]),
      ),
    },
    packFrom: packPdf?.from,
    result,
  })
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return !way.startsWith('..') && !isAbsolute(way)
}

/** Messages name files as they are seen from the folder in which the user is. */
function questionOf(out: string, options: BuildOptions): string {
  const { config, contentFolders, draft, only, combined, date } = options
  const day = (date ?? new Date()).toISOString().slice(0, 10)
  return JSON.stringify([
    process.cwd(),
    out,
    config,
    contentFolders,
    draft,
    only,
    combined,
    date,
    day,
  ])
}

/** What would build now: policypack, Node, and the browsers that are here. */
function builder(): string {
  return hashOf([version, process.version, process.platform, sources(), stateOfBrowsers()])
}

/** In a checkout the program changes under one version. */
function sources(): string[] {
  if (/[\\/]node_modules[\\/]/.test(packageFolder)) return []
  const files = readdirSync(join(packageFolder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  return [...files, join(packageFolder, 'package-lock.json')].map((path) => {
    const { size, mtimeMs } = statSync(path)
    return [relative(packageFolder, path), size, mtimeMs].join(' ')
  })
}

function notesFolder(): string {
  return join(homedir(), '.cache', 'policypack', 'builds')
}

function notePath(out: string): string {
  return join(notesFolder(), `${hashOf(realpathSync(out))}.json`)
}

/** Undefined where there is none, or none that can be read. */
function readNote(out: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(notePath(out), 'utf8'))
  } catch {
    return undefined
  }
}

async function writeNote(out: string, note: Note): Promise<void> {
  try {
    mkdirSync(notesFolder(), { recursive: true, mode: 0o700 })
    await writeFile(notePath(out), JSON.stringify(note), { isPrivate: true })
    removeOld()
  } catch {
    // Nothing depends on it but the time of the next build.
  }
}

function removeOld(): void {
  const names = readdirSync(notesFolder())
  if (names.length <= MOST_NOTES) return
  const paths = names.map((name) => join(notesFolder(), name))
  const byAge = paths.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
  for (const path of byAge.slice(MOST_NOTES / 2)) rmSync(path, { force: true })
}

function hashOf(value: unknown): string {
  return hash('sha256', JSON.stringify(value))
}
