import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { makePrivateFolder } from '../../files/folder.ts'
import { growFile } from '../../files/growing-file.ts'
import type { Message } from '../../messages/message.ts'
import type { ImportResult, ImportStatus } from '../../model/record.ts'
import { NOT_KEPT } from './record.ts'

/** What the report of a run says of one input. */
interface Entry {
  /** As the user named it; `not kept` of anonymous forms. */
  readonly file: string
  readonly status: ImportStatus
  readonly form?: string
  /** These two are absent for anonymous forms: nobody must find out which record is whose. */
  readonly record?: string
  readonly sha256?: string
  /** Of anonymous forms only the rules, because sentences may quote answers. */
  readonly messages: readonly (Pick<Message, 'severity' | 'rule'> & Partial<Message>)[]
}

/** What a result does not say of its input. */
export interface About {
  /** Of the file, in lower-case hex; absent when it could not be read. */
  readonly sha256?: string | undefined
  readonly isAnonymous?: boolean
}

/** A report that grows while an import runs, so that its length costs no memory. */
export interface RunReport {
  /** Adds what became of one input. */
  add(result: ImportResult, about: About): Promise<void>
  /**
   * Puts the report under its name, `imports/<time>-<random>.json`, as a whole, and gives its path. `endedBy` says why the
   * run came to an end before its last file.
   */
  finish(counts: Readonly<Record<ImportStatus, number>>, endedBy?: string): Promise<string>
  /** Gives the report up; needed only where it is not finished. */
  discard(): Promise<void>
}

/** Begins the report of a run in `<dir>/imports`, for the owner's eyes only. */
export async function startRunReport(dir: string, startedAt: Date): Promise<RunReport> {
  const folder = join(dir, 'imports')
  await makePrivateFolder(folder)
  const file = await growFile(folder)
  await file.write(`{"format":1,"startedAt":${JSON.stringify(startedAt)},"inputs":[`)
  let separator = '\n'
  return {
    async add(result, about) {
      await file.write(`${separator}${JSON.stringify(entryOf(result, about))}`)
      separator = ',\n'
    },
    async finish(counts, endedBy) {
      const end = JSON.stringify({ counts, ...(endedBy !== undefined && { endedBy }) })
      await file.write(`\n],${end.slice(1)}\n`)
      const time = startedAt.toISOString().replace(/[:.]/g, '-')
      const path = join(folder, `${time}-${randomUUID().slice(0, 8)}.json`)
      await file.finish(path)
      return path
    },
    discard: file.discard,
  }
}

function entryOf(
  { file, status, record, messages }: ImportResult,
  { sha256, isAnonymous = false }: About,
): Entry {
  const form = record && { form: record.form.id }
  if (isAnonymous)
    return {
      file: NOT_KEPT,
      status,
      ...form,
      messages: messages.map(({ severity, rule }) => ({ severity, rule })),
    }
  return {
    file,
    status,
    ...form,
    ...(record && { record: record.id }),
    ...(sha256 !== undefined && { sha256 }),
    messages: messages.map(({ file: _, ...message }) => message),
  }
}
