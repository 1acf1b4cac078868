import { type PersonNamed, personLikeness } from '../../../contracts/people.ts'
import { type Likeness, likeness, mentions } from '../../../language/person-name.ts'
import { OperatorError } from '../../../messages/operator-error.ts'
import type { RecordValue } from '../../../model/record.ts'
import type { RecordBook, RecordEntry } from '../book.ts'

/** A record that somebody may have asked for, and why. */
export interface FoundEntry {
  readonly entry: RecordEntry
  /** How the name fits; `same` for an e-mail address, a number of staff, an id or the name of the file. */
  readonly likeness: Likeness
  /** The name as it stands in the record; absent where it was found by its id or its file. */
  readonly name?: string
}

/** The shortest beginning of an id that names a record. */
const SHORTEST = 6

const order: readonly Likeness[] = ['same', 'part', 'near']

/**
 * The records that name a person, by what somebody types of them: the name in any order and spelling, an e-mail address or a
 * number of staff; or that have an id or come from a file of this name. The surest are first, and misspelt names are looked
 * for only where nothing fits better.
 *
 * @example
 * ```ts
 * import { findEntries, openRecords } from 'policypack'
 *
 * for (const { entry, likeness } of findEntries(await openRecords({ config: 'org.config.json' }), 'lovelace, ada'))
 *   console.log(likeness, entry.record.form.title, entry.on)
 * console.log('done')
 * ```
 */
export function findEntries({ entries }: Pick<RecordBook, 'entries'>, typed: string): FoundEntry[] {
  const found = entries.flatMap((entry): FoundEntry[] => {
    if (isNamed(entry, typed)) return [{ entry, likeness: 'same' }]
    const best = entry.people
      .flatMap((person) => {
        const how = personLikeness(typed, person)
        return how ? [{ entry, likeness: how, name: person.name ?? person.part }] : []
      })
      .sort(byLikeness)[0]
    return best ? [best] : []
  })
  const sure = found.filter(({ likeness }) => likeness !== 'near')
  return (sure.length > 0 ? sure : found).sort(byLikeness)
}

function isNamed({ record: { id, source } }: RecordEntry, typed: string): boolean {
  const file = source.file.split(/[/\\]/).at(-1)
  return (typed.length >= SHORTEST && id.startsWith(typed)) || file === typed
}

function byLikeness(a: { likeness: Likeness }, b: { likeness: Likeness }): number {
  return order.indexOf(a.likeness) - order.indexOf(b.likeness)
}

/** The records of one person. */
export interface RecordsAbout {
  /** As the latest record has it. */
  readonly name: string
  readonly entries: readonly RecordEntry[]
  /** Records that are about others and name them, such as one that they signed as a manager, or a text that has their full name. */
  readonly mentions: readonly RecordEntry[]
  /** As records name them; nothing for a record that was named itself. */
  readonly known: readonly PersonNamed[]
  /** Whether a person that a record names is this one. */
  is(person: PersonNamed): boolean
}

/**
 * The records of the one person whom somebody types, or those of one record by its id or its file. Throws an `OperatorError` when
 * nobody fits, or several people do, or only somebody of a similar name.
 *
 * @example
 * ```ts
 * import { openRecords, OperatorError, recordsAbout } from 'policypack'
 *
 * const book = await openRecords({ config: 'org.config.json' })
 * try {
 *   const { name, entries } = recordsAbout(book, 'ada@example.org')
 *   console.log(`${entries.length} records are about ${name}`)
 * } catch (error) {
 *   if (error instanceof OperatorError) console.log('nobody of that name')
 * }
 * console.log('done')
 * ```
 */
export function recordsAbout(book: Pick<RecordBook, 'entries'>, typed: string): RecordsAbout {
  const byName = book.entries.filter((entry) => isNamed(entry, typed))
  const [one] = byName
  if (one && byName.length === 1)
    return { name: one.record.id, entries: byName, mentions: [], known: [], is: () => false }
  const people = peopleLike(book, typed)
  const [person, ...others] = people
  if (!person)
    throw new OperatorError(`No record names \`${typed}\`; try \`policypack records find\``)
  const names = people.map(nameOf)
  if (others.length > 0 || person.how === 'near')
    throw new OperatorError(
      `\`${typed}\` may be ${new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names)}; say who by the full name, the e-mail address or the number of staff`,
    )
  const is = (named: PersonNamed): boolean => person.known.some((known) => isSame(known, named))
  const marks = marksOf(person.known)
  const isAbout = ({ people: named }: RecordEntry): boolean =>
    named.some((one) => one.isParty && is(one))
  return {
    name: nameOf(person),
    entries: book.entries.filter(isAbout),
    mentions: book.entries.filter(
      (entry) => !isAbout(entry) && (entry.people.some(is) || saysOne(entry.record.values, marks)),
    ),
    known: person.known,
    is,
  }
}

/** Names and addresses by which a text may tell of somebody; numbers of staff are too like others. */
function marksOf(known: readonly PersonNamed[]): string[] {
  const all = known.flatMap(({ name = '', email = '', identity = '' }) => [
    ...[name, email],
    ...(identity.includes('@') ? [identity] : []),
  ])
  return [...new Set(all)].filter(Boolean)
}

/** Whether a text among the answers has one of these marks of a person in it. */
function saysOne(value: RecordValue, marks: readonly string[]): boolean {
  if (typeof value === 'string') return marks.some((mark) => mentions(value, mark))
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).some((one) => saysOne(one, marks))
  )
}

/** One person as records name them, and how well that fits what was typed. */
interface Like {
  readonly how: Likeness
  readonly known: PersonNamed[]
}

/** Those who fit best, each once. */
function peopleLike({ entries }: Pick<RecordBook, 'entries'>, typed: string): Like[] {
  const found: Like[] = []
  for (const person of entries.flatMap(({ people }) => people)) {
    const how = personLikeness(typed, person)
    if (!how) continue
    const there = found.find(
      (like) => like.how === how && like.known.some((known) => isSame(known, person)),
    )
    if (there) there.known.push(person)
    else found.push({ how, known: [person] })
  }
  const best = order.find((how) => found.some((like) => like.how === how))
  return found.filter(({ how }) => how === best)
}

/** By the number or address where both have one, else by the name. */
function isSame(a: PersonNamed, b: PersonNamed): boolean {
  const marks = (one: PersonNamed): string[] =>
    [one.identity, one.email].flatMap((mark) => (mark === undefined ? [] : mark.toLowerCase()))
  const [ofA, ofB] = [marks(a), marks(b)]
  if (ofA.length > 0 && ofB.length > 0) return ofA.some((mark) => ofB.includes(mark))
  return a.name !== undefined && b.name !== undefined && likeness(a.name, b.name) === 'same'
}

function nameOf({ known }: Like): string {
  const { name, email, identity } = known[0]!
  const mark = identity ?? email
  return name === undefined ? (mark ?? '') : mark === undefined ? name : `${name} (${mark})`
}
