import { createHash } from 'node:crypto'
import { constants, type FileHandle, open, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { parentPort } from 'node:worker_threads'
import { pictureKind } from '../../containers/index.ts'
import { readKeyedAnswers } from '../../contracts/keying.ts'
import type { Message } from '../../messages/message.ts'
import type { PaperForms, Unreadable } from '../../model/extraction.ts'
import type { PaperReader } from '../paper/index.ts'
import { readForm } from '../read-form.ts'
import type { ReadPaperOptions } from '../read-paper.ts'
import {
  type FileRead,
  type ReadContext,
  type ReadRequest,
  SentForms,
  type StillReading,
} from './exchange.ts'
import { failed, faults, refusal, tooLarge } from './refusals.ts'
import { type ReadText, startTextReader } from './text-reader.ts'

let context: ReadContext | undefined
const sentForms = new SentForms()

parentPort?.on('message', async (request: ReadRequest) => {
  context = request.context ?? context
  const read = await readFileAndForm(request.path, context!)
  parentPort?.postMessage(sentForms.send(read), read.original ? [read.original.bytes.buffer] : [])
})

async function readFileAndForm(
  path: string,
  { limits, blanks, ...formOptions }: ReadContext,
): Promise<FileRead> {
  const bytes = await readBounded(path, limits)
  if (!(bytes instanceof Uint8Array)) {
    return { status: 'unreadable', messages: [bytes] }
  }
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const original = { bytes, sha256 }
  const keyed = readKeyedAnswers(bytes)
  if (keyed === 'damaged') return failed(path, faults.keyedDamaged)
  if (keyed) return { status: 'keyed', keyed, original }
  const outcome = await readForm(bytes, { file: path, ...formOptions })
  const isPicture = pictureKind(bytes) !== undefined
  const paper =
    outcome.status === 'unreadable' && (isPicture || outcome.isPicture)
      ? await readPictures(bytes, { file: path, ...formOptions }, blanks)
      : undefined
  return { ...(paper ?? outcome), original }
}

/** Few imports have pictures, so that what reads them is started when the first one comes. */
let reader: Promise<PaperReader> | undefined
let textReader: Promise<ReadText | undefined> | undefined

async function readPictures(
  bytes: Uint8Array,
  options: Pick<ReadPaperOptions, 'file' | 'known' | 'password' | 'anyOrganisation'>,
  blanks: ReadContext['blanks'],
): Promise<PaperForms | Unreadable | undefined> {
  const onStep = (): void => parentPort?.postMessage('step' satisfies StillReading)
  reader ??= startReader()
  textReader ??= startTextReader()
  await Promise.all([reader, textReader])
  onStep()
  const { readPaper } = await import('../read-paper.ts')
  return readPaper(bytes, {
    ...options,
    reader: await reader,
    readText: await textReader,
    blankOf: async ({ hash }) => {
      const path = blanks.get(hash)
      return path === undefined ? undefined : readFile(path).catch(() => undefined)
    },
    onStep,
  })
}

async function startReader(): Promise<PaperReader> {
  const { resolve } = createRequire(import.meta.url)
  const { startPaperReader } = await import('../paper/index.ts')
  const [pdfium, codeReader] = await Promise.all([
    readFile(resolve('@embedpdf/pdfium/pdfium.wasm')),
    readFile(resolve('zxing-wasm/reader/zxing_reader.wasm')),
  ])
  return startPaperReader({ pdfium, codeReader })
}

/** Reads the whole of a file that nobody is writing to and that is not larger than the limit. */
async function readBounded(
  path: string,
  { maxBytes }: ReadContext['limits'],
): Promise<Uint8Array<ArrayBuffer> | Message> {
  const unreadable = (message: string): Message => refusal(path, ['file-unreadable', message])
  try {
    await using file = await open(path, READ_AT_ONCE)
    const before = await file.stat()
    if (!before.isFile()) return unreadable('This is not a file any more; import the form itself')
    const { size } = before
    if (size > maxBytes) return refusal(path, tooLarge(size, maxBytes))
    const bytes = await readUpTo(file, size)
    const after = await file.stat()
    if (bytes.length !== after.size || before.mtimeMs !== after.mtimeMs)
      return unreadable(
        'The file was written to while it was read; import it again when it is complete',
      )
    return bytes
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    return unreadable(whyClosed.get(code) ?? `It cannot be read (${code})`)
  }
}

async function readUpTo(file: FileHandle, size: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(size)
  let filled = 0
  while (filled < size) {
    const { bytesRead } = await file.read(bytes, filled, size - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return filled === size ? bytes : bytes.slice(0, filled)
}

// Opening a pipe would wait for somebody to write to it, in a thread that nothing can end. Windows has no such flag.
const READ_AT_ONCE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

const whyClosed = new Map([
  ['EACCES', 'The file cannot be opened; check who may read it'],
  ['EPERM', 'The file cannot be opened; check who may read it'],
  ['ENOENT', 'The file is not there any more'],
  ['EISDIR', 'This is a folder now; import the form itself'],
  ['ENAMETOOLONG', 'The name of the file is too long; give it a shorter one'],
])
