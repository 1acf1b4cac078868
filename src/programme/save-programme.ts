import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { PEOPLE_FOLDER, PROMPTS_FOLDER } from '../contracts/file-names.ts'
import { makePrivateFolder } from '../files/folder.ts'
import { ifThere } from '../files/missing.ts'
import { writeFile } from '../files/write-file.ts'

/** Folders of which each file is made anew, and how their names end. */
const MADE = { [PROMPTS_FOLDER]: '.eml', [PEOPLE_FOLDER]: '.html' } as const

/**
 * Writes the pages of a programme and what lies beside them, for their owner's eyes only, and takes away the prompts and the pages of people of before. Throws
 * an `OperatorError` when a file cannot be written.
 *
 * @example
 * ```ts
 * import { saveProgramme, usualFolders } from 'policypack'
 *
 * const { programme } = usualFolders('org.config.json')
 * await saveProgramme(programme, new Map([['index.html', '<!doctype html><title>Nothing yet</title>']]))
 * console.log('saved')
 * ```
 */
export async function saveProgramme(
  folder: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<void> {
  await makePrivateFolder(folder)
  for (const [name, ending] of Object.entries(MADE)) {
    await makePrivateFolder(join(folder, name))
    const before = (await ifThere(readdir(join(folder, name)))) ?? []
    for (const file of before)
      if (file.endsWith(ending) && !files.has(`${name}/${file}`))
        await unlink(join(folder, name, file))
  }
  for (const [path, content] of files)
    await writeFile(join(folder, path), content, { isPrivate: true })
}
