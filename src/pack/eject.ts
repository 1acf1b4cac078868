import { constants } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, parse } from 'node:path'
import { listFolder } from '../files/folder.ts'
import { placeInside } from '../files/inside.ts'
import { codeOf } from '../files/missing.ts'
import { packageFolder } from '../files/package-folder.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { readTextMaybe } from '../files/text-file.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { didYouMean } from '../messages/suggest.ts'
import { picturePaths } from './load/index.ts'
import { parse as parseDocument } from './parse/index.ts'

/** A document or template that comes with policypack and can be copied out. */
export interface Ejectable {
  readonly folder: 'content' | 'templates'
  /** Name of the file, for example `mentoring-policy.md`. */
  readonly file: string
}

/**
 * Everything that can be copied out, documents first.
 *
 * @example
 * ```ts
 * import { ejectables } from 'policypack'
 *
 * for (const { folder, file } of await ejectables()) console.log(`${folder}/${file}`)
 * ```
 */
export async function ejectables(): Promise<Ejectable[]> {
  const folders = ['content', 'templates'] as const
  const files = await Promise.all(folders.map((folder) => listFolder(join(packageFolder, folder))))
  return folders.flatMap((folder, index) => files[index]!.map((file) => ({ folder, file })))
}

/**
 * Copies a document or template of policypack beside the configuration, where it stands in for the one it comes from,
 * with the pictures of a document, and gives the path of the copy. It is named by its id or by its file. Throws an {@link OperatorError} when there is
 * none of this name, or when the organisation has such a file already, which stays as it is.
 *
 * @example
 * ```ts
 * import { eject } from 'policypack'
 *
 * const copy = await eject('mentoring-policy', { config: 'org.config.json' })
 * console.log(`Edit ${copy} and build again`)
 * ```
 */
export async function eject(name: string, { config }: { config: string }): Promise<string> {
  const { folder, file } = await find(name)
  const [from, to] = [join(packageFolder, folder), join(dirname(config), folder)]
  const copy = join(to, file)
  await copyOut(join(from, file), copy, config)
  if (folder === 'content') await copyPictures(join(from, file), { from, to, config })
  return copy
}

/** A picture that is there already is the one that the document shows from now on. */
async function copyPictures(
  document: string,
  { from, to, config }: { from: string; to: string; config: string },
): Promise<void> {
  const file = await readTextMaybe(document, 'front-matter')
  const parsed = file && parseDocument({ file })
  for (const picture of parsed ? picturePaths(parsed) : [])
    if (!(await readBytesMaybe(join(to, picture))))
      await copyOut(join(from, picture), join(to, picture), config)
}

async function copyOut(original: string, copy: string, config: string): Promise<void> {
  await placeInside(dirname(config), copy)
  try {
    await mkdir(dirname(copy), { recursive: true })
    await copyFile(original, copy, constants.COPYFILE_EXCL)
  } catch (cause) {
    throw new OperatorError(
      codeOf(cause) === 'EEXIST'
        ? `${copy} is there already and stays as it is; edit it, or remove it first`
        : `${copy} cannot be written; check who may write there`,
      { cause },
    )
  }
}

async function find(name: string): Promise<Ejectable> {
  const all = await ejectables()
  const found =
    all.find(({ file }) => file === name) ?? all.find(({ file }) => parse(file).name === name)
  if (found) return found
  const known = all.flatMap(({ file }) => [parse(file).name, file])
  throw new OperatorError(
    `Unexpected name \`${name}\`${didYouMean(name, known) || ', expected the id of a document or the name of a template; run `policypack eject` to see them all'}`,
  )
}
