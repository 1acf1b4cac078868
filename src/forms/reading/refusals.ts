import type { Message } from '../../messages/message.ts'
import { shortened } from '../../messages/quoted.ts'
import type { RuleId } from '../../messages/rules.ts'
import type { FileRead, ReadLimits } from './exchange.ts'

export const defaultLimits: ReadLimits = { maxBytes: 50_000_000, maxMs: 20_000, maxHeapMb: 512 }

/** Why a file was not read. */
export type Fault = readonly [rule: RuleId, message: string]

export const faults = {
  ended: ['file-unreadable', 'The import was ended before'],
  stopped: ['file-damaged', 'Reading stopped without a result; the file is damaged'],
  keyedDamaged: [
    'file-damaged',
    'The file begins like the answers that somebody keyed from paper, and the rest of it is not; save it again in the page',
  ],
  outOfMemory: [
    'file-too-costly',
    'Reading needs more memory than one file may take; the file is not like any form',
  ],
} as const satisfies Record<string, Fault>

/** It took longer than one file, or one page of a scan, may. */
export function tooSlow(maxMs: number): Fault {
  return [
    'file-too-costly',
    `Reading was stopped after ${maxMs / 1000} seconds, many times what a form takes; save a scan or photograph smaller, at 200 dots per inch and as JPEG, and ask for any other file again`,
  ]
}

/** It has more bytes than a form may have. */
export function tooLarge(bytes: number, maxBytes: number): Fault {
  return [
    'file-too-large',
    `The file has ${megabytes(bytes)} MB, more than the ${megabytes(maxBytes)} MB that a form may have`,
  ]
}

/** A fault of ours. Its sentence may quote an answer, so that only its kind and place are told. */
export function faultOf({ name, stack = '' }: Pick<Error, 'name' | 'stack'>): Fault {
  const place = /[\w-]+\.[jt]s:\d+:\d+(?=\)?$)/m.exec(stack)?.[0]
  const told = shortened(place === undefined ? name : `${name} at ${place}`)
  return ['file-damaged', `Reading failed (${told}); please report this as a fault of policypack`]
}

/** What is said of a file that was not read. */
export function refusal(file: string, [rule, message]: Fault): Message {
  return { file, severity: 'error', rule, message }
}

export function failed(file: string, fault: Fault): FileRead {
  return { status: 'unreadable', messages: [refusal(file, fault)] }
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/, '')
}
