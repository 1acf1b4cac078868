import { KEYING_PAGE } from '../../contracts/keying.ts'
import { allTasks, openStore, type RecordStore, type StoredTask } from '../keep/index.ts'
import { keyingPage } from '../keying-page/index.ts'
import { shownTasks } from './shown.ts'
import { formShown } from './stored.ts'

/** Writes the page with what is to be keyed anew, or removes it where nothing is left. */
export async function writeKeyingPage(
  store: RecordStore,
  tasks: readonly StoredTask[],
): Promise<void> {
  const [first] = tasks
  if (!first) return store.remove(KEYING_PAGE)
  const page = await keyingPage({
    tasks: shownTasks(tasks),
    definitions: [...new Map(tasks.map(formShown).map((form) => [form.hash, form])).values()],
    organisation: first.form.organisation,
    language: first.form.locale,
  })
  await store.write(KEYING_PAGE, page)
}

/** The same for the records of a folder, of which something that was to be keyed is gone. */
export async function renewKeyingPage(dir: string): Promise<void> {
  const store = openStore(dir)
  await writeKeyingPage(store, await allTasks(store))
}
