import { Worker } from 'node:worker_threads'
import type { DescribedForm } from '../../model/described-form.ts'
import { defaultLimits } from './refusals.ts'

/** What the worker is asked for. */
export interface DescribeRequest {
  readonly bytes: Uint8Array
  readonly password?: string | undefined
}

export type Described = { readonly form: DescribedForm } | { readonly why: string }

/** Describes the form in a PDF, in a worker that is stopped at the limits of time and memory for one file. */
export async function describeFile(request: DescribeRequest): Promise<Described> {
  const { maxMs, maxHeapMb } = defaultLimits
  const worker = new Worker(workerUrl, {
    workerData: request,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    stdout: true,
    stderr: true,
  })
  const tooCostly: Described = {
    why: `Reading was stopped after ${maxMs / 1000} seconds or ${maxHeapMb} MB; the file is not like any form`,
  }
  try {
    return await new Promise<Described>((resolve) => {
      const timer = setTimeout(() => resolve(tooCostly), maxMs)
      const settle = (described: Described): void => {
        clearTimeout(timer)
        resolve(described)
      }
      worker.on('message', settle)
      worker.on('error', ({ code }: Error & { code?: string }) =>
        settle(code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooCostly : damaged),
      )
      worker.on('exit', () => settle(damaged))
    })
  } finally {
    await worker.terminate()
  }
}

const damaged: Described = { why: 'Reading failed; the file is damaged' }

/** Node runs the sources in a checkout and the compiled files in a package. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './describe-worker.ts' : './describe-worker.js',
  import.meta.url,
)
