import type { Bounds } from './bounds.ts'
import { compoundStreams } from './compound.ts'
import type { Inner } from './inner.ts'
import { littleEndian } from './number.ts'
import { decoded, textOf, upToZero } from './text.ts'

/** The stream of an attachment's content ([MS-OXMSG], 2.2.2). */
const CONTENT = '__substg1.0_37010102'
/** Those of its long, short and displayed name, in UTF-16 and in bytes. */
const NAMES = /__substg1\.0_(?:3707|3704|3001)001[EF]$/

/**
 * Lists what is attached inside a compound file: the attachments of an Outlook message, those of messages in it among them,
 * and the files that were put into a document as objects. Any other stream is given by its own name.
 */
export function* attachedInside(bytes: Uint8Array, bounds: Bounds): Generator<Inner> {
  const streams = [...compoundStreams(bytes, bounds)]
  const names = namesByStorage(streams)
  for (const { name, read } of streams) {
    if (name.endsWith(CONTENT)) yield { name: names.get(storageOf(name)) ?? '', read }
    else if (name.endsWith('\u0001Ole10Native')) yield packaged(read)
    else if (!name.includes('__substg1.0_')) yield { name, read }
  }
}

function namesByStorage(streams: readonly Inner[]): Map<string, string> {
  const names = new Map<string, string>()
  // The long name has the highest number, and comes last.
  const byNumber = streams
    .filter(({ name }) => NAMES.test(name))
    .sort((a, b) => compare(a.name, b.name))
  for (const { name, read } of byNumber) {
    const bytes = read(1024) ?? new Uint8Array()
    names.set(storageOf(name), name.endsWith('F') ? decoded(bytes, 'utf-16le') : textOf(bytes))
  }
  return names
}

function storageOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** A file in an envelope of Windows ([MS-OLEDS], 2.3.6), with its name, path and size before it. */
function packaged(read: Inner['read']): Inner {
  const head = read(2048) ?? new Uint8Array()
  const name = upToZero(head.subarray(6))
  let at = 6 + name.length + 1
  at += upToZero(head.subarray(at)).length + 1 + 4
  at += 4 + littleEndian(head, at, 4)
  const size = littleEndian(head, at, 4)
  return {
    name: textOf(name),
    read: (most = size) => read(at + 4 + Math.min(size, most))?.subarray(at + 4),
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
