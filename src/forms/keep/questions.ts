import { parseJsonMaybe } from '../../contracts/json.ts'
import { AskedForm } from '../../model/form.ts'
import { questionsFile } from '../record/index.ts'
import { type FormFolder, foldersIn } from './layout.ts'
import { type RecordStore, textOf } from './store.ts'

/** Keeps what a form asks. `time` is what the file says of when it was written. */
export async function keepQuestions(
  store: RecordStore,
  folder: FormFolder,
  form: Partial<AskedForm>,
  time?: Date,
): Promise<void> {
  const file = questionsFile(form)
  const path = `${folder.questions}/${file?.name}`
  if (file && !(await store.has(path))) await store.write(path, file.text, time)
}

/** What the forms asked that there are records of: each version, by form. */
export async function keptQuestions(
  store: RecordStore,
  which: { readonly isUntrusted?: boolean } = {},
): Promise<AskedForm[]> {
  const found: AskedForm[] = []
  for (const { questions } of await foldersIn(store, which))
    for await (const { bytes } of store.readEach(questions, (name) => name.endsWith('.json'))) {
      const asked = AskedForm.safeParse(parseJsonMaybe(textOf(bytes))).data
      if (asked) found.push(asked)
    }
  return found
}
