import { parentPort } from 'node:worker_threads'
import { VFile } from 'vfile'
import { type StampContext, stamp } from './stamp/index.ts'
import type { StampAnswer, StampTask } from './stamper.ts'

let context: StampContext | undefined
let done: Promise<unknown> = Promise.resolve()

parentPort?.on('message', (task: StampTask) => {
  done = done.then(async () => {
    context = task.context ?? context
    const answer = await answerTo(task, context!).catch(() => undefined)
    parentPort?.postMessage(answer, answer ? [answer.pdf.buffer as ArrayBuffer] : [])
  })
})

async function answerTo({ pdf, document }: StampTask, context: StampContext): Promise<StampAnswer> {
  const { path, text, ...rest } = document
  const file = new VFile({ path, value: text })
  const { document: _, ...stamped } = await stamp(
    pdf,
    { ...rest, file, locate: () => undefined },
    context,
  )
  return file.messages.length === 0 ? stamped : undefined
}
