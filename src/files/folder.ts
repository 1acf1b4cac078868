import { mkdir, readdir } from 'node:fs/promises'
import { OperatorError } from '../messages/operator-error.ts'
import { folderItself } from './inside.ts'
import { isMissing } from './missing.ts'
import { notePlace } from './seen.ts'
import { shownPath } from './shown-path.ts'

/** The names of the files in a folder, sorted, without hidden ones; none when there is no such folder. Links out are not followed. */
export async function listFolder(folder: string): Promise<string[]> {
  notePlace(folder)
  await folderItself(folder)
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map(({ name }) => name)
      .sort()
  } catch (cause) {
    if (isMissing(cause)) return []
    throw new OperatorError(`${shownPath(folder)} cannot be opened; check who may read it`, {
      cause,
    })
  }
}

/** Makes a folder, and those above it, that only its owner may open. Throws an {@link OperatorError} where one is a link that leads out. */
export async function makePrivateFolder(path: string): Promise<void> {
  await folderItself(path)
  try {
    await mkdir(path, { recursive: true, mode: 0o700 })
  } catch (cause) {
    throw new OperatorError(
      `The folder ${path} cannot be made; check the path and who may write there`,
      { cause },
    )
  }
}
