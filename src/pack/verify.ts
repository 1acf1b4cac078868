import { lstat, readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { sha256Hex } from '../contracts/hash.ts'
import { MANIFEST, type ManifestFile, parseManifestMaybe } from '../contracts/manifest.ts'
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
  /** What was not built: somebody put it there. */
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
  const present = await filesIn(folder)
  const built = new Set([MANIFEST, ...files.map(({ path }) => path)])
  const missing: string[] = []
  const changed: string[] = []
  for (const file of files) {
    if (!present.has(file.path)) missing.push(file.path)
    else if (!(await isUnchanged(folder, file))) changed.push(file.path)
  }
  const extra = [...present].filter((path) => !built.has(path) && !LITTER.test(path)).sort()
  const ok = missing.length + changed.length + extra.length === 0
  return { ok, files: files.length, draft, missing, changed, extra }
}

async function readManifest(folder: string) {
  const path = join(folder, MANIFEST)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new OperatorError(
      `${path} cannot be read; name the folder of a pack that \`policypack build\` has made`,
      { cause },
    )
  })
  const manifest = parseManifestMaybe(text)
  if (!manifest)
    throw new OperatorError(
      `${path} is not a manifest as policypack writes it; run \`policypack build\` again`,
    )
  return manifest
}

async function filesIn(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return new Set(
    entries
      .filter((entry) => !entry.isDirectory())
      .map(({ parentPath, name }) =>
        join(parentPath, name).slice(join(folder, sep).length).split(sep).join('/'),
      ),
  )
}

async function isUnchanged(
  folder: string,
  { path, bytes, sha256 }: ManifestFile,
): Promise<boolean> {
  const status = await lstat(join(folder, path))
  if (!status.isFile() || status.size !== bytes) return false
  return sha256Hex(await readFile(join(folder, path))) === sha256
}
