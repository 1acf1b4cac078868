import { readFile } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import type { BrowserChoice } from '../model/browser.ts'
import { sha256Hex } from '../model/hash.ts'
import { OperatorError } from '../model/operator-error.ts'
import type { Asset, Project } from '../model/project.ts'
import { version } from '../model/version.ts'
import { hashOfInputs } from './hash-of-inputs.ts'
import {
  isOutputPath,
  MANIFEST,
  type Manifest,
  type ManifestFile,
  parseManifestMaybe,
} from './manifest.ts'
import { type Publication, publish } from './publish.ts'
import { removeStale } from './remove-stale.ts'
import { replaceFile } from './replace-file.ts'

export type { Publication } from './publish.ts'

export { replaceFile } from './replace-file.ts'

/** Where to write, and what the manifest says of it. */
export interface WriteOptions {
  /** The folder, made when it is not there. */
  readonly out: string
  readonly project: Project
  readonly browser: Pick<BrowserChoice, 'version'>
  readonly draft: boolean
  /** True when only some documents were built: the files of the others stay. */
  readonly partial: boolean
  /** The forms that are handed out with this build. */
  readonly publication?: Publication
}

/** What is in the folder now. */
export interface Written {
  /** Paths in the folder, with forward slashes, sorted. */
  readonly files: readonly string[]
  /** How many of them are new or changed. */
  readonly written: number
}

/**
 * Writes the outputs: each at once or not at all, unchanged ones untouched, and removes those of the last build that
 * are no longer made. Throws an {@link OperatorError} when the folder cannot be written.
 */
export async function write(outputs: readonly Asset[], options: WriteOptions): Promise<Written> {
  const { out, partial, publication } = options
  refuseProjectFolder(options)
  const earlier = await readManifest(out)
  const made = outputs.map(describe)
  const present = new Set(made.map(({ path }) => path))
  const kept = partial ? earlier.filter(({ path }) => !present.has(path)) : []
  const files = [...made, ...kept].sort((a, b) => (a.path < b.path ? -1 : 1))

  // The list of published forms comes first: a form that is in somebody's hands must be on it.
  if (publication) await publish(publication)
  const changed = await Promise.all(
    outputs.map(({ path, bytes }) => replaceFile(join(out, path), bytes)),
  )
  if (!partial) await removeStale(out, earlier, present)
  const manifest = new TextEncoder().encode(
    `${JSON.stringify(manifestOf(files, options), null, 2)}\n`,
  )
  const manifestChanged = await replaceFile(join(out, MANIFEST), manifest)
  return {
    files: [...files.map(({ path }) => path), MANIFEST].sort(),
    written: [...changed, manifestChanged].filter(Boolean).length,
  }
}

/** A folder that holds the configuration holds what people wrote, which must not mix with what is generated. */
function refuseProjectFolder({ out, project: { configFile } }: WriteOptions): void {
  const inside = relative(resolve(out), resolve(configFile.cwd, configFile.path))
  if (inside.startsWith('..') || isAbsolute(inside)) return
  throw new OperatorError(
    `${out} holds the configuration itself; name a folder of its own with \`--out\``,
  )
}

function describe({ path, bytes }: Asset): ManifestFile {
  if (!isOutputPath(path)) throw new Error(`Unexpected output path ${path}`)
  return { path, bytes: bytes.length, sha256: sha256Hex(bytes) }
}

function manifestOf(files: ManifestFile[], options: WriteOptions): Manifest {
  return {
    format: 1,
    policypack: version,
    browser: options.browser.version,
    draft: options.draft,
    inputs: hashOfInputs(options.project),
    files,
  }
}

async function readManifest(out: string): Promise<readonly ManifestFile[]> {
  const text = await readFile(join(out, MANIFEST), 'utf8').catch(() => undefined)
  return (text !== undefined && parseManifestMaybe(text)?.files) || []
}
