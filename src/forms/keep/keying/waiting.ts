import type { FormToKey } from '../../../model/record.ts'
import { openStore } from '../open-store.ts'
import type { StoredTask } from './task.ts'
import { inOrder, type Origin, tasksIn } from './tasks.ts'

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

/** The forms on paper that wait to be keyed into the records of a folder, or those of one form, in the order of the page to key. */
export async function formsToKey(dir: string, form?: string): Promise<FormToKey[]> {
  const waiting: { readonly told: FormToKey; readonly origin: Origin }[] = []
  for await (const task of tasksIn(openStore(dir), form)) {
    const sheets = task.sheets.slice(0, 1).map(({ from }) => ({ from }))
    waiting.push({ told: formToKey(task), origin: { form: { id: task.form.id }, sheets } })
  }
  return inOrder(waiting, ({ origin }) => origin).map(({ told }) => told)
}
