import { canonicalJson } from '../../contracts/hash.ts'
import type { KeyedAnswer, KeyedAnswers, KeyingTask } from '../../contracts/keying.ts'
import type { FieldValue } from '../../pdf/fill/index.ts'
import { Draft } from '../draft.ts'
import type { FormValues } from '../form-values.ts'
import type { Item } from './items.ts'

/** What a person says of an item: what stands there, that nothing does, or that nobody can read it. */
export type Said = FormValues | 'empty' | 'unreadable'

type OfTask = Record<string, KeyedAnswer>

/** What the browser keeps of a task, and on top of which answers that were imported before. */
interface KeptDraft {
  readonly on: OfTask
  readonly answers: OfTask
}

/** What was keyed so far. It is kept in this browser as well, except of anonymous forms. */
export class Answers {
  readonly #tasks: readonly KeyingTask[]
  readonly #keyed = new Map<string, OfTask>()
  /** Something is only in this page. */
  isUnsaved = false

  constructor(tasks: readonly KeyingTask[]) {
    this.#tasks = tasks
    for (const task of tasks) {
      const { answers: on = {} } = task
      const kept = draftOf(task)?.read()
      // What an import did not take is to be keyed again.
      const isCurrent = kept && canonicalJson(kept.on) === canonicalJson(on)
      this.#keyed.set(task.id, isCurrent ? kept.answers : on)
    }
  }

  /** Takes what is said of an item; undefined where that is not all of it. */
  say(item: Item, said: Said | undefined): void {
    const { task, names, certain } = item
    const ofTask = { ...this.#keyed.get(task.id) }
    for (const name of names) delete ofTask[name]
    const answers = said === undefined ? [] : names.map((name) => [name, answerOf(said, name)])
    Object.assign(ofTask, Object.fromEntries(answers))
    this.#keyed.set(task.id, ofTask)
    this.isUnsaved = !keepDraft(task, ofTask)

    function answerOf(all: Said, name: string): KeyedAnswer {
      if (all === 'unreadable') return { value: '', method: 'unreadable' }
      const value = all === 'empty' ? '' : String(all.get(name) ?? '')
      return { value, method: certain.get(name) === value ? 'mark-read' : 'keyed' }
    }
  }

  /** What was said of an item; undefined where nothing was. */
  of({ task, names }: Item): Said | undefined {
    const ofTask = this.#keyed.get(task.id) ?? {}
    const answers = names.map((name) => ofTask[name])
    if (answers.some((answer) => answer === undefined)) return undefined
    if (answers.every((answer) => answer?.method === 'unreadable')) return 'unreadable'
    if (answers.every((answer) => answer?.value === '')) return 'empty'
    return new Map(names.map((name) => [name, ofTask[name]?.value ?? '']))
  }

  isDone(item: Item): boolean {
    return item.kind === 'certain' || this.of(item) !== undefined
  }

  /** All that is known of the items of one form, as its page would hold it. */
  valuesOf(items: readonly Item[]): Map<string, FieldValue> {
    return new Map(
      items.flatMap((item) => {
        const said = this.of(item)
        const values = typeof said === 'object' ? said : said === undefined ? item.certain : []
        return [...values].filter(([, value]) => value !== '')
      }),
    )
  }

  /** What is to be saved of the tasks with these items: what a person keyed, and what was read for certain beside it. */
  toSave(itemsByTask: ReadonlyMap<KeyingTask, readonly Item[]>): KeyedAnswers['tasks'] {
    return [...itemsByTask].flatMap(([{ id, form }, items]) => {
      const keyed = this.#keyed.get(id) ?? {}
      const isBegun = Object.keys(keyed).length > 0 || items.every((item) => this.isDone(item))
      if (!isBegun) return []
      const certain = items.flatMap((item) =>
        item.kind === 'certain'
          ? [...item.certain].map(([name, value]) => [name, { value, method: 'mark-read' }])
          : [],
      )
      const answers = { ...Object.fromEntries(certain), ...keyed } as OfTask
      return [{ id, form: { id: form.id, hash: form.hash }, answers }]
    })
  }

  /** Takes what was saved before, and says how many of its tasks are among those of the page. */
  open({ tasks }: KeyedAnswers): number {
    const known = tasks.flatMap(({ id, form, answers }) => {
      const task = this.#tasks.find((one) => one.id === id && one.form.hash === form.hash)
      return task ? [{ task, answers }] : []
    })
    for (const { task, answers } of known) {
      const ofTask = { ...this.#keyed.get(task.id), ...answers }
      this.#keyed.set(task.id, ofTask)
      keepDraft(task, ofTask)
    }
    return known.length
  }

  /** Removes what the browser keeps of it. */
  removeDrafts(): void {
    for (const task of this.#tasks) draftOf(task)?.remove()
  }
}

function keepDraft(task: KeyingTask, answers: OfTask): boolean {
  return draftOf(task)?.keep({ on: task.answers ?? {}, answers }) ?? false
}

function draftOf({ id, isAnonymous }: KeyingTask): Draft<KeptDraft> | undefined {
  return isAnonymous ? undefined : new Draft(`keying ${id}`)
}
