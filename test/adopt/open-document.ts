import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeFolder } from '../support/project-copy.ts'

/** A Word file as LibreOffice saves it in its own format. */
export function inOpenDocument(word: Uint8Array): Uint8Array {
  return savedBy(word, 'document.docx', 'odt')
}

/** A file as LibreOffice saves it, with a profile of its own so that several can run at once. */
export function savedBy(bytes: Uint8Array, name: string, ending: string): Uint8Array {
  const folder = makeFolder({ [name]: bytes })
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`
  execFileSync('soffice', [
    profile,
    '--headless',
    '--convert-to',
    ending,
    '--outdir',
    folder,
    join(folder, name),
  ])
  return readFileSync(join(folder, name.replace(/[^.]*$/, ending)))
}
