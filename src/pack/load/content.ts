import { basename, join, parse } from 'node:path'
import pMap from 'p-map'
import type { VFile } from 'vfile'
import { listFolder } from '../../files/folder.ts'
import { shownPath } from '../../files/shown-path.ts'
import { readTextMaybe } from '../../files/text-file.ts'
import { report } from '../../messages/message.ts'
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

/** Endings of what people write documents in: those that can be adopted, and those that have to be saved as another first. */
const adopted: readonly string[] = ['.docx', '.odt', '.html', '.htm', '.txt', '.pdf']
const savedAnew: readonly string[] = ['.doc', '.dot', '.rtf', '.pages', '.wpd']

/** Tells of files in the folders that are documents for people and none that can be read, as `content-other`. */
export async function reportOther(folders: readonly string[], file: VFile): Promise<void> {
  for (const folder of folders)
    for (const name of await listFolder(folder)) {
      const { name: stem, ext } = parse(name)
      const path = shownPath(join(folder, name))
      const ending = ext.toLowerCase()
      if (adopted.includes(ending)) tell(path, `${adoption(path)}.`)
      else if (savedAnew.includes(ending))
        tell(path, `Save it as .docx; then ${adoption(path.replace(/[^.]+$/, 'docx'))}.`)
      else if (/^\.(?:markdown|mdown|md)$/.test(ending) && ext !== '.md')
        tell(path, `Name it \`${stem}.md\`.`)
    }

  function tell(path: string, note: string): void {
    const reason = `\`${path}\` is no Markdown file, and is not in the pack`
    report(file, 'content-other', reason, undefined, note)
  }
}

function adoption(path: string): string {
  return `\`policypack adopt ${path.includes(' ') ? `"${path}"` : path}\` makes a document of it`
}

export async function readContent(files: readonly ContentFile[]): Promise<Source[]> {
  // A computer opens some hundred files at once, and no more.
  const read = await pMap(files, ({ path }) => readTextMaybe(path, 'front-matter'), {
    concurrency: 50,
  })
  return read.flatMap((file) => (file ? [{ file }] : []))
}
