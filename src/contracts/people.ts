import { type Likeness, likeness } from '../language/person-name.ts'
import type { RecordKey } from '../model/form.ts'
import type { RecordValue } from '../model/record.ts'
import { isGroup, type Values } from './nested-values.ts'

/** Somebody whom a completed form names. */
export interface PersonNamed {
  /** Their part in it, as the names of its fields have it: `mentee`. */
  readonly part: string
  readonly name?: string
  /** The number of staff or whatever the organisation knows people by. */
  readonly identity?: string
  readonly email?: string
  /** The form is about them, in contrast to a manager who signs it. */
  readonly isParty: boolean
}

/** Fields that name somebody outside a group of their own, such as `hr.mentorName` and `appeal.decidedBy`. */
const NAMING = /(?:Name|By)$/

/**
 * The people whom answers name, in the order of the form. A party is who the form's `recordKey` names; where that is not
 * known, everybody counts as one.
 */
export function peopleIn(values: Values, recordKey?: RecordKey): PersonNamed[] {
  const parties = recordKey && new Set(partiesIn(recordKey))
  return [...peopleBelow(values, '', parties)]
}

/** The parts of those whom a form is about, in its order: `mentee`, `mentor`. */
export function partiesIn(recordKey: RecordKey): string[] {
  const naming = recordKey.flat().filter((name) => /\.(?:name|identity|email)$/.test(name))
  return [...new Set(naming.map(groupOf))]
}

function* peopleBelow(
  group: Values,
  path: string,
  parties: ReadonlySet<string> | undefined,
): Generator<PersonNamed> {
  const { name, identity, email } = group
  const texts = {
    ...(isText(name) && { name }),
    ...(isText(identity) && { identity }),
    ...(isText(email) && { email }),
  }
  if (path !== '' && Object.keys(texts).length > 0)
    yield { part: path, ...texts, isParty: parties?.has(path) ?? true }
  for (const [key, value] of Object.entries(group)) {
    const inner = path === '' ? key : `${path}.${key}`
    if (isGroup(value)) yield* peopleBelow(value, inner, parties)
    else if (NAMING.test(key) && isText(value)) yield { part: inner, name: value, isParty: false }
  }
}

/** How surely a person is the one that somebody asks for by a name, an e-mail address or a number of staff. */
export function personLikeness(typed: string, person: PersonNamed): Likeness | undefined {
  const wanted = plain(typed)
  const marks = [person.identity, person.email].filter((mark) => mark !== undefined)
  if (marks.some((mark) => plain(mark) === wanted)) return 'same'
  const how = person.name === undefined ? undefined : likeness(typed, person.name)
  // An address that is not theirs may still be of somebody with their name.
  return how && typed.includes('@') ? 'near' : how
}

/** A number or an address as it is compared. */
export function plain(mark: string): string {
  return mark.normalize('NFKC').trim().toLowerCase()
}

/** The part of a name that says whose it is, such as `mentee`. */
export function groupOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('.')))
}

function isText(value: RecordValue | undefined): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
