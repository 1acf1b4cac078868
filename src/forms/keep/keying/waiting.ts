import type { FormToKey } from '../../../model/record.ts'
import { openStore } from '../open-store.ts'
import type { StoredTask } from './task.ts'
import { tasksIn } from './tasks.ts'

/** What is told of a form on paper that waits to be keyed. */
export function formToKey({ id, form, sheets, isMixed, since }: StoredTask): FormToKey {
  const pages = [...new Set(sheets.map(({ page }) => page))]
  return {
    form: { id: form.id, title: form.title },
    ...(form.sensitive === undefined && {
      task: id,
      files: [...new Set(sheets.flatMap(({ from }) => from?.file ?? []))],
    }),
    pages,
    missing: Array.from({ length: form.pages }, (_, page) => page).filter(
      (page) => !pages.includes(page),
    ),
    isMixed,
    ...(since !== undefined && { since }),
  }
}

/** The forms on paper that wait to be keyed into the records of a folder, or those of one form. */
export async function formsToKey(dir: string, form?: string): Promise<FormToKey[]> {
  const waiting: FormToKey[] = []
  for await (const task of tasksIn(openStore(dir), form)) waiting.push(formToKey(task))
  return waiting
}
