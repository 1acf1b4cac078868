import { basename, join } from 'node:path'
import pMap from 'p-map'
import { listFolder } from '../../files/folder.ts'
import { readTextMaybe } from '../../files/text-file.ts'
import type { Source } from '../../model/document.ts'

/** A content file that is to be read. */
export interface ContentFile {
  /** The name without `.md`, which is the document's id. */
  readonly id: string
  readonly path: string
}

/** The content files of all folders, by id; a file in an earlier folder stands in for one of that name in a later. */
export async function findContent(folders: readonly string[]): Promise<ContentFile[]> {
  const found = new Map<string, string>()
  for (const folder of folders)
    for (const name of await listFolder(folder)) {
      const id = basename(name, '.md')
      if (name.endsWith('.md') && !found.has(id)) found.set(id, join(folder, name))
    }
  return [...found].map(([id, path]) => ({ id, path })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Reads the content files. */
export async function readContent(files: readonly ContentFile[]): Promise<Source[]> {
  // A computer opens some hundred files at once, and no more.
  const read = await pMap(files, ({ path }) => readTextMaybe(path, 'front-matter'), {
    concurrency: 50,
  })
  return read.flatMap((file) => (file ? [{ file }] : []))
}
