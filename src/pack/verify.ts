import type { Dirent } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { sha256Hex } from '../contracts/hash.ts'
import { MANIFEST, type ManifestFile, parseManifestMaybe } from '../contracts/manifest.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { OperatorError } from '../messages/operator-error.ts'

/** What systems leave in folders that somebody looks into. */
const LITTER = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i

/** How a pack differs from what was built. Paths are within its folder, with forward slashes, sorted. */
export interface PackState {
  /** True when nothing differs. */
  readonly ok: boolean
  /** How many files were built. */
  readonly files: number
  readonly draft: boolean
  readonly missing: readonly string[]
  readonly changed: readonly string[]
  /** What was not built: files, hidden ones too, links, and folders, which end in a slash. */
  readonly extra: readonly string[]
}

/**
 * Compares a pack with its manifest. Throws an {@link OperatorError} when the folder has none, or one that cannot be
 * used.
 *
 * @example
 * ```ts
 * import { verifyPack } from 'policypack'
 *
 * const { ok, missing, changed, extra } = await verifyPack('out')
 * console.log(ok ? 'The pack is as it was built' : { missing, changed, extra })
 * ```
 */
export async function verifyPack(folder: string): Promise<PackState> {
  const { files, draft } = await readManifest(folder)
  const present = await entriesIn(folder)
  const built = new Set([MANIFEST, ...files.map(({ path }) => path)])
  const missing: string[] = []
  const changed: string[] = []
  for (const file of files) {
    if (!present.has(file.path)) missing.push(file.path)
    else if (!present.get(file.path)?.isFile() || !(await isUnchanged(folder, file)))
      changed.push(file.path)
  }
  const folders = new Set([...built].flatMap(foldersOf))
  const isOurs = (path: string, entry: Dirent) =>
    entry.isDirectory() ? folders.has(path) : built.has(path) || isLitter(path, entry)
  const extra = [...present]
    .filter(([path, entry]) => !isOurs(path, entry))
    .map(([path, entry]) => (entry.isDirectory() ? `${path}/` : path))
    .sort()
  const ok = missing.length + changed.length + extra.length === 0
  return { ok, files: files.length, draft, missing, changed, extra }
}

async function readManifest(folder: string) {
  const path = join(folder, MANIFEST)
  const unreadable = (cause?: unknown) =>
    new OperatorError(
      `${path} cannot be read; name the folder of a pack that \`policypack build\` has made`,
      { cause },
    )
  const bytes = await readBytesMaybe(path).catch((cause: unknown) => {
    throw unreadable(cause)
  })
  if (!bytes) throw unreadable()
  const manifest = parseManifestMaybe(bytes.toString())
  if (!manifest)
    throw new OperatorError(
      `${path} is not a manifest as policypack writes it; run \`policypack build\` again`,
    )
  return manifest
}

async function entriesIn(folder: string): Promise<Map<string, Dirent>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Map(
    entries.map((entry) => [
      relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'),
      entry,
    ]),
  )
}

function foldersOf(path: string): string[] {
  const parts = path.split('/')
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'))
}

function isLitter(path: string, entry: Dirent): boolean {
  return entry.isFile() && LITTER.test(path)
}

async function isUnchanged(
  folder: string,
  { path, bytes, sha256 }: ManifestFile,
): Promise<boolean> {
  const found = await readBytesMaybe(join(folder, path), { within: folder }).catch(() => undefined)
  return found?.length === bytes && sha256Hex(found) === sha256
}
