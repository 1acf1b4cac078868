import { valueAt } from '../../contracts/nested-values.ts'
import { compare } from '../../language/compare.ts'
import type { FileDates, FormRecord, KeptRecord } from '../../model/record.ts'
import { isAnonymous } from './anonymous-record.ts'
import { comparable } from './case.ts'

/** What a record says that decides how it stands to others of its case. */
export interface Version {
  readonly id: string
  readonly case: string | undefined
  readonly supersedes: string | undefined
  /** When the first file with this content came, ISO 8601. */
  readonly arrived: string
  readonly written: FileDates
  readonly isComplete: boolean
  /** Signatures that are not broken: all of them, and the digital ones that are intact. */
  readonly signed: readonly number[]
  /** The answers that tell people of one name apart, as they are compared. */
  readonly identity: Readonly<Record<string, string>>
}

/** How a record stands to the others of its case. */
export interface Relation {
  readonly supersedes?: string
  readonly supersededBy?: string
  /** What told that it is the later one. */
  readonly by?: Basis
  /** A person has to decide whether it replaces this one, and why. */
  readonly unconfirmed?: { readonly against: string; readonly why: Doubt }
}

/** What tells which of two files is the later version: the dates of what, or the order in which they came. */
export type Basis = 'signed' | 'modified' | 'arrived'

/** Why a later record does not replace another one by itself. */
export type Doubt = 'signatures' | 'identity' | 'completeness'

/**
 * How records stand to each other, by their ids; anonymous ones do not. Give it all records of a form.
 *
 * @example
 * ```ts
 * import { type KeptRecord, readRecords, relationsBetween } from 'policypack'
 *
 * const records: KeptRecord[] = []
 * for await (const record of readRecords('records')) records.push(record)
 * const replaced = [...relationsBetween(records).values()].filter((one) => one.supersededBy)
 * console.log(`${replaced.length} records were replaced by later ones`)
 * ```
 */
export function relationsBetween(records: readonly KeptRecord[]): Map<string, Relation> {
  return relationsOf(records.flatMap((record) => (isAnonymous(record) ? [] : [versionOf(record)])))
}

/** What decides how a record stands to others. */
export function versionOf(record: FormRecord): Version {
  const { id, supersedes, values, identifying = [], source, signatures, copies = [] } = record
  const sound = signatures.filter(({ intact }) => intact !== false)
  return {
    id,
    case: record.apart ? undefined : record.case,
    supersedes,
    arrived: [source, ...copies].map(({ importedAt }) => importedAt).sort()[0] ?? '',
    written: source.written ?? {},
    isComplete: record.status === 'complete',
    signed: [sound.length, sound.filter(({ intact }) => intact).length],
    identity: Object.fromEntries(
      identifying.map((name) => [name, comparable(valueAt(values, name))]),
    ),
  }
}

/**
 * How the records of a folder stand to each other, by their ids. Of each case the latest is the current one, by what the
 * files say and else by the order of their coming; it does not take the place of one with more signatures, of a complete one
 * where it is not complete itself, or of one whose other answers are somebody else's, until a person says so.
 */
export function relationsOf(versions: Iterable<Version>): Map<string, Relation> {
  const relations = new Map<string, Relation>()
  const all = [...versions]
  for (const [key, ofCase] of Map.groupBy(all, (version) => version.case))
    if (key !== undefined) relateChain(inOrder(ofCase), relations)
  relateLinked(all, relations)
  return relations
}

/** What a person said of records that are not of one case, such as one whose date could not be read and its correction. */
function relateLinked(versions: readonly Version[], into: Map<string, Relation>): void {
  const cases = new Map(versions.map((version) => [version.id, version.case]))
  for (const { id, case: own, supersedes } of versions) {
    if (supersedes === undefined || !cases.has(supersedes)) continue
    const earlier = cases.get(supersedes)
    if (earlier !== undefined && earlier === own) continue
    into.set(supersedes, { ...into.get(supersedes), supersededBy: id })
    into.set(id, { supersedes, ...into.get(id) })
  }
}

function relateChain([first, ...later]: readonly Version[], into: Map<string, Relation>): void {
  let current = first
  let unfinished: Version[] = []
  for (const next of current ? later : []) {
    if (!current) return
    const why = next.supersedes === undefined ? doubtOf(current, next) : undefined
    if (why) {
      into.set(next.id, { unconfirmed: { against: current.id, why } })
      if (why === 'completeness') unfinished.push(next)
      continue
    }
    into.set(current.id, { ...into.get(current.id), supersededBy: next.id })
    into.set(next.id, {
      supersedes: current.id,
      by: compared(current, next)?.by ?? 'arrived',
    })
    // What was sent again as a whole is what the unfinished one was to become.
    for (const { id } of unfinished) into.set(id, { supersededBy: next.id })
    unfinished = []
    current = next
  }
}

/** Earlier versions first. */
function inOrder(versions: readonly Version[]): Version[] {
  const chain: Version[] = []
  for (const version of inOrderOfComing(versions)) {
    const after = chain.findIndex((other) => isBefore(version, other))
    chain.splice(after < 0 ? chain.length : after, 0, version)
  }
  return chain
}

function isBefore(version: Version, other: Version): boolean {
  if (other.supersedes === version.id) return true
  return version.supersedes !== other.id && (compared(version, other)?.sign ?? 0) < 0
}

/** Records of old that came in one run tell by what they supersede which was first. */
function inOrderOfComing(versions: readonly Version[]): Version[] {
  const before = new Map(versions.map(({ id, supersedes }) => [id, supersedes]))
  const age = (id: string): number => {
    let count = 0
    for (let next = before.get(id); next !== undefined && count < before.size; count += 1)
      next = before.get(next)
    return count
  }
  return versions.toSorted(
    (a, b) => compare(a.arrived, b.arrived) || age(a.id) - age(b.id) || compare(a.id, b.id),
  )
}

/** Which of two versions is the later one by what their files say; undefined where these do not tell. */
function compared(a: Version, b: Version): { sign: number; by: Basis } | undefined {
  for (const by of ['signed', 'modified'] as const) {
    const sign = compareTimes(a.written[by], b.written[by])
    if (sign) return { sign, by }
  }
  const sign = compareTimes(latest(a.written), latest(b.written))
  return sign ? { sign, by: 'modified' } : undefined
}

function latest({ modified, signed }: FileDates): string | undefined {
  return modified ?? signed
}

/** Where one of the two is a day only, both count as days. */
function compareTimes(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return 0
  return a.length > DAY && b.length > DAY
    ? Math.sign(Date.parse(a) - Date.parse(b))
    : compare(a.slice(0, DAY), b.slice(0, DAY))
}

/** Characters of a day in ISO 8601. */
const DAY = 10

function doubtOf(current: Version, next: Version): Doubt | undefined {
  if (differInIdentity(current, next)) return 'identity'
  if (next.signed.some((count, kind) => count < (current.signed[kind] ?? 0))) return 'signatures'
  return current.isComplete && !next.isComplete ? 'completeness' : undefined
}

/** Whether an answer that tells people of one name apart is there in both and not the same. */
export function differInIdentity(a: Version, b: Version): boolean {
  return Object.entries(a.identity).some(([name, value]) => {
    const other = b.identity[name] ?? ''
    return value !== '' && other !== '' && value !== other
  })
}
