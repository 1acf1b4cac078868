import { parentPort, workerData } from 'node:worker_threads'
import { isContainer, whatItIs } from '../../containers/index.ts'
import { PdfError } from '../../pdf/index.ts'
import { describePdf } from '../describe/index.ts'
import { refusal } from '../findings/index.ts'
import type { Described, DescribeRequest } from './describe-file.ts'

const { bytes, password } = workerData as DescribeRequest

parentPort?.postMessage(describe())

function describe(): Described {
  if (isContainer(bytes)) return { why: whatItIs(bytes) }
  try {
    return { form: describePdf(bytes, password === undefined ? {} : { password }) }
  } catch (error) {
    if (error instanceof PdfError) return { why: refusal(error, bytes).message }
    throw error
  }
}
