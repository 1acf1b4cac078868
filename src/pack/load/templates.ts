import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join, parse as parsePath } from 'node:path'
import { VFile } from 'vfile'
import { listFolder } from '../../files/folder.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { shownPath } from '../../files/shown-path.ts'
import { reportControlCharacters } from '../../messages/control-characters.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Templates } from '../../model/project.ts'
import { readFonts } from './fonts.ts'

/** Longer ones are no layouts and no styles. */
const MAX_TEXT_BYTES = 2_000_000

/**
 * Reads the templates of all folders; a file in an earlier folder stands in for one of that name in a later. Throws an
 * {@link OperatorError} when one that is needed is missing or cannot be read.
 */
export async function readTemplates(folders: readonly string[]): Promise<Templates> {
  const [layouts, styles, assets, formFont, codeWriter] = await Promise.all([
    readTexts(folders, '.hbs'),
    readTexts(folders, '.css'),
    readFirst(folders, 'fonts.json').then(readFonts),
    readFirst(folders, join('form-font', 'noto-sans.ttf')),
    readFile(createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')),
  ])
  return { layouts, styles: valuesOf(styles), assets, formFont: formFont.bytes, codeWriter }
}

/** The files with an ending, by their names without it. */
async function readTexts(
  folders: readonly string[],
  ending: string,
): Promise<Record<string, VFile>> {
  const paths = new Map<string, string>()
  for (const folder of folders)
    for (const file of await listFolder(folder)) {
      const { name, ext } = parsePath(file)
      if (ext === ending && !paths.has(name)) paths.set(name, join(folder, file))
    }
  const texts = await Promise.all(
    [...paths].sort().map(async ([name, path]): Promise<[string, VFile]> => {
      const value = new TextDecoder().decode(
        await readBytesMaybe(path, { maxBytes: MAX_TEXT_BYTES }),
      )
      const text = new VFile({ path: shownPath(path), value })
      reportControlCharacters(text)
      return [name, text]
    }),
  )
  return Object.fromEntries(texts)
}

function valuesOf(files: Readonly<Record<string, VFile>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, String(file)]))
}

async function readFirst(
  folders: readonly string[],
  name: string,
): Promise<{ path: string; bytes: Uint8Array }> {
  for (const folder of folders) {
    const path = join(folder, name)
    const bytes = await readBytesMaybe(path, { within: folder })
    if (bytes) return { path, bytes }
  }
  throw new OperatorError(`The templates lack ${name}; install policypack again`)
}
