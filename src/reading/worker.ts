import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import type { Unreadable } from '../model/extraction.ts'
import type { Message } from '../model/message.ts'
import type { RuleId } from '../model/rules.ts'
import { type FormRead, readForm } from '../read-form.ts'
import type { ReadContext } from './pool.ts'

/** What a worker is asked to read. */
export interface ReadRequest {
  readonly path: string
}

/** What became of one file. */
export interface FileRead {
  readonly outcome: FormRead | Unreadable
  /** The bytes as they were read and their SHA-256; absent when the file could not be opened. */
  readonly original?: { readonly bytes: Uint8Array<ArrayBuffer>; readonly sha256: string }
}

const { limits, ...formOptions } = workerData as ReadContext

parentPort?.on('message', async ({ path }: ReadRequest) => {
  const read = await readFileAndForm(path)
  parentPort?.postMessage(read, read.original ? [read.original.bytes.buffer] : [])
})

async function readFileAndForm(path: string): Promise<FileRead> {
  const bytes = await readBounded(path)
  if (!(bytes instanceof Uint8Array)) {
    return { outcome: { status: 'unreadable', messages: [bytes] } }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    outcome: await readForm(bytes, { file: path, ...formOptions }),
    original: { bytes, sha256 },
  }
}

/** Reads the file to its end, and no further than the limit even where it grows meanwhile. */
async function readBounded(path: string): Promise<Uint8Array<ArrayBuffer> | Message> {
  const { maxBytes } = limits
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > maxBytes)
      return refused(
        path,
        'file-too-large',
        `The file has ${megabytes(size)} MB, more than the ${megabytes(maxBytes)} MB that a form may have`,
      )
    const bytes = new Uint8Array(size)
    let filled = 0
    while (filled < size) {
      const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
      if (bytesRead === 0) break
      filled += bytesRead
    }
    return filled === size ? bytes : bytes.slice(0, filled)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refused(
      path,
      'file-unreadable',
      `The file cannot be opened (${code}); check who may read it`,
    )
  }
}

function refused(file: string, rule: RuleId, message: string): Message {
  return { file, severity: 'error', rule, message }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')
}
