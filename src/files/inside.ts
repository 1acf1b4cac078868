import { lstat, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { OperatorError } from '../messages/operator-error.ts'
import { codeOf, ifThere } from './missing.ts'
import { shownPath } from './shown-path.ts'

/**
 * The true place of a path in a folder, where something is to be read or written. Links between files of the folder are
 * followed. Throws an {@link OperatorError} when a symbolic link on the way leads out of the folder, or nowhere.
 */
export async function placeInside(folder: string, path: string): Promise<string> {
  const [top, place] = await Promise.all([truePlace(resolve(folder)), truePlace(resolve(path))])
  if (top !== undefined && place !== undefined && isWithin(top, place)) return place
  throw new OperatorError(
    `${shownPath(path)} is, or lies behind, a symbolic link that leads out of ${shownPath(folder) || 'this folder'}, and is not followed; put the file or folder itself there, or name the place it leads to`,
  )
}

/** Like {@link placeInside} for a file in its own folder, which is looked at closer only where it is a link. */
export async function placeInItsFolder(path: string): Promise<string> {
  const status = await ifThere(lstat(path)).catch(() => undefined)
  return status?.isSymbolicLink() ? placeInside(dirname(path), path) : path
}

/**
 * Like {@link placeInside} for a folder that is named as a whole: it must lie where its path says, from the folder in which
 * the user is, or from the folder above it.
 */
export async function folderItself(path: string): Promise<string> {
  const here = process.cwd()
  const isHere = resolve(path) !== here && isWithin(here, resolve(path))
  return resolve(path) === here ? path : placeInside(isHere ? here : dirname(resolve(path)), path)
}

function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

/** Where a path leads when all links are followed, even if its end is not there yet; undefined behind a link to nowhere. */
async function truePlace(path: string): Promise<string | undefined> {
  const found = await ifThere(realpath(path)).catch((error: unknown) => {
    if (codeOf(error) === 'ELOOP') return undefined
    throw error
  })
  if (found !== undefined || path === dirname(path)) return found
  if (
    await lstat(path)
      .catch(() => undefined)
      .then((status) => status?.isSymbolicLink())
  )
    return undefined
  const above = await truePlace(dirname(path))
  return above === undefined ? undefined : join(above, basename(path))
}
