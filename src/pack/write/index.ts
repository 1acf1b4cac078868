import { dirname, isAbsolute, join, relative, resolve } from 'node:path'
import { sha256Hex } from '../../contracts/hash.ts'
import {
  type EarlierManifest,
  isOutputPath,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  parseEarlierMaybe,
} from '../../contracts/manifest.ts'
import { version } from '../../contracts/version.ts'
import { folderItself, placeInside } from '../../files/inside.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { sweep } from '../../files/temporary.ts'
import { replaceFile } from '../../files/write-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { BrowserChoice } from '../../model/browser.ts'
import type { Asset, Project } from '../../model/project.ts'
import { hashOfInputs } from './hash-of-inputs.ts'
import { type Publication, publish } from './publish.ts'
import { refuseForeign } from './refuse-foreign.ts'
import { removeStale } from './remove-stale.ts'

export type { Publication } from './publish.ts'

/** Where to write, and what the manifest says of it. */
export interface WriteOptions {
  /** The folder, made when it is not there. */
  readonly out: string
  readonly project: Project
  readonly browser: Pick<BrowserChoice, 'version'>
  readonly draft: boolean
  /** True for a path that stays although this build does not make it: that of a document that was not to be built. */
  readonly stays: (path: string) => boolean
  /** The forms that are handed out with this build. */
  readonly publication?: Publication
}

/** What is in the folder now. */
export interface Written {
  /** Paths in the folder, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** How many of them are new or changed. */
  readonly written: number
  /** Paths that the last build wrote and that are no more. */
  readonly removed: readonly string[]
}

/**
 * Writes the outputs: each at once or not at all, unchanged ones untouched, and removes those of the last build that
 * are no longer made. Throws an {@link OperatorError} when the folder cannot be written, or when a file that no build has
 * written would be lost, or one behind a link; nothing is written then.
 */
export async function write(outputs: readonly Asset[], options: WriteOptions): Promise<Written> {
  const { out, publication, stays } = options
  refuseProjectFolder(options)
  await refuseLinks(out, [MANIFEST])
  const earlier = await readManifestMaybe(out)
  const made = outputs.map(describe)
  await refuseLinks(
    out,
    [...made, ...(earlier?.files ?? [])].map(({ path }) => path),
  )
  await refuseForeign(out, made, earlier)
  const paths = new Set(made.map(({ path }) => path))
  const others = earlier?.files.filter(({ path }) => !paths.has(path)) ?? []
  const { kept = [], stale = [] } = Object.groupBy(others, ({ path }) =>
    stays(path) ? 'kept' : 'stale',
  )

  // The list of published forms comes first: a form that is in somebody's hands must be on it.
  if (publication) await publish(publication)
  const isClaimed = await claim(made, options, earlier)
  const changed = await Promise.all(
    outputs.map(({ path, bytes }) => replaceFile(join(out, path), bytes)),
  )
  const removed = await removeStale(out, stale)
  await tidy(outputs, options)
  const manifest = manifestOf(made, options, earlier && { ...earlier, files: kept })
  const manifestChanged = (await writeManifest(out, manifest)) || isClaimed
  return {
    files: [...manifest.files.map(({ path }) => path), MANIFEST].sort(),
    written: [...changed, manifestChanged].filter(Boolean).length,
    removed: removed.sort(),
  }
}

/** Removes what builds that were ended have left beside the files. */
async function tidy(outputs: readonly Asset[], { out, publication }: WriteOptions): Promise<void> {
  const paths = [MANIFEST, ...outputs.map(({ path }) => path)].map((path) => join(out, path))
  const folders = new Set([...paths, ...(publication ? [publication.path] : [])].map(dirname))
  await Promise.all([...folders].map(sweep))
}

/**
 * Puts what is new into the manifest before it is written, so that the next build knows it for ours if this one is ended
 * half-way; false when nothing is new.
 */
async function claim(
  made: readonly ManifestFile[],
  options: WriteOptions,
  earlier?: EarlierManifest,
): Promise<boolean> {
  const ours = new Set(earlier?.files.map(({ path }) => path))
  const added = made.filter(({ path }) => !ours.has(path))
  return added.length > 0 && writeManifest(options.out, manifestOf(added, options, earlier))
}

/** A folder that holds the configuration holds what people wrote, which must not mix with what is generated. */
function refuseProjectFolder({ out, project: { configFile } }: WriteOptions): void {
  const inside = relative(resolve(out), resolve(configFile.cwd, configFile.path))
  if (inside.startsWith('..') || isAbsolute(inside)) return
  throw new OperatorError(
    `${out} holds the configuration itself; name a folder of its own with \`--out\``,
  )
}

/** Neither what is written nor what an earlier build is said to have written may lie behind a link out of the folder. */
async function refuseLinks(out: string, paths: readonly string[]): Promise<void> {
  await folderItself(out)
  await Promise.all(paths.map((path) => placeInside(out, join(out, path))))
}

function describe({ path, bytes }: Asset): ManifestFile {
  if (!isOutputPath(path)) throw new Error(`Unexpected output path ${path}`)
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) }
}

/** What is in the folder now: the files of this build, and those that stay of an earlier one. */
function manifestOf(
  made: readonly ManifestFile[],
  options: WriteOptions,
  earlier?: EarlierManifest,
): Manifest {
  const kept = earlier?.files ?? []
  const inputs = hashOfInputs(options.project)
  const isOfOneState = kept.length === 0 || earlier?.inputs === inputs
  return {
    format: 1,
    policypack: version,
    browser: options.browser.version,
    draft: options.draft || (kept.length > 0 && earlier?.draft === true),
    ...(isOfOneState && { inputs }),
    files: [...made, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1)),
  }
}

/** By the manifest the next build knows what is ours, so it is worth waiting for. */
async function writeManifest(out: string, manifest: Manifest): Promise<boolean> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`)
  return replaceFile(join(out, MANIFEST), bytes, { durable: true })
}

async function readManifestMaybe(out: string): Promise<EarlierManifest | undefined> {
  const bytes = await readBytesMaybe(join(out, MANIFEST)).catch(() => undefined)
  return bytes && parseEarlierMaybe(bytes.toString())
}
