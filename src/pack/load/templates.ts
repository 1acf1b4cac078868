import { createRequire } from 'node:module'
import { dirname, join, parse as parsePath } from 'node:path'
import { VFile } from 'vfile'
import * as z from 'zod'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { listFolder } from '../../files/folder.ts'
import { readBytesMaybe, shownPath } from '../../files/text-file.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Asset, Templates } from '../../model/project.ts'

/** `fonts.json`: which files go along with the pages, from npm packages or, with `./`, from beside this file. */
const FontList = z.array(
  z.strictObject({
    from: z.string().min(1),
    to: z
      .string()
      .regex(/^assets\/[a-z0-9][a-z0-9./-]*$/i)
      .refine((path) => !path.includes('..')),
  }),
)

/**
 * Reads the templates of all folders; a file in an earlier folder stands in for one of that name in a later. Throws an
 * {@link OperatorError} when one that is needed is missing or cannot be read.
 */
export async function readTemplates(folders: readonly string[]): Promise<Templates> {
  const [layouts, styles, assets, formFont] = await Promise.all([
    readTexts(folders, '.hbs'),
    readTexts(folders, '.css'),
    readFonts(folders),
    readFirst(folders, join('form-font', 'noto-sans.ttf')),
  ])
  return { layouts, styles: valuesOf(styles), assets, formFont: formFont.bytes }
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
      const value = new TextDecoder().decode(await readBytesMaybe(path))
      return [name, new VFile({ path: shownPath(path), value })]
    }),
  )
  return Object.fromEntries(texts)
}

function valuesOf(files: Readonly<Record<string, VFile>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, String(file)]))
}

async function readFonts(folders: readonly string[]): Promise<Asset[]> {
  const { path, bytes } = await readFirst(folders, 'fonts.json')
  const list = FontList.safeParse(parseJsonMaybe(new TextDecoder().decode(bytes)))
  if (!list.success)
    throw new OperatorError(
      `${shownPath(path)} must be a list of objects with \`from\` and \`to\`; correct it or remove it`,
    )
  const require = createRequire(path)
  const own = createRequire(import.meta.url)
  return Promise.all(
    list.data.map(async ({ from, to }) => {
      const source = from.startsWith('./')
        ? join(dirname(path), from)
        : resolve(from, [require, own])
      const font = source === undefined ? undefined : await readBytesMaybe(source)
      if (!font)
        throw new OperatorError(
          `The file \`${from}\` that ${shownPath(path)} names is not there; run \`npm ci\`, or correct the list`,
        )
      return { path: to, bytes: font }
    }),
  )
}

/** Looks beside the list first, so that an organisation can install fonts of its own, then among policypack's. */
function resolve(name: string, requires: readonly NodeJS.Require[]): string | undefined {
  for (const require of requires) {
    try {
      return require.resolve(name)
    } catch {
      // Not installed there.
    }
  }
  return undefined
}

async function readFirst(
  folders: readonly string[],
  name: string,
): Promise<{ path: string; bytes: Uint8Array }> {
  for (const folder of folders) {
    const path = join(folder, name)
    const bytes = await readBytesMaybe(path)
    if (bytes) return { path, bytes }
  }
  throw new OperatorError(`The templates lack ${name}; install policypack again`)
}
