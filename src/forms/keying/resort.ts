import { sha256Hex } from '../../contracts/hash.ts'
import {
  askedWhich,
  chosenPage,
  cropIfOf,
  isUnknownForm,
  NONE,
  unreadBox,
  WHICH_FORM,
} from '../../contracts/which-form.ts'
import { type Finding, finding } from '../../messages/finding.ts'
import { quoted } from '../../messages/quoted.ts'
import type { FormDefinition } from '../../model/form.ts'
import { openPdf, PdfError, pdfOfPages } from '../../pdf/index.ts'
import {
  noteNoForm,
  putScan,
  putTask,
  removeScan,
  removeTask,
  type StoredSheet,
  type StoredTask,
  scanIn,
  taskIdOf,
} from '../keep/index.ts'
import type { KeyedForm, KeyingContext } from './context.ts'
import { isUnsure } from './stored.ts'

/** Puts pages without marks to the form that a person said, or asks of which form they are where it is not the one that was thought. */
export async function resort(
  file: string,
  task: StoredTask,
  answer: string,
  context: KeyingContext,
): Promise<KeyedForm> {
  return isUnknownForm(task.form)
    ? toChosen(file, task, answer, context)
    : toUnknown(file, task, { ...context, isNone: answer === NONE })
}

async function toChosen(
  file: string,
  task: StoredTask,
  answer: string,
  context: KeyingContext,
): Promise<KeyedForm> {
  const { store, dryRun, known } = context
  const chosen = chosenPage(task.form, answer)
  if (chosen === NONE) {
    if (!dryRun) {
      await noteNoForm(store, task.form, task.sheets)
      await removeScan(store, task)
      await removeTask(store, task)
    }
    const from = task.sheets.flatMap((sheet) => sheet.from?.file ?? []).join(', ')
    const message = `A page of ${from} is of no form, as was keyed, so that nothing of it is kept, and this file does not ask for it again; where it is of one all the same, scan it again, flat and with all four corners`
    return told(file, 'rejected', finding('form-unknown', message))
  }
  const form = chosen && known.definitions.find(({ hash }) => hash.startsWith(chosen.hash))
  if (!chosen || !form) {
    const message = chosen
      ? 'The form that was chosen for a page is not known here; name by --forms the folder `forms` of its pack'
      : 'Of which form a page is, was not said; say it in the page to key, or that it is of none'
    return told(file, 'to-key', finding('keyed-open', message))
  }
  const sheets = task.sheets.map(
    (sheet): StoredSheet => ({
      ...sheet,
      ...{ page: chosen.page, isChosen: true, crops: cropsFor(chosen, sheet) },
      boxes: form.widgets.filter(({ page }) => page === chosen.page).map(unreadBox),
    }),
  )
  const moved: StoredTask = { ...task, form, sheets, answers: {} }
  const scan = await scanIn(store, task)
  if (!dryRun) {
    if (scan && task.original) await putScan(store, form.id, task.original.sha256, scan)
    await putTask(store, moved, context.now)
    await removeScan(store, task)
    await removeTask(store, task)
  }
  const message = `Page ${chosen.page + 1} of ${quoted(form.title)} is on paper, as was keyed; open the page to key once more for what is written on it`
  return { ...told(file, 'to-key', finding('form-on-paper', message)), came: [moved] }
}

/** What was cut out of a page in case it is the one that was chosen. */
function cropsFor(
  chosen: Parameters<typeof cropIfOf>[0],
  { crops }: StoredSheet,
): StoredSheet['crops'] {
  const before = cropIfOf(chosen, '')
  return Object.fromEntries(
    Object.entries(crops).flatMap(([name, png]) =>
      name.startsWith(before) ? [[name.slice(before.length), png]] : [],
    ),
  )
}

/** Each page without marks becomes a question by itself, unless it is of no form; what is left of the form stays. */
async function toUnknown(
  file: string,
  task: StoredTask,
  { store, known, now, dryRun, isNone }: KeyingContext & { readonly isNone: boolean },
): Promise<KeyedForm> {
  const form = askedWhich(known.definitions, [])
  const scan = await scanIn(store, task)
  const [unsure, sure] = [true, false].map((is) =>
    task.sheets.filter((one) => isUnsure(one) === is),
  ) as [StoredSheet[], StoredSheet[]]
  const came =
    form && scan && !isNone ? unsure.flatMap((sheet) => alone(task, sheet, form, scan)) : []
  if (!dryRun) {
    if (isNone) await noteNoForm(store, task.form, unsure)
    for (const { task: one, scan: own } of came) {
      await putScan(store, one.form.id, one.original!.sha256, own)
      await putTask(store, one, now)
    }
    if (sure.length > 0) await putTask(store, without(task, sure), now)
    else {
      await removeScan(store, task)
      await removeTask(store, task)
    }
  }
  const message =
    came.length > 0
      ? `What was taken for ${quoted(task.form.title)} is none, as was keyed; the page to key asks which form it is`
      : `What was taken for ${quoted(task.form.title)} is none, as was keyed, and nothing of it is kept${isNone ? '; this file does not ask for it again' : '; scan it again, flat and with all four corners'}`
  return {
    ...told(
      file,
      came.length > 0 ? 'to-key' : 'rejected',
      finding(came.length > 0 ? 'form-on-paper' : 'form-unknown', message),
    ),
    came: came.map((one) => one.task),
  }
}

/** A page by itself, with its own part of the scan. */
function alone(
  { since }: StoredTask,
  sheet: StoredSheet,
  form: FormDefinition,
  scan: Uint8Array,
): { task: StoredTask; scan: Uint8Array }[] {
  const part = partOf(scan, sheet.at)
  if (!part || sheet.picture === undefined) return []
  const own: StoredSheet = {
    ...sheet,
    ...{ at: 0, page: 0, boxes: form.widgets.map(unreadBox), beside: [] },
    crops: { [WHICH_FORM]: sheet.picture },
  }
  const task: StoredTask = {
    ...{ format: 1, id: taskIdOf([own]), since, form, isMixed: false, sheets: [own], withheld: [] },
    ...{ original: { sha256: sha256Hex(part), bytes: part.length }, answers: {} },
  }
  return [{ task, scan: part }]
}

function partOf(scan: Uint8Array, page: number): Uint8Array | undefined {
  try {
    return pdfOfPages([{ file: openPdf(new Uint8Array(scan)), page }])
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

/** What is left of a task, with what was keyed of that. */
function without(task: StoredTask, sheets: StoredSheet[]): StoredTask {
  const there = new Set(sheets.map(({ page }) => page))
  const names = new Set(
    task.form.widgets.filter(({ page }) => there.has(page)).map(({ name }) => name),
  )
  const answers = Object.entries(task.answers).filter(([name]) => names.has(name))
  return { ...task, sheets, answers: Object.fromEntries(answers) }
}

function told(file: string, status: 'to-key' | 'rejected', found: Finding): KeyedForm {
  return { result: { file, status, messages: [{ file, ...found }] } }
}
