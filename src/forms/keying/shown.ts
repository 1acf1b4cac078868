import { randomInt } from 'node:crypto'
import type { KeyingQuestion, KeyingTask } from '../../contracts/keying.ts'
import { missingOf } from '../extract-paper.ts'
import type { StoredTask } from '../keep/index.ts'
import { formPages, formShown, readingsOf } from './stored.ts'

/**
 * What a person is shown of tasks. Of anonymous forms each question stands by itself among the same of others, in an order that chance
 * gives, so that nobody sees which answers are of one form.
 */
export function shownTasks(tasks: readonly StoredTask[]): KeyingTask[] {
  const open = tasks.filter(({ pieces }) => pieces === undefined)
  const hidden = Map.groupBy(
    tasks.flatMap(piecesShown),
    ({ form, questions }) => `${form.hash} ${questions[0]!.reading.name}`,
  )
  return [...open.map(wholeShown), ...[...hidden.values()].flatMap(shuffled)]
}

function wholeShown(task: StoredTask): KeyingTask {
  const { id, isMixed, sheets, answers } = task
  const form = formShown(task)
  return {
    id,
    form: { id: form.id, title: form.title, version: form.version, hash: form.hash },
    isAnonymous: false,
    pages: sheets.map(({ page, doubts, picture }) => ({
      ...{ page, doubts },
      ...(picture !== undefined && { picture: asDataUri(picture) }),
    })),
    missing: missingOf({ form, pages: formPages(task) }),
    isMixed,
    questions: questionsShown(task),
    ...(Object.keys(answers).length > 0 && { answers }),
  }
}

/** The questions of an anonymous form that are not keyed yet, each as a task of its own. */
function piecesShown(task: StoredTask): KeyingTask[] {
  const { pieces = {}, answers } = task
  const form = formShown(task)
  const isKeyed = (name: string): boolean =>
    Object.keys(answers).some((one) => one === name || one.startsWith(`${name}.`))
  return questionsShown(task).flatMap((question): KeyingTask[] => {
    const { name } = question.reading
    const id = Object.hasOwn(pieces, name) ? pieces[name] : undefined
    if (id === undefined || isKeyed(name)) return []
    return [
      {
        id,
        form: { id: form.id, title: form.title, version: form.version, hash: form.hash },
        isAnonymous: true,
        pages: [],
        missing: [],
        isMixed: false,
        questions: [question],
      },
    ]
  })
}

function questionsShown(task: StoredTask): KeyingQuestion[] {
  return readingsOf(task).map((reading) => {
    const { name } = reading
    const [suggestion] = task.sheets.flatMap(({ suggestions = {} }) =>
      Object.hasOwn(suggestions, name) ? suggestions[name]! : [],
    )
    return {
      reading,
      crops: task.sheets.flatMap(({ crops }) =>
        Object.hasOwn(crops, name) ? asDataUri(crops[name]!) : [],
      ),
      ...(suggestion !== undefined && reading.is === 'written' && { suggestion }),
    }
  })
}

function asDataUri(png: string): string {
  return `data:image/png;base64,${png}`
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const left = [...items]
  return items.map(() => left.splice(randomInt(left.length), 1)[0]!)
}
