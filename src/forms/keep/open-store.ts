import { existsSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { databaseAddress } from '../../database/connection.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { idInName, isMonthName } from '../record/index.ts'
import { openBucket } from './bucket/open-bucket.ts'
import { DatabaseStore } from './database/database-store.ts'
import { FolderStore } from './folder/folder-store.ts'
import { foldersIn } from './layout.ts'
import type { RecordStore } from './store.ts'

/** Says in a folder that its records lie in a database, so that nobody begins new ones there. */
export const ELSEWHERE = 'records-are-in-postgresql.txt'

/** Names a folder, or a bucket by `s3://`, for the files that records in a database were read from, for all organisations. */
const ORIGINALS_VARIABLE = 'POLICYPACK_ORIGINALS'

/**
 * Opens the records that belong to a folder, such as `records`: those in it, or where the environment names a database, those on the
 * shelf of its name there. Throws an `OperatorError` where records of the same folder lie at the other place.
 */
export function openStore(dir: string): RecordStore {
  const address = databaseAddress()
  if (address !== undefined)
    return databaseStoreFor(dir, address, () => refuseRecordsIn(new FolderStore(dir)))
  if (existsSync(join(dir, ELSEWHERE)))
    throw new OperatorError(
      `The records of ${dir} lie in a database; set POLICYPACK_DATABASE to its address, or move them back with \`policypack records move\``,
    )
  return new FolderStore(dir)
}

/** The two places in which the records of a folder can lie. */
export function bothStores(dir: string): {
  readonly folder: RecordStore
  readonly database: RecordStore
} {
  const address = databaseAddress()
  if (address === undefined)
    throw new OperatorError('Set POLICYPACK_DATABASE to the address of the database')
  return { folder: new FolderStore(dir), database: databaseStoreFor(dir, address) }
}

/** The records on the shelf that belongs to a folder: it has the name of the folder. `before` is done once, before anything else. */
function databaseStoreFor(dir: string, address: string, before?: () => Promise<void>): RecordStore {
  const shelf = basename(resolve(dir))
  const originals = process.env[ORIGINALS_VARIABLE]
  const files = originals?.startsWith('s3:')
    ? openBucket(originals, shelf)
    : new FolderStore(originals ? join(originals, shelf) : dir)
  return new DatabaseStore({ address, shelf, files, ...(before && { before }) })
}

/** Two places that each have some of the records would look whole, each of them. */
async function refuseRecordsIn(folder: RecordStore): Promise<void> {
  for (const isUntrusted of [false, true])
    for (const { path } of await foldersIn(folder, { isUntrusted }))
      if ((await folder.names(path)).some(isRecord))
        throw new OperatorError(
          `There are records in ${folder.shown(path)}, and none are looked for there while POLICYPACK_DATABASE is set; move them with \`policypack records move database\`, or do without it`,
        )
}

function isRecord(name: string): boolean {
  return idInName(name) !== undefined || isMonthName(name)
}
