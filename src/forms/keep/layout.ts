import { dirname, join } from 'node:path'
import { folderItself, placeInside } from '../../files/inside.ts'
import { isFormId } from '../../model/document-id.ts'
import type { FormRecord } from '../../model/record.ts'
import {
  CASES,
  ORIGINALS,
  originalName,
  QUESTIONS,
  recordName,
  UNTRUSTED,
} from '../record/index.ts'

const LOCK = '.lock'

/** The folder of one form's records. */
export interface FormFolder {
  readonly path: string
  readonly originals: string
  /** The index of cases. */
  readonly cases: string
  /** What each version of the form asked, which explains the records. */
  readonly questions: string
}

/**
 * Where the records of a form lie: `<dir>/<form>/<record>.json` and `<dir>/<form>/originals/<sha256>.pdf` or
 * `.answers.json`. Gives
 * `undefined` for an id that no form of ours can have, because ids come from files and become paths here.
 */
export function folderOf(dir: string, formId: string): FormFolder | undefined {
  if (!isFormId(formId)) return undefined
  const path = join(dir, formId)
  return {
    path,
    originals: join(path, ORIGINALS),
    cases: join(path, CASES),
    questions: join(path, QUESTIONS),
  }
}

/** Where the records lie that were read by definitions which are not ours, in folders of their own. */
export function untrustedIn(dir: string): string {
  return join(dir, UNTRUSTED)
}

/** Throws an `OperatorError` where a part of a form's folder lies behind a link that leads out of the folder of all records. */
export async function refuseLinks(folder: FormFolder): Promise<void> {
  const { path, originals, cases, questions } = folder
  const dir = dirname(path)
  await folderItself(dir)
  await Promise.all([path, originals, cases, questions].map((part) => placeInside(dir, part)))
}

/** The file of a record. */
export function recordPath(folder: FormFolder, id: string): string {
  return join(folder.path, recordName(id))
}

/** The copy of the file that a record was read from. */
export function originalPath(
  folder: FormFolder,
  source: Pick<FormRecord['source'], 'sha256' | 'method'>,
): string {
  return join(folder.originals, originalName(source))
}

/** The lock of one case, or of the folder as a whole. */
export function lockPath(folder: FormFolder, key?: string): string {
  return join(folder.path, key === undefined ? LOCK : `${LOCK}-${key}`)
}

/** Whether a file in a form's folder is a lock. */
export function isLock(name: string): boolean {
  return name.startsWith(LOCK)
}
