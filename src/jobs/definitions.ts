import * as z from 'zod'
import { readDefinition } from '../contracts/definition.ts'
import { canonicalJson, sha256Hex } from '../contracts/hash.ts'
import { databaseAddress, query } from '../database/connection.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { KnownForms } from '../model/extraction.ts'

/** What a batch is read by, whichever worker reads it, and whatever its own pack has by then. */
export interface Definitions {
  readonly known: KnownForms
  /** Where the PDFs of forms lie as they are handed out, by the hashes of the forms; from the root, since a worker may be in another folder. */
  readonly blanks: ReadonlyMap<string, string>
  /** Certificates of authorities, PEM or DER. */
  readonly trusted: readonly Uint8Array[]
}

const TABLE = `
create schema if not exists policypack;
create table if not exists policypack.definitions (hash text primary key, content text not null);
`

/** Keeps definitions in the database, and gives the hash by which they are found. */
export async function keepDefinitions({ known, blanks, trusted }: Definitions): Promise<string> {
  const content = canonicalJson({
    ...known,
    publishedHashes: [...known.publishedHashes].sort(),
    blanks: [...blanks],
    trusted: trusted.map((bytes) => Buffer.from(bytes).toString('base64')),
  })
  const hash = sha256Hex(content)
  const address = databaseAddress()!
  const [there] = await query(address, `select to_regclass('policypack.definitions') as it`)
  if (!there?.it) await query(address, TABLE)
  await query(
    address,
    `insert into policypack.definitions (hash, content) values ($1, $2) on conflict do nothing`,
    [hash, content],
  )
  return hash
}

/**
 * The definitions of a hash; undefined where they say what this version does not know, which would make it read forms otherwise. Throws
 * an `OperatorError` where they are gone.
 */
export async function readDefinitions(hash: string): Promise<Definitions | undefined> {
  const [row] = await query<{ content: string }>(
    databaseAddress()!,
    `select content from policypack.definitions where hash = $1`,
    [hash],
  )
  if (!row || sha256Hex(row.content) !== hash)
    throw new OperatorError(
      `The definitions ${hash.slice(0, 8)} are not in the database any more; put the files into the queue again`,
    )
  const { data } = Stored.safeParse(JSON.parse(row.content))
  if (!data) return undefined
  const { trusted, publishedHashes, blanks = [], definitions, organisation, holidays } = data
  const read = definitions.map(readDefinition)
  if (read.includes(undefined)) return undefined
  return {
    known: {
      definitions: read.filter((definition) => definition !== undefined),
      publishedHashes: new Set(publishedHashes),
      ...(organisation !== undefined && { organisation }),
      ...(holidays && { holidays }),
    },
    blanks: new Map(blanks),
    trusted: trusted.map((text) => new Uint8Array(Buffer.from(text, 'base64'))),
  }
}

const Stored = z.strictObject({
  definitions: z.array(z.unknown()),
  publishedHashes: z.array(z.string()),
  organisation: z.optional(z.string()),
  holidays: z.optional(z.array(z.string())),
  blanks: z.optional(z.array(z.tuple([z.string(), z.string()]))),
  trusted: z.array(z.string()),
})
