import type { KeyingData, KeyingTask } from './keying.ts'

/** Id of the element with all that the page holds but its pictures. */
const DATA_ID = 'policypack-keying'

/** The pictures of one task: of its pages and of its questions, in their order. */
interface Pictures {
  readonly pages: readonly (string | null)[]
  readonly crops: readonly (readonly string[])[]
}

/** What stands in the page, by the ids of its elements: each task has its pictures apart, which are many and wanted one by one. */
export function writeKeyingData({ tasks, ...data }: KeyingData): Record<string, unknown> {
  const light: KeyingData = { ...data, tasks: tasks.map(withoutPictures) }
  return {
    [DATA_ID]: light,
    ...Object.fromEntries(tasks.map((task) => [picturesId(task), picturesOf(task)])),
  }
}

/** The same as the page's script reads it; the tasks are without their pictures. */
export function readKeyingData(textOf: (id: string) => string | null | undefined): KeyingData {
  return JSON.parse(textOf(DATA_ID) ?? 'null') as KeyingData
}

export function withPictures(
  task: KeyingTask,
  textOf: (id: string) => string | null | undefined,
): KeyingTask {
  const { pages, crops } = JSON.parse(textOf(picturesId(task)) ?? 'null') as Pictures
  return {
    ...task,
    pages: task.pages.map((page, index) => {
      const picture = pages[index]
      return picture ? { ...page, picture } : page
    }),
    questions: task.questions.map((one, index) => ({ ...one, crops: crops[index] ?? [] })),
  }
}

function picturesId({ id }: KeyingTask): string {
  return `pictures-${id}`
}

function picturesOf({ pages, questions }: KeyingTask): Pictures {
  return {
    pages: pages.map(({ picture }) => picture ?? null),
    crops: questions.map(({ crops }) => crops),
  }
}

function withoutPictures(task: KeyingTask): KeyingTask {
  return {
    ...task,
    pages: task.pages.map(({ picture: _, ...page }) => page),
    questions: task.questions.map((one) => ({ ...one, crops: [] })),
  }
}
