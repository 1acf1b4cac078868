import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { parseJsonMaybe } from '../../contracts/json.ts'
import { makePrivateFolder } from '../../files/folder.ts'
import { placeInside } from '../../files/inside.ts'
import { ifThere, isThere } from '../../files/missing.ts'
import { readBytesMaybe } from '../../files/regular-file.ts'
import { AskedForm } from '../../model/form.ts'
import { questionsFile } from '../record/index.ts'
import { type FormFolder, folderOf } from './layout.ts'
import { writeRecordFile } from './on-disk.ts'

/** Keeps what a form asks. `time` is what the file says of when it was written. */
export async function keepQuestions(
  folder: FormFolder,
  form: Partial<AskedForm>,
  time?: Date,
): Promise<void> {
  const file = questionsFile(form)
  if (!file) return
  const path = join(folder.questions, file.name)
  if (await isThere(path)) return
  await makePrivateFolder(folder.questions)
  await placeInside(folder.questions, path)
  await writeRecordFile(path, file.text, time)
}

/** What the forms asked that there are records of: each version, by form. */
export async function keptQuestions(dir: string): Promise<AskedForm[]> {
  const found: AskedForm[] = []
  for (const name of ((await ifThere(readdir(dir))) ?? []).sort()) {
    const folder = folderOf(dir, name)
    if (folder) found.push(...(await questionsIn(folder.questions)))
  }
  return found
}

async function questionsIn(path: string): Promise<AskedForm[]> {
  const names = (await ifThere(readdir(path)).catch(() => undefined)) ?? []
  const files = names.filter((name) => name.endsWith('.json')).sort()
  const texts = await Promise.all(files.map((name) => readBytesMaybe(join(path, name))))
  return texts.flatMap((text) => {
    const asked = AskedForm.safeParse(parseJsonMaybe(text?.toString() ?? '')).data
    return asked ? [asked] : []
  })
}
