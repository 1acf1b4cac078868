import { askedWhether, isUnknownForm, unreadBox, WHICH_FORM } from '../../contracts/which-form.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { FormPage, PaperCopy, Reading } from '../../model/paper.ts'
import { namesOnPages, type OnPaper } from '../extract-paper.ts'
import type { StoredSheet, StoredTask } from '../keep/index.ts'
import { decide } from '../paper/index.ts'

/** The form of a task as a person is asked for it: where a page has no marks, first whether it is of that form. */
export function formShown({ form, sheets }: Pick<StoredTask, 'form' | 'sheets'>): FormDefinition {
  const unmarked = sheets.find(isUnsure)
  return unmarked && !isUnknownForm(form) ? askedWhether(form, unmarked.page) : form
}

/** Whether only its print tells of which form a page is. */
export function isUnsure({ doubts, isChosen }: StoredSheet): boolean {
  return doubts.includes('unmarked') && !isChosen
}

/** The pages of a task as they were read. */
export function formPages(task: StoredTask): FormPage[] {
  const asked = formShown(task).widgets.filter(({ name }) => name === WHICH_FORM)
  const hash = task.form.hash.slice(0, HASH)
  return task.sheets.map(({ page, marks, resolution, doubts, boxes, beside }) => ({
    ...{ is: 'page', hash, page, marks, resolution, doubts, beside },
    boxes: [
      ...boxes.map(({ state, ...box }) => ({ ...box, ...(state !== undefined && { state }) })),
      ...asked.filter((widget) => widget.page === page).map(unreadBox),
    ],
  }))
}

/** How much of the hash of a form its marks have. */
const HASH = 12

/** What its pictures say of each question, without those whose answers are not kept. */
export function readingsOf(task: StoredTask): Reading[] {
  return decide(formShown(task), formPages(task)).filter(({ name }) => !isWithheld(name, task))
}

/** The names of the fields whose answers make the task done: those on pages that are there. */
export function wantedNames(task: StoredTask): string[] {
  return namesOnPages({ form: formShown(task), pages: formPages(task) }).filter(
    (name) => !isWithheld(name, task),
  )
}

/** The same as what the reading of one form takes. */
export function onPaper(task: StoredTask, file: string): OnPaper {
  return { file, form: task.form, pages: formPages(task), readings: readingsOf(task) }
}

export function storedSheet(
  {
    page: { is: _, hash: __, ...page },
    picture,
    traces,
    crops,
    suggestions,
  }: PaperCopy['sheets'][number],
  own: Pick<StoredSheet, 'key' | 'from' | 'at'>,
): StoredSheet {
  return {
    ...own,
    ...page,
    doubts: [...page.doubts],
    boxes: page.boxes.map((box) => ({ ...box })),
    beside: page.beside.map(([...place]) => place),
    ...(picture && { picture: base64(picture) }),
    ...(picture && traces && { traces: { ...traces, squares: [...traces.squares] } }),
    crops: Object.fromEntries([...crops].map(([name, png]) => [name, base64(png)])),
    ...(suggestions.size > 0 && { suggestions: Object.fromEntries(suggestions) }),
  }
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}

function isWithheld(name: string, { withheld }: StoredTask): boolean {
  return withheld.some((one) => name === one || name.startsWith(`${one}.`))
}
