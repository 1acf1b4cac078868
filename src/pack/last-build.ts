import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { definitionName, FORMS_FOLDER } from '../contracts/file-names.ts'
import { lookAt, type Seen, unchanged } from '../files/seen.ts'
import type { BuildOptions, BuildResult, Earlier, MadeAll } from './make.ts'
import type { EarlierPdf } from './pdfs.ts'
import {
  builder,
  hasFresh,
  hashOf,
  type Note,
  type Places,
  questionOf,
  readNote,
  refreshed,
  writeNote,
} from './recall.ts'

/** What is noted of a build, to know what of it still holds. */
interface BuildNote extends Note {
  readonly written: Places
  /** What the PDFs were made of, by the ids of their documents. */
  readonly pdfs: Readonly<Record<string, Pick<EarlierPdf, 'from' | 'pages'>>>
  readonly packFrom?: string | undefined
  readonly result: BuildResult
}

/**
 * What the last build into this folder left that is still as it was written: its result, where nothing was changed that it depends on,
 * and otherwise its PDFs, each with what it was made of.
 */
export async function lastBuild(
  out: string,
  options: BuildOptions,
): Promise<Earlier & { readonly result?: BuildResult }> {
  const note = options.force ? undefined : readNote<BuildNote>(nameOf(out))
  if (!note || note.builder !== builder())
    return { isThere: false, pdf: () => undefined, packPdf: undefined }
  const written = new Map(note.written)
  const bytesOf = (path: string): Uint8Array | undefined => {
    const state = written.get(path)
    if (!state || !unchanged(join(out, path), state)) return undefined
    return readFileSync(join(out, path))
  }
  const pack = note.packFrom === undefined ? undefined : bytesOf('pack.pdf')
  return {
    isThere: true,
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
async function holds(note: BuildNote, out: string, options: BuildOptions): Promise<boolean> {
  if (note.question !== questionFor(out, options)) return false
  const read = refreshed(note.read)
  const written = read && refreshed(note.written, out)
  if (!read || !written) return false
  // What was too fresh to be told by its time is so no more, and need not be read the next time.
  if (hasFresh([...note.read, ...note.written])) await writeBuild(out, { ...note, read, written })
  return true
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
  const before = readNote<BuildNote>(nameOf(out))
  const builtBy = builder()
  // A build of some documents leaves those of others.
  const kept = options.only && before?.builder === builtBy ? before.pdfs : {}
  await writeBuild(out, {
    builder: builtBy,
    question: questionFor(out, options),
    read: [...seen].filter(([path]) => !isWithin(resolve(out), resolve(path))),
    written: written.flatMap(([path, state]) => (state ? [[path, state] as const] : [])),
    pdfs: {
      ...kept,
      ...Object.fromEntries(
        pdfs
          .filter(({ said }) => said.length === 0)
          .map(({ document, from, pages }) => [document.id, { from, pages }]),
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

function questionFor(out: string, options: BuildOptions): string {
  const { config, contentFolders, draft, only, combined, date } = options
  return questionOf([out, config, contentFolders, draft, only, combined, date], date)
}

function writeBuild(out: string, note: BuildNote): Promise<void> {
  return writeNote(nameOf(out), note)
}

/** The last build into a folder is noted, whatever was asked for. */
function nameOf(out: string): string {
  return join('builds', hashOf(existsSync(out) ? realpathSync(out) : resolve(out)))
}
