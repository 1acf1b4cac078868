import { type PersonNamed, personLikeness, plain } from '../../contracts/people.ts'
import { foldRecordKey } from '../../language/fold.ts'
import { likeness, nameKey, sharesWord } from '../../language/person-name.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import type { Person } from '../../model/programme.ts'

/** Who somebody on a form is in the list of people, and by what that is known. */
export type Match =
  | { readonly person: Person; readonly by: 'id' | 'e-mail' | 'name' | 'decision' }
  /** Several may be meant, or one of a similar name: a person has to say who. */
  | { readonly mayBe: readonly Person[] }
  /** Nobody in the list, as far as anybody can tell. */
  | { readonly person: undefined }

/** Whom a match is sure of. */
export function personOf(match: Match | undefined): Person | undefined {
  return match && 'person' in match ? match.person : undefined
}

/** Of more people, a common word of names tells nothing. */
const MOST_SHARING = 3

/** Who is meant by a name, as somebody decided: the id of a person, or `null` for nobody in the list. */
type Decisions = Readonly<Record<string, string | null>>

/**
 * Tells who in the list of people somebody on a form is: by their number, else their e-mail address, else their name where it is
 * that of one person. What a person decided comes before names.
 */
export function matcherOf(
  people: readonly Person[],
  decisions: Decisions = {},
): (named: PersonNamed) => Match {
  const byMark = new Map<string, Person>()
  for (const person of people) {
    if (person.email !== undefined) byMark.set(plain(person.email), person)
    byMark.set(plain(person.id), person)
  }
  const byId = new Map(people.map((person) => [person.id, person]))
  const byName = Map.groupBy(people, ({ name }) => nameKey(name))
  const known = new Map<string, Match>()
  return (named) => {
    const key = JSON.stringify([named.identity, named.email, named.name])
    const before = known.get(key)
    if (before) return before
    const match = matchOf(named)
    known.set(key, match)
    return match
  }

  function matchOf(named: PersonNamed): Match {
    const { identity, email, name } = named
    const byIdentity = identity === undefined ? undefined : byMark.get(plain(identity))
    if (byIdentity) return { person: byIdentity, by: identity!.includes('@') ? 'e-mail' : 'id' }
    const byEmail = email === undefined ? undefined : byMark.get(plain(email))
    if (byEmail) return { person: byEmail, by: 'e-mail' }
    if (name === undefined) return { person: undefined }
    const key = decisionKey(named)
    if (Object.hasOwn(decisions, key)) {
      const id = decisions[key]
      const person = typeof id === 'string' ? byId.get(id) : undefined
      return person ? { person, by: 'decision' } : { person: undefined }
    }
    const same = byName.get(nameKey(name)) ?? []
    const [only, ...others] = same
    if (only && others.length === 0 && !contradicts(named, only))
      return { person: only, by: 'name' }
    const mayBe = same.length > 0 ? same : peopleAlike(people, name)
    return mayBe.length > 0 ? { mayBe } : { person: undefined }
  }
}

/** A number or an address other than the one in the list says that it may be somebody else of that name. */
function contradicts({ identity, email }: PersonNamed, person: Person): boolean {
  const marks = [identity, email].filter((mark) => mark !== undefined)
  return marks.some((mark) => !mark.includes('@') || person.email !== undefined)
}

/** People whose name is a part of this one or near to it, a part counting more; else the few that have a word of it. */
function peopleAlike(people: readonly Person[], name: string): readonly Person[] {
  const alike = Map.groupBy(people, (person) => likeness(name, person.name))
  const sure = alike.get('part') ?? alike.get('near')
  if (sure) return sure
  const sharing = people.filter((person) => sharesWord(name, person.name))
  return sharing.length <= MOST_SHARING ? sharing : []
}

/** Under which a decision about somebody on a form is remembered. */
export function decisionKey({ name, identity, email }: PersonNamed): string {
  return [name, identity ?? email]
    .map((part) => foldRecordKey(part ?? ''))
    .filter(Boolean)
    .join(' · ')
}

/** Whom a number, an e-mail address or a name means. Throws an `OperatorError` where that is nobody, or may be several people. */
export function onePerson(people: readonly Person[], typed: string): Person {
  const byId = people.find(({ id }) => id === typed)
  const found = byId ? [byId] : fitting(people, typed).map(({ person }) => person)
  const [only, ...others] = found
  if (only && others.length === 0) return only
  throw new OperatorError(
    only
      ? `\`${typed}\` may be ${found.map(({ id, name }) => `${name} (${id})`).join(' or ')}; give the number`
      : `\`${typed}\` is nobody in the list of people`,
  )
}

/** The people of a list whom somebody may mean, without those of a name that is only similar. */
export function peopleCalled(people: readonly Person[], typed: string): Person[] {
  return fitting(people, typed).flatMap(({ person, how }) => (how === 'near' ? [] : [person]))
}

function fitting(people: readonly Person[], typed: string) {
  const order = ['same', 'part', 'near'] as const
  const found = people.flatMap((person) => {
    const named = { part: 'person', isParty: true, ...person, identity: person.id }
    const how = personLikeness(typed, named)
    return how ? [{ person, how }] : []
  })
  const best = order.find((how) => found.some((one) => one.how === how))
  return found.filter(({ how }) => how === best)
}
