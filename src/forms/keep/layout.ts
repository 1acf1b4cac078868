import { cleanedName } from '../../contracts/file-names.ts'
import { isFormId } from '../../model/document-id.ts'
import type { FormRecord } from '../../model/record.ts'
import {
  ARCHIVE,
  CASES,
  ORIGINALS,
  originalName,
  QUESTIONS,
  recordName,
  TO_KEY,
  UNTRUSTED,
} from '../record/index.ts'
import type { RecordStore } from './store.ts'

const LOCK = '.lock'

export const WHOLE_LOCK = LOCK

/** The folder of one form's records, with its parts. */
export interface FormFolder {
  readonly path: string
  /** It holds what was read by definitions that are not ours. */
  readonly isUntrusted: boolean
  readonly originals: string
  /** The index of cases. */
  readonly cases: string
  /** What each version of the form asked, which explains the records. */
  readonly questions: string
  /** The completed forms as PDFs to keep. */
  readonly archive: string
  /** What is to be keyed from paper. */
  readonly toKey: string
}

/**
 * Where the records of a form lie in a store: `<form>/<record>.json` and `<form>/originals/<sha256>.pdf` or `.answers.json`; in
 * `untrusted/<form>` what was read by definitions that are not ours. Gives `undefined` for an id that no form of ours can have,
 * because ids come from files and become paths here.
 */
export function folderOf(formId: string, isUntrusted = false): FormFolder | undefined {
  if (!isFormId(formId)) return undefined
  const path = isUntrusted ? `${UNTRUSTED}/${formId}` : formId
  return {
    path,
    isUntrusted,
    originals: `${path}/${ORIGINALS}`,
    cases: `${path}/${CASES}`,
    questions: `${path}/${QUESTIONS}`,
    archive: `${path}/${ARCHIVE}`,
    toKey: `${path}/${TO_KEY}`,
  }
}

/** The folders of the forms that there is something of, or of one form. */
export async function foldersIn(
  store: RecordStore,
  {
    form,
    isUntrusted,
  }: { readonly form?: string | undefined; readonly isUntrusted?: boolean | undefined } = {},
): Promise<FormFolder[]> {
  const forms = form === undefined ? await store.names(isUntrusted ? UNTRUSTED : '') : [form]
  return forms.flatMap((one) => folderOf(one, isUntrusted) ?? [])
}

/** The file of a record. */
export function recordPath(folder: FormFolder, id: string): string {
  return `${folder.path}/${recordName(id)}`
}

/** The copy of the file that a record was read from. */
export function originalPath(
  folder: FormFolder,
  source: Pick<FormRecord['source'], 'sha256' | 'method'>,
): string {
  return `${folder.originals}/${originalName(source)}`
}

/** Where all that was kept of one file may lie, by the SHA-256 of the file. */
export function copiesOf(folder: FormFolder, sha256: string): string[] {
  return [
    originalPath(folder, { sha256, method: 'fields' }),
    originalPath(folder, { sha256, method: 'page' }),
    `${folder.originals}/${cleanedName(sha256)}`,
  ]
}

/** The lock of one case, or of the folder as a whole. */
export function lockPath(folder: FormFolder, key?: string): string {
  return `${folder.path}/${key === undefined ? LOCK : `${LOCK}-${key}`}`
}

/** Whether a file in a form's folder is a lock. */
export function isLock(name: string): boolean {
  return name.startsWith(LOCK)
}
