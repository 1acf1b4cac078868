import { personLikeness } from '../../../contracts/people.ts'
import type { Likeness } from '../../../language/person-name.ts'
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
