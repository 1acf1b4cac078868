import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../model/hash.ts'
import type { ManifestFile } from './manifest.ts'

/**
 * Removes files that an earlier build wrote and this one did not. A file that somebody has changed since stays: it is
 * no longer ours.
 */
export async function removeStale(
  out: string,
  earlier: readonly ManifestFile[],
  present: ReadonlySet<string>,
): Promise<void> {
  for (const { path, sha256 } of earlier) {
    if (present.has(path)) continue
    const bytes = await readFile(join(out, path)).catch(() => undefined)
    if (bytes && sha256Hex(bytes) === sha256) await rm(join(out, path), { force: true })
  }
}
