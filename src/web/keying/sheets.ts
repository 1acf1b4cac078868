import type { KeyingTask } from '../../contracts/keying.ts'
import type { FormDefinition } from '../../model/form.ts'
import { say } from '../say.ts'
import { type Item, itemsOf } from './items.ts'

/** What is keyed under one heading: a form; or, of all anonymous copies of one form, the questions in any order, one at a time. */
export interface Sheet {
  readonly title: string
  readonly items: readonly Item[]
  readonly isAnonymous: boolean
  /** Whose pages it shows; absent where it is anonymous. */
  readonly task?: KeyingTask
}

/** The sheets of a page, those with names first. */
export function sheetsOf(
  tasks: readonly KeyingTask[],
  definitions: readonly FormDefinition[],
): Sheet[] {
  const readable = tasks.flatMap((task) => {
    const definition = definitions.find(({ hash }) => hash === task.form.hash)
    return definition ? [{ task, items: itemsOf(task, definition, say) }] : []
  })
  const [anonymous, named] = [true, false].map((is) =>
    readable.filter(({ task }) => task.isAnonymous === is),
  ) as [typeof readable, typeof readable]
  return [
    ...named.map(({ task, items }) => ({
      ...{ title: task.form.title, items, isAnonymous: false, task },
    })),
    ...[...Map.groupBy(anonymous, ({ task }) => task.form.hash).values()].map((same) => ({
      title: same[0]!.task.form.title,
      items: shuffled(same.flatMap(({ items }) => items)),
      isAnonymous: true,
    })),
  ]
}

/** In any order, so that nobody sees which answers are of one person. */
function shuffled<Entry>(entries: readonly Entry[]): Entry[] {
  const numbers = crypto.getRandomValues(new Uint32Array(entries.length))
  return entries
    .map((entry, index) => ({ entry, at: numbers[index]! }))
    .sort((one, other) => one.at - other.at)
    .map(({ entry }) => entry)
}
