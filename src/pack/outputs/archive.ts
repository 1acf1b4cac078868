import { type Zippable, zipSync } from 'fflate'
import { slug } from '../../language/slug.ts'
import type { Organisation } from '../../model/organisation.ts'
import type { Asset } from '../../model/project.ts'

/** What is compressed already. */
const COMPRESSED = /\.(pdf|woff2?|png|jpe?g)$/i

/**
 * The files of a pack as one ZIP, in a folder with the name of the organisation. The same files give the same bytes:
 * they stand in the order of their paths and bear no time.
 */
export function archive(files: readonly Asset[], organisation: Pick<Organisation, 'name'>): Asset {
  const folder = folderName(organisation)
  const sorted = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const entries: Zippable = {}
  for (const { path, bytes } of sorted)
    entries[`${folder}/${path}`] = [bytes, { level: COMPRESSED.test(path) ? 0 : 6 }]
  // fflate writes the local time; the earliest that a ZIP can hold is the same everywhere.
  return {
    path: archivePath(organisation),
    bytes: zipSync(entries, { mtime: new Date(1980, 0, 1), os: 3 }),
  }
}

/** Path of the archive in `out`. */
export function archivePath(organisation: Pick<Organisation, 'name'>): string {
  return `${folderName(organisation)}.zip`
}

function folderName({ name }: Pick<Organisation, 'name'>): string {
  return slug(name, 'organisation')
}
