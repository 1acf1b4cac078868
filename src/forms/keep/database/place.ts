import { KEYING_PAGE } from '../../../contracts/keying.ts'
import {
  ARCHIVE,
  CASES,
  ERASURES,
  EXPORTS,
  IMPORTS,
  idInName,
  ORIGINALS,
} from '../../record/index.ts'

/** In which table something lies that has a path in a folder of records; files of any size lie beside the database. */
export type Place =
  | { readonly table: 'record'; readonly folder: string; readonly id: string }
  | { readonly table: 'case'; readonly folder: string; readonly key: string }
  | { readonly table: 'note'; readonly folder: string; readonly name: string }
  | { readonly table: 'file' }

/** Where a path lies. */
export function placeOf(path: string): Place {
  const { folder, name } = split(path)
  if (isOfFiles(folder) || isOfFiles(path) || path === KEYING_PAGE) return { table: 'file' }
  const form = formOfCases(folder)
  if (form !== undefined) return { table: 'case', folder: form, key: name }
  const id = own.has(folder) ? undefined : idInName(name)
  return id === undefined ? { table: 'note', folder, name } : { table: 'record', folder, id }
}

/** The form's folder whose index of cases a folder is. */
export function formOfCases(folder: string): string | undefined {
  const { folder: form, name } = split(folder)
  return name === CASES ? form : undefined
}

/** Whether a folder holds the files that records were read from, or were made of. */
export function isOfFiles(folder: string): boolean {
  return [ORIGINALS, ARCHIVE].includes(split(folder).name)
}

const own: ReadonlySet<string> = new Set([IMPORTS, ERASURES, EXPORTS])

function split(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf('/')
  return { folder: path.slice(0, Math.max(at, 0)), name: path.slice(at + 1) }
}
