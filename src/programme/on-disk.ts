import { join } from 'node:path'
import * as z from 'zod'
import { parseJsonMaybe } from '../contracts/json.ts'
import { makePrivateFolder } from '../files/folder.ts'
import { withLock } from '../files/lock.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { writeFile } from '../files/write-file.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { type Rotation, Rotations } from './ledger/index.ts'

/** Who is meant by names on forms: the id of a person in the list, or `null` for nobody there. */
const Decided = z.strictObject({
  format: z.literal(1),
  people: z.record(z.string(), z.string().nullable()),
})
type Decided = z.infer<typeof Decided>

const PAIRS = 'pairs.json'
const DECISIONS = 'people-decided.json'

/** The pairs that were accepted, oldest first. */
export async function readRotations(folder: string): Promise<readonly Rotation[]> {
  return (await readKept(folder, PAIRS, Rotations))?.rotations ?? []
}

/** Puts accepted pairs into the ledger. Those that were accepted for the same day before give way. */
export function keepRotation(folder: string, rotation: Rotation): Promise<void> {
  return changeRotations(folder, (all) =>
    [
      ...all.filter(({ kind, from }) => kind !== rotation.kind || from !== rotation.from),
      rotation,
    ].sort((a, b) => (a.from < b.from ? -1 : 1)),
  )
}

/** Changes the pairs that were accepted. */
export function changeRotations(
  folder: string,
  to: (rotations: readonly Rotation[]) => readonly Rotation[],
): Promise<void> {
  return changed(folder, async () => {
    const before = await readRotations(folder)
    const rotations = [...to(before)]
    if (JSON.stringify(rotations) !== JSON.stringify(before))
      await write(folder, PAIRS, { format: 1, rotations } satisfies z.infer<typeof Rotations>)
  })
}

/** Who was decided to be meant by names on forms. */
export async function readDecisions(folder: string): Promise<Decided['people']> {
  return (await readKept(folder, DECISIONS, Decided))?.people ?? {}
}

/** Remembers who is meant. */
export function keepDecision(folder: string, key: string, id: string | null): Promise<void> {
  return changeDecisions(folder, (people) => ({ ...people, [key]: id }))
}

/** Forgets decisions about somebody. */
export function dropDecisions(
  folder: string,
  isOf: (key: string, id: string | null) => boolean,
): Promise<void> {
  return changeDecisions(folder, (people) =>
    Object.fromEntries(Object.entries(people).filter(([key, id]) => !isOf(key, id))),
  )
}

function changeDecisions(
  folder: string,
  to: (people: Decided['people']) => Decided['people'],
): Promise<void> {
  return changed(folder, async () => {
    const before = await readDecisions(folder)
    const people = to(before)
    if (JSON.stringify(people) !== JSON.stringify(before))
      await write(folder, DECISIONS, { format: 1, people } satisfies Decided)
  })
}

async function readKept<Schema extends z.ZodType>(
  folder: string,
  name: string,
  schema: Schema,
): Promise<z.infer<Schema> | undefined> {
  const path = join(folder, name)
  const bytes = await readBytesMaybe(path)
  if (!bytes) return undefined
  const { data } = schema.safeParse(parseJsonMaybe(bytes.toString()))
  if (data) return data
  throw new OperatorError(
    `The file ${path} is not as policypack wrote it; restore it from a backup`,
  )
}

async function changed(folder: string, work: () => Promise<void>): Promise<void> {
  await makePrivateFolder(folder)
  await withLock(join(folder, '.lock'), `Another command is at work in ${folder}`, work)
}

function write(folder: string, name: string, content: object): Promise<void> {
  return writeFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`, {
    ...{ isPrivate: true, durable: true },
  })
}
