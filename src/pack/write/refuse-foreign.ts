import { join } from 'node:path'
import { sha256Hex } from '../../contracts/hash.ts'
import { type EarlierManifest, MANIFEST, type ManifestFile } from '../../contracts/manifest.ts'
import { isThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'

/**
 * Throws an {@link OperatorError} when outputs would overwrite files that no build has written, as in the folder of a
 * web site. One with the very bytes of the output does no harm.
 */
export async function refuseForeign(
  out: string,
  made: readonly ManifestFile[],
  earlier: EarlierManifest | undefined,
): Promise<void> {
  const ours = new Set(earlier?.files.map(({ path }) => path))
  const unknown = made.filter(({ path }) => !ours.has(path))
  const found = await Promise.all(unknown.map((file) => isForeign(out, file)))
  const hasManifest = !earlier && (await isThere(join(out, MANIFEST)))
  const foreign = [
    ...unknown.filter((_, index) => found[index]).map(({ path }) => path),
    ...(hasManifest ? [MANIFEST] : []),
  ]
  const [first, ...others] = foreign
  if (first === undefined) return
  const more = others.length > 0 ? ` and ${others.length} more` : ''
  throw new OperatorError(
    `${out} holds files that policypack did not write and would overwrite, \`${first}\`${more}; name another folder with \`--out\`, or move them away`,
  )
}

async function isForeign(out: string, { path, sha256 }: ManifestFile): Promise<boolean> {
  const bytes = await readBytesMaybe(join(out, path), { within: out })
  return bytes !== undefined && sha256Hex(bytes) !== sha256
}
