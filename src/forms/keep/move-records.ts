import { parseJsonMaybe } from '../../contracts/json.ts'
import { KEYING_PAGE } from '../../contracts/keying.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import {
  ERASURE_KEY,
  ERASURES,
  EXPORTS,
  IMPORTS,
  idInName,
  idsIn,
  isMonthName,
  REGISTER,
} from '../record/index.ts'
import { noteCase } from './cases.ts'
import { placeOf } from './database/place.ts'
import { type FormFolder, foldersIn } from './layout.ts'
import { bothStores, ELSEWHERE } from './open-store.ts'
import { finishRecords } from './register.ts'
import { type RecordStore, textOf } from './store.ts'

const NOTE = `The records of this folder lie in a database; policypack finds them by POLICYPACK_DATABASE.
Move them back with: policypack records move folder
`

/** So many paths of records that differ are told. */
const TOLD = 5

/** Where records are to lie. */
export type MoveTo = 'database' | 'folder'

/**
 * Moves all records of a folder, with all that belongs to them, into the database that POLICYPACK_DATABASE names, or back. All is
 * written there and compared byte by byte before anything is removed here, so that it can be cut short and begun again. Nothing
 * may be imported meanwhile. Throws an `OperatorError` where a record is damaged, or lies at both places and is not the same.
 *
 * @example
 * ```ts
 * import { moveRecords } from 'policypack'
 *
 * if (process.env.POLICYPACK_DATABASE) await moveRecords('records', 'database')
 * console.log('moved')
 * ```
 */
export async function moveRecords(dir: string, where: MoveTo): Promise<{ readonly files: number }> {
  const { folder, database } = bothStores(dir)
  const [from, to] = where === 'database' ? [folder, database] : [database, folder]
  await refuseDamaged(from)
  await refuseOthers(from, to)
  for await (const { path, bytes } of allIn(from))
    if (!(await isSame(to, path, bytes))) await to.write(path, bytes)
  await copyCases(from, to)
  if (where === 'database') await folder.write(ELSEWHERE, NOTE)
  let files = 0
  for await (const { path, bytes } of allIn(from)) {
    files += 1
    // What the database leaves in the folder stays where it is.
    if (from.shown(path) === to.shown(path)) continue
    if (!(await isSame(to, path, bytes)))
      throw new OperatorError(
        `${from.shown(path)} was changed while it was moved, and stays; begin again when nothing is imported`,
      )
    await from.remove(path)
  }
  for (const isUntrusted of [false, true])
    for (const { cases } of await foldersIn(from, { isUntrusted })) await from.remove(cases)
  await from.remove(REGISTER)
  await folder.remove(where === 'folder' ? ELSEWHERE : REGISTER)
  await finishRecords(to)
  return { files }
}

/** Each file with its path: those that others belong to come first, so that a record is never without them. */
async function* allIn(store: RecordStore): AsyncGenerator<{ path: string; bytes: Uint8Array }> {
  for (const isUntrusted of [false, true])
    for (const folder of await foldersIn(store, { isUntrusted }))
      for (const [part, isWanted] of partsOf(folder)) yield* filesIn(store, part, isWanted)
  for (const part of [IMPORTS, ERASURES, EXPORTS]) yield* filesIn(store, part, isVisible)
  const page = await store.read(KEYING_PAGE)
  if (page) yield { path: KEYING_PAGE, bytes: page }
}

type IsWanted = (name: string) => boolean

function partsOf({ path, originals, archive, questions, toKey }: FormFolder): [string, IsWanted][] {
  return [
    ...[originals, archive, questions, toKey].map((part): [string, IsWanted] => [part, isVisible]),
    [path, (name) => idInName(name) !== undefined || isMonthName(name)],
  ]
}

async function* filesIn(store: RecordStore, part: string, isWanted: IsWanted) {
  for await (const { name, bytes } of store.readEach(part, isWanted))
    yield { path: `${part}/${name}`, bytes }
}

function isVisible(name: string): boolean {
  return !name.startsWith('.') || name === ERASURE_KEY
}

async function isSame(store: RecordStore, path: string, bytes: Uint8Array): Promise<boolean> {
  const there = await store.read(path)
  return there !== undefined && Buffer.compare(there, bytes) === 0
}

/** Throws an `OperatorError` before anything is written where a file has the name of a record and is none, which a table cannot hold. */
async function refuseDamaged(from: RecordStore): Promise<void> {
  for await (const { path, bytes } of allIn(from))
    if (placeOf(path).table === 'record' && isDamaged(bytes))
      throw new OperatorError(
        `The file ${from.shown(path)} is damaged, so nothing was moved; restore it from a backup, or move it away`,
      )
}

function isDamaged(bytes: Uint8Array): boolean {
  const isText = Buffer.from(bytes).equals(Buffer.from(Buffer.from(bytes).toString()))
  return !isText || parseJsonMaybe(textOf(bytes)) === undefined
}

/** Throws an `OperatorError` before anything is written where a file is at both places and is not the same. */
async function refuseOthers(from: RecordStore, to: RecordStore): Promise<void> {
  const others: string[] = []
  for await (const { path, bytes } of allIn(from))
    if ((await to.has(path)) && !(await isSame(to, path, bytes))) others.push(path)
  if (others.length > 0)
    throw new OperatorError(
      `${others.length} files lie at both places and are not the same, so nothing was moved: ${others.slice(0, TOLD).join(', ')}`,
    )
}

/** The index of cases, in the order in which their records came. */
async function copyCases(from: RecordStore, to: RecordStore): Promise<void> {
  for (const isUntrusted of [false, true])
    for (const folder of await foldersIn(from, { isUntrusted })) {
      if (!(await from.has(folder.cases))) continue
      const isNew = !(await to.has(folder.cases))
      const texts = new Map<string, string>()
      for await (const { name, bytes } of from.readEach(folder.cases, isVisible))
        texts.set(name, textOf(bytes))
      if (isNew) await to.writeFolder(folder.cases, texts)
      else
        for (const [key, text] of texts)
          for (const id of idsIn(text)) await noteCase(to, folder, key, id)
    }
}
