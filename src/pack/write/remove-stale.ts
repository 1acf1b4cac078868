import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '../../contracts/hash.ts'
import type { ManifestFile } from '../../contracts/manifest.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'

/**
 * Removes files that an earlier build wrote and that are outdated, and gives their paths. A file that somebody has
 * changed since stays: it is no longer ours.
 */
export async function removeStale(out: string, stale: readonly ManifestFile[]): Promise<string[]> {
  const removed: string[] = []
  for (const { path, sha256 } of stale) {
    const bytes = await readBytesMaybe(join(out, path), { within: out }).catch(() => undefined)
    if (!bytes || sha256Hex(bytes) !== sha256) continue
    await rm(join(out, path), { force: true })
    removed.push(path)
  }
  return removed
}
