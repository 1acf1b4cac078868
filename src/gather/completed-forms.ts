import type { Dirent } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '../model/message.ts'

/** Files that programs leave behind and nobody means to import. */
const LITTER = /^(\.|~\$|Thumbs\.db$|desktop\.ini$)/i

/**
 * The files below the paths. A path that the user names is taken whatever it is called; in a folder, each PDF counts,
 * at any depth. Links and devices in folders are left out and named.
 */
export async function findCompletedForms(
  paths: readonly string[],
): Promise<{ files: string[]; messages: Message[] }> {
  const files = new Set<string>()
  const messages: Message[] = []
  for (const path of paths) {
    const status = await stat(path).catch(() => undefined)
    if (!status) messages.push(missing(path))
    else if (status.isDirectory()) await walk(path, files, messages)
    else if (status.isFile()) files.add(path)
    else messages.push(notAFile(path))
  }
  return { files: [...files], messages }
}

async function walk(start: string, files: Set<string>, messages: Message[]): Promise<void> {
  const folders = [start]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
    if (!entries) {
      messages.push(closed(folder))
      continue
    }
    const deeper: string[] = []
    for (const entry of entries.sort(byName)) {
      const path = join(folder, entry.name)
      if (LITTER.test(entry.name)) continue
      if (entry.isDirectory()) deeper.push(path)
      else if (!/\.pdf$/i.test(entry.name)) continue
      else if ((await lstat(path)).isFile()) files.add(path)
      else messages.push(notAFile(path))
    }
    folders.push(...deeper.reverse())
  }
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function missing(file: string): Message {
  return {
    file,
    severity: 'error',
    rule: 'file-unreadable',
    message: 'There is no file or folder of this name; check the spelling of the path',
  }
}

function closed(file: string): Message {
  return {
    file,
    severity: 'error',
    rule: 'file-unreadable',
    message: 'The folder cannot be opened; check who may read it',
  }
}

function notAFile(file: string): Message {
  return {
    file,
    severity: 'error',
    rule: 'file-unreadable',
    message: 'This is a link or a device, not a file; copy the form itself into the folder',
  }
}
