import { sha256Hex } from '../../contracts/hash.ts'
import { knownFormsOf } from '../../contracts/import-page.ts'
import { readForm } from '../../forms/read-form.ts'
import type { FileRead } from '../../forms/reading/exchange.ts'
import { failed, faultOf } from '../../forms/reading/refusals.ts'
import type { ReaderAnswer, ReaderContext, ReaderRequest } from './exchange.ts'
import { isMissing } from './given-cryptography.ts'

// Runs in a worker: reads one file after the other, as `forms/reading/read-file.ts` does in Node.
let context: ReaderContext

addEventListener('message', async ({ data }: MessageEvent<ReaderContext | ReaderRequest>) => {
  if ('known' in data) {
    context = data
    return
  }
  const read = await readBytes(data)
  const answer: ReaderAnswer = isMissing() ? { unread: data.bytes } : { read }
  postMessage(answer, { transfer: [data.bytes.buffer] })
})

async function readBytes({ path, bytes }: ReaderRequest): Promise<FileRead> {
  const { known, ...options } = context
  try {
    const sha256 = sha256Hex(bytes)
    const outcome = await readForm(bytes, { file: path, known: knownFormsOf(known), ...options })
    return { ...outcome, original: { bytes, sha256 } }
  } catch (error) {
    return failed(path, faultOf(error instanceof Error ? error : new Error()))
  }
}
