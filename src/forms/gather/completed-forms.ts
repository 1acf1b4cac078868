import type { Dirent } from 'node:fs'
import { lstat, open, readdir, stat } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { BEGINNING, isContainer, isPdf, lookInside, pictureKind } from '../../containers/index.ts'
import { isLitter, isNamedForm, leftOut, type OtherFile } from '../../contracts/completed-files.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import type { Message } from '../../messages/message.ts'

/**
 * The files below the paths. A path that the user names is taken whatever it is called; in a folder, each PDF counts, at
 * any depth and by its name or its first bytes, each JPEG and PNG, the answers that a web page saved, and each file that a PDF lies in, so that reading it tells how to get it out.
 * Other files, links and devices in folders are left out and named; what lies in the folder of records is not looked at.
 */
export async function findCompletedForms(
  paths: readonly string[],
  records: string,
): Promise<{ files: string[]; messages: Message[] }> {
  const found: Found = { files: new Set(), messages: [], records: resolve(records) }
  for (const path of paths) {
    const status = await stat(path).catch(() => undefined)
    if (!status) found.messages.push(unreadable(path, 'missing'))
    else if (status.isDirectory()) await walk(path, found)
    else if (status.isFile()) found.files.add(path)
    else found.messages.push(unreadable(path, 'special'))
  }
  return { files: [...found.files], messages: found.messages }
}

interface Found {
  readonly files: Set<string>
  readonly messages: Message[]
  /** Absolute path of the folder of records. */
  readonly records: string
}

async function walk(start: string, found: Found): Promise<void> {
  const others: OtherFile[] = []
  const folders = [start]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => undefined)
    if (!entries) {
      found.messages.push(unreadable(folder, 'closed'))
      continue
    }
    const deeper: string[] = []
    for (const entry of entries.sort(byName)) {
      const path = join(folder, entry.name)
      if (isLitter(entry.name)) continue
      if (!entry.isDirectory()) {
        const kind = await addFile(path, found)
        if (kind !== 'taken') others.push({ name: relative(start, path), kind })
      } else if (resolve(path) !== found.records) deeper.push(path)
    }
    folders.push(...deeper.reverse())
  }
  if (others.length > 0) found.messages.push(leftOut(start, others))
}

/** Takes a file or says why not; gives what it is where it is nothing that could be a form. */
async function addFile(
  path: string,
  { files, messages }: Found,
): Promise<'taken' | string | undefined> {
  const isNamed = isNamedForm(path)
  const status = await lstat(path).catch(() => undefined)
  if (!status?.isFile()) {
    const isMeant = isNamed || status?.isSymbolicLink() === true
    if (isMeant) messages.push(unreadable(path, status ? 'special' : 'nameless'))
    return isMeant ? 'taken' : undefined
  }
  // Programs also keep forms as `form.pdf.download` or without any ending.
  const beginning = await beginningOf(path)
  if (!isNamed && !isPdf(beginning) && !pictureKind(beginning)) {
    const { is, holdsPdf } = lookInside(await tellingPart(path, beginning))
    if (!holdsPdf) return is
  }
  files.add(path)
  return 'taken'
}

async function beginningOf(path: string): Promise<Uint8Array> {
  try {
    await using file = await open(path)
    const { buffer, bytesRead } = await file.read(new Uint8Array(BEGINNING), 0, BEGINNING, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    return new Uint8Array()
  }
}

/** As much of a file as says what it is and whether a form lies in it. */
async function tellingPart(path: string, beginning: Uint8Array): Promise<Uint8Array> {
  const whole = isContainer(beginning) && (await readBytesMaybe(path).catch(() => undefined))
  return whole || beginning
}

function byName(a: Dirent, b: Dirent): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

/** Why nothing is imported from a path, and what to do. */
const faults = {
  missing: 'There is no file or folder of this name; check the spelling of the path',
  closed: 'The folder cannot be opened; check who may read it',
  special: 'This is a link or a device, not a file; copy the form itself into the folder',
  // A name that is not UTF-8 is shown with replacement characters, by which the file cannot be found again.
  nameless: 'The file is not there any more, or its name cannot be read here; give it another name',
} as const

function unreadable(file: string, fault: keyof typeof faults): Message {
  return { file, severity: 'error', rule: 'file-unreadable', message: faults[fault] }
}
