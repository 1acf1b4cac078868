import { readdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { PROMPTS_FOLDER } from '../contracts/file-names.ts'
import { makePrivateFolder } from '../files/folder.ts'
import { ifThere } from '../files/missing.ts'
import { writeFile } from '../files/write-file.ts'

/**
 * Writes the pages of a programme and what lies beside them, for their owner's eyes only, and takes away the prompts of before. Throws
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
  for (const name of ['.', PROMPTS_FOLDER]) await makePrivateFolder(join(folder, name))
  const before = (await ifThere(readdir(join(folder, PROMPTS_FOLDER)))) ?? []
  for (const name of before)
    if (name.endsWith('.eml') && !files.has(`${PROMPTS_FOLDER}/${name}`))
      await unlink(join(folder, PROMPTS_FOLDER, name))
  for (const [path, content] of files)
    await writeFile(join(folder, path), content, { isPrivate: true })
}
