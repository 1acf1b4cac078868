/**
 * An id that can be a file name everywhere: lower-case words joined by hyphens, and no name of a device of Windows.
 * @see https://learn.microsoft.com/windows/win32/fileio/naming-a-file
 */
export const DOCUMENT_ID = /^(?!(?:con|prn|aux|nul|com\d|lpt\d)$)[a-z][a-z0-9]*(-[a-z0-9]+)*$/

export const LONGEST_ID = 80

/** Names of files in `out/` that are no document, and of folders in `records/` that are no form. */
const taken: readonly string[] = [
  ...['import', 'index', 'pack', 'register'],
  ...['erasures', 'exports', 'imports', 'originals', 'questions', 'untrusted'],
]

/** Whether an id is the name of something else. */
export function isTaken(id: string): boolean {
  return taken.includes(id)
}

/** Whether a text is the id of a form: no other name becomes a folder of records. */
export function isFormId(text: string): boolean {
  return DOCUMENT_ID.test(text) && text.length <= LONGEST_ID && !isTaken(text)
}
