import { BEGINNING, isContainer, isPdf, lookInside } from '../../containers/index.ts'
import { isLitter, isNamedForm, leftOut, type OtherFile } from '../../contracts/completed-files.ts'
import type { Message } from '../../messages/message.ts'

declare global {
  interface DataTransferItem {
    getAsFileSystemHandle?(): Promise<FileSystemFileHandle | FileSystemDirectoryHandle | null>
  }
}

/** A file that somebody gave to the page. */
export interface Input {
  /** Its name, in a folder the path from there on. */
  readonly path: string
  readonly file: File
}

/** What somebody chose: files by name, which are taken whatever they are, or all that lies in a folder. */
export function chosenInputs(files: Iterable<File>): Input[] {
  return [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }))
}

/** What was dropped; folders are looked through. Call it while the event is handled, when alone the browser says what it is. */
export async function droppedInputs({ items }: DataTransfer): Promise<Input[]> {
  const dropped = [...items].map((item) => ({
    file: item.getAsFile(),
    entry: item.webkitGetAsEntry(),
    // From a page that was opened from a folder Chromium looks into others by these only.
    handle: item.getAsFileSystemHandle?.().catch(() => null),
  }))
  const found: Input[] = []
  for (const { file, entry, handle } of dropped) {
    const open = await handle
    if (open?.kind === 'directory') await walkHandle(open, open.name, found)
    else if (entry?.isDirectory) await walkEntry(entry, found)
    else if (file) found.push({ path: file.name, file })
  }
  return found
}

/**
 * The files to read, in a fixed order, as `policypack import` takes them: of a folder each PDF by its name or its first bytes, the
 * answers that a page saved, and each file that a PDF lies in. Others are left out and named.
 */
export async function filesToRead(
  inputs: readonly Input[],
): Promise<{ taken: Input[]; messages: Message[] }> {
  const taken: Input[] = []
  const others = new Map<string, OtherFile[]>()
  for (const input of inputs.toSorted(byPlace)) {
    const [top = '', ...inside] = input.path.split('/')
    if (inside.some(isLitter)) continue
    const other = inside.length > 0 ? await otherThanForm(input) : undefined
    if (!other) taken.push(input)
    else others.set(top, [...(others.get(top) ?? []), { ...other, name: inside.join('/') }])
  }
  return { taken, messages: [...others].map(([folder, left]) => leftOut(folder, left)) }
}

async function otherThanForm({ path, file }: Input): Promise<Pick<OtherFile, 'kind'> | undefined> {
  if (isNamedForm(path)) return undefined
  const beginning = await bytesOf(file.slice(0, BEGINNING)).catch(() => new Uint8Array())
  if (isPdf(beginning)) return undefined
  const telling = isContainer(beginning) ? await bytesOf(file).catch(() => beginning) : beginning
  const { is, holdsPdf } = lookInside(telling)
  return holdsPdf ? undefined : { kind: is }
}

async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await blob.arrayBuffer())
}

/** By name; what lies in a folder before what lies in a folder of that. */
function byPlace(a: Input, b: Input): number {
  const left = a.path.split('/')
  const right = b.path.split('/')
  const at = left.findIndex((part, index) => part !== right[index])
  const isDeep = (parts: readonly string[]): number => Number(parts.length > at + 1)
  return isDeep(left) - isDeep(right) || ((left[at] ?? '') < (right[at] ?? '') ? -1 : 1)
}

async function walkHandle(
  folder: FileSystemDirectoryHandle,
  path: string,
  found: Input[],
): Promise<void> {
  for await (const [name, inner] of folder.entries()) {
    const place = `${path}/${name}`
    if (inner instanceof FileSystemDirectoryHandle) await walkHandle(inner, place, found)
    else if (inner instanceof FileSystemFileHandle)
      found.push({ path: place, file: await inner.getFile() })
  }
}

async function walkEntry(entry: FileSystemEntry, found: Input[]): Promise<void> {
  if (isFile(entry))
    found.push({
      path: entry.fullPath.replace(/^\//, ''),
      file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)),
    })
  else
    for (const inner of await entriesOf(entry as FileSystemDirectoryEntry))
      await walkEntry(inner, found)
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

/** A reader gives some of the entries each time, and none at the end. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}
