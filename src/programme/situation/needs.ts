import { textAt } from '../../contracts/nested-values.ts'
import { fold } from '../../language/fold.ts'
import { type Named, partIn, recordsOf, rowsAt, type Situation } from './situation.ts'

export interface Need {
  readonly title: string
  readonly people: readonly NeededBy[]
}

interface NeededBy extends Named {
  /** By when, ISO 8601. */
  readonly due?: string
  /** There is a record of training with that subject since. */
  readonly isMet: boolean
}

/** What people need to learn by their goal-setting records since a day, the most needed first; needs that differ in case and spacing only are one. */
export function needsSince(situation: Situation, day: string): Need[] {
  const learned = learnedBy(situation)
  const needs = new Map<string, { title: string; people: Map<string, NeededBy> }>()
  for (const entry of recordsOf(situation, 'goal-setting-record')) {
    const person = partIn(situation, entry, 'colleague')
    if (entry.on < day || !person) continue
    for (const row of rowsAt(entry.record.values, 'training')) {
      const title = textAt(row, 'need')
      if (title === undefined) continue
      const due = textAt(row, 'due')
      const known = needs.get(fold(title)) ?? { title, people: new Map() }
      known.people.set(person.key, {
        ...person,
        ...(due !== undefined && { due }),
        isMet: (learned.get(`${person.key} ${fold(title)}`) ?? '') >= entry.on,
      })
      needs.set(fold(title), known)
    }
  }
  return [...needs.values()]
    .map(({ title, people }) => ({ title, people: [...people.values()] }))
    .sort((a, b) => b.people.length - a.people.length)
}

/** On which day each person learned a subject last. */
function learnedBy(situation: Situation): Map<string, string> {
  const learned = new Map<string, string>()
  for (const entry of recordsOf(situation, 'training-record')) {
    const person = partIn(situation, entry, 'participant')
    const { values } = entry.record
    for (const [table, subject] of [
      ['training', 'subject'],
      ['roleTraining', 'course'],
    ] as const)
      for (const row of rowsAt(values, table)) {
        const [title, day] = [textAt(row, subject), textAt(row, 'date')]
        const isNone =
          textAt(row, 'result') === 'not-completed' || textAt(row, 'direction') === 'given'
        if (!person || isNone || title === undefined || day === undefined) continue
        const key = `${person.key} ${fold(title)}`
        if (day > (learned.get(key) ?? '')) learned.set(key, day)
      }
  }
  return learned
}
