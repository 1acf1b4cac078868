import { sha256Hex } from '../../contracts/hash.ts'
import type { KeyedAnswer, KeyedTask } from '../../contracts/keying.ts'
import { labelsByName } from '../../contracts/slot.ts'
import { askedWhether, WHICH_FORM, YES } from '../../contracts/which-form.ts'
import { finding } from '../../messages/finding.ts'
import type { Message } from '../../messages/message.ts'
import { quoted, shortened } from '../../messages/quoted.ts'
import { isFormId } from '../../model/document-id.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { FormRecord, ImportResult, PaperSource } from '../../model/record.ts'
import { certainAnswers, extractPaper, namesOnPages, type OnPaper } from '../extract-paper.ts'
import { putTask, recordsNoted, type StoredTask, scanIn, scanOf, taskIn } from '../keep/index.ts'
import { checkedForm, type FormRead } from '../read-form.ts'
import { readAnswers } from '../validate/index.ts'
import type { KeyedForm, KeyingContext } from './context.ts'
import { resort } from './resort.ts'
import { formShown, onPaper, wantedNames } from './stored.ts'

/** Takes what a person keyed of one form. */
export async function keyForm(
  file: string,
  keyed: KeyedTask,
  by: string | undefined,
  context: KeyingContext,
): Promise<KeyedForm> {
  const { store } = context
  const { id } = keyed.form
  const task = isFormId(id) ? await taskOfPiece(keyed, context) : undefined
  if (task && [task.form, formShown(task)].some(({ hash }) => hash === keyed.form.hash))
    return keyTask(file, task, answersIn(keyed, task), by, context)
  const [record] = isFormId(id) ? await recordsNoted(store, id, keyed.id) : []
  if (record) return keyAgain(file, record, keyed, by, context)
  return { isUnknown: true }
}

/** Says that forms or questions of a file wait nowhere here. */
export function unknownKeyed(file: string, tasks: readonly KeyedTask[]): ImportResult {
  const what =
    tasks.length === 1
      ? `What was keyed under the number ${quoted(tasks[0]!.id)} is`
      : `What was keyed under ${tasks.length} numbers, such as ${quoted(tasks[0]!.id)}, is`
  const message = `${what} of no form that waits to be keyed here; it was counted or erased meanwhile, or the file is of other records. If it was counted, delete the file`
  return { file, status: 'rejected', messages: [{ file, ...finding('keyed-unknown', message) }] }
}

/** The task that is keyed, or of which one question is. */
async function taskOfPiece(
  { id, form }: KeyedTask,
  { store, pieces }: KeyingContext,
): Promise<StoredTask | undefined> {
  const whole = await taskIn(store, form.id, id)
  if (whole) return whole.pieces ? undefined : whole
  if ((await recordsNoted(store, form.id, id)).length > 0) return undefined
  const task = (await pieces(form.id)).get(id)
  return task === undefined ? undefined : taskIn(store, form.id, task)
}

type Answers = Map<string, KeyedAnswer>

/** What a file says of the fields of a task, and nothing else; of a piece only its question. */
function answersIn({ id, answers }: KeyedTask, task: StoredTask): Answers {
  const piece = Object.entries(task.pieces ?? {}).find(([, token]) => token === id)?.[0]
  const isAsked = (name: string): boolean =>
    piece === undefined || name === piece || name.startsWith(`${piece}.`)
  return new Map(
    wantedNames(task).flatMap((name) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
      return answer && isAsked(name) ? [[name, answer] as const] : []
    }),
  )
}

/** Reads of ink are those of the task: what a file says of them is keyed where it is another. */
function judged(answers: Answers, certain: ReadonlyMap<string, KeyedAnswer>): Answers {
  return new Map(
    [...answers].map(([name, { value, method }]) => {
      const isRead = method === 'mark-read' && certain.get(name)?.value === value
      return [name, { value, method: method === 'mark-read' && !isRead ? 'keyed' : method }]
    }),
  )
}

async function keyTask(
  file: string,
  task: StoredTask,
  given: Answers,
  by: string | undefined,
  context: KeyingContext,
): Promise<KeyedForm> {
  const { form } = task
  const paper = onPaper(task, task.sheets[0]?.from?.file ?? file)
  const certain = certainAnswers(paper)
  const before = new Map(Object.entries(task.answers))
  const answers = judged(new Map([...before, ...given]), certain)
  const said = answers.get(WHICH_FORM)
  if (said && said.value !== YES) return resort(file, task, said.value, context)
  const lacking = wantedNames(task).filter((name) => !answers.has(name) && !certain.has(name))
  const all: Answers = new Map([...certain, ...answers])
  all.delete(WHICH_FORM)
  const who = by ?? task.by
  const unread = unreadIn(paper, all, context)
  const read = await checked(paper, all, context)
  if (unread.length + lacking.length > 0) {
    const why = read.draft.messages.filter(({ field = '' }) => unread.includes(field))
    const open = openTold(formShown(task), unread, lacking).map((one) => finding('keyed-open', one))
    return stays(
      file,
      { task, answers: without(answers, unread), by: who },
      [...why, ...open],
      context,
    )
  }
  if (form.sensitive !== undefined) {
    const digests = task.sheets.map(({ key }) => key)
    context.anonymous.addKeyed(read.draft, task.id, read.form, digests)
    return { done: task }
  }
  const bytes = task.original ? await scanIn(context.store, task) : new Uint8Array()
  if (!bytes) {
    const message = `The pictures of ${which(form)} are not among the records any more; import them again`
    return stays(file, { task, answers, by: who }, [finding('keyed-open', message)], context)
  }
  const source: PaperSource = {
    task: task.id,
    ...(who !== undefined && { by: who }),
    answers: methodsOf(all),
    sheets: task.sheets.flatMap(({ from, page }) => (from ? { ...from, page } : [])),
  }
  const sha256 = task.original?.sha256 ?? sha256Hex(task.id)
  const result = await keep(file, read, { source, bytes, sha256 }, context)
  return { result, ...(result.status !== 'rejected' && { done: task }) }
}

/** Why a form stays to be keyed: answers that cannot be read, and those that are not there. */
function openTold(
  form: FormDefinition,
  unread: readonly string[],
  lacking: readonly string[],
): string[] {
  const [first] = lacking
  const left =
    lacking.length === 1 ? 'one answer is left,' : `${lacking.length} answers are left, such as`
  return [
    ...(unread.length > 0
      ? [
          `${which(form)} stays to be keyed: correct ${unread.length === 1 ? 'this answer' : 'these answers'} in the page, or say there that nobody can read what is on the paper`,
        ]
      : []),
    ...(first !== undefined
      ? [
          `${which(form)} is not keyed as a whole: ${left} ${quoted(labelOf(form, first))}. What was keyed is kept; go on in the page`,
        ]
      : []),
  ]
}

/** The same form once more, from which a record was made already. */
async function keyAgain(
  file: string,
  record: FormRecord,
  { answers, form: { hash } }: KeyedTask,
  by: string | undefined,
  context: KeyingContext,
): Promise<KeyedForm> {
  const before = [record.source, ...(record.copies ?? [])].find(({ paper }) => paper)
  const form = context.known.definitions.find((one) => one.hash === record.form.hash)
  const scan = before && (await scanAgain(record, before.sha256, context))
  const isSame =
    form &&
    (form.hash === hash ||
      before?.paper?.sheets.some(({ page }) => askedWhether(form, page).hash === hash))
  if (!form || !before?.paper || !scan || !isSame) {
    const message = `This form was keyed already; it is record ${record.id.slice(0, 8)}`
    return {
      result: {
        ...{ file, status: 'duplicate', record },
        messages: [{ file, ...finding('keyed-unknown', message) }],
      },
    }
  }
  const { sheets } = before.paper
  const pages = sheets.map(({ page }) => ({ page, beside: [] }))
  const paper: OnPaper = { file: sheets[0]?.file ?? file, form, pages, readings: [] }
  const certain: Answers = new Map(
    Object.entries(before.paper.answers).flatMap(([name, { method, value }]) =>
      value === undefined ? [] : [[name, { method, value }] as const],
    ),
  )
  const given: Answers = new Map(
    namesOnPages(paper).flatMap((name) => {
      const answer = Object.hasOwn(answers, name) ? answers[name] : undefined
      return answer ? [[name, answer] as const] : []
    }),
  )
  const all: Answers = new Map([...certain, ...judged(given, certain)])
  const source: PaperSource = {
    ...before.paper,
    ...(by !== undefined && { by }),
    answers: methodsOf(all),
  }
  const read = await checked(paper, all, context)
  return { result: await keep(file, read, { source, bytes: scan, sha256: before.sha256 }, context) }
}

/** The pictures of a record; of one with private answers none were kept. */
async function scanAgain(
  record: FormRecord,
  sha256: string,
  { store }: KeyingContext,
): Promise<Uint8Array | undefined> {
  return record.withheld ? new Uint8Array() : scanOf(store, record, sha256)
}

async function keep(
  file: string,
  { draft, form, identifying, written, isUntrusted }: FormRead,
  {
    source,
    bytes,
    sha256,
  }: { readonly source: PaperSource; readonly bytes: Uint8Array; readonly sha256: string },
  { keeper }: KeyingContext,
): Promise<ImportResult> {
  const original = { file: source.sheets[0]?.file ?? file, bytes, sha256 }
  const reading = {
    form,
    method: 'paper',
    identifying,
    written,
    isUntrusted,
    paper: source,
  } as const
  const result = await keeper.keep(draft, original, reading)
  return { ...result, file, messages: result.messages.map((message) => ({ ...message, file })) }
}

/** The same checks as those of any completed form. */
function checked(
  paper: OnPaper,
  answers: Answers,
  { known, today }: KeyingContext,
): Promise<FormRead> {
  const { file } = paper
  return checkedForm(new Uint8Array(), extractPaper(paper, answers), { file, known, today })
}

/** Names of keyed answers that are none of their kind, such as a date that no calendar has. */
function unreadIn(paper: OnPaper, answers: Answers, { today }: KeyingContext): string[] {
  const { unread } = readAnswers(extractPaper(paper, answers), { today })
  return unread.filter((name) => answers.get(name)?.method !== 'mark-read')
}

async function stays(
  file: string,
  {
    task,
    answers,
    by,
  }: { readonly task: StoredTask; readonly answers: Answers; readonly by: string | undefined },
  findings: readonly Omit<Message, 'file'>[],
  { store, now, dryRun }: KeyingContext,
): Promise<KeyedForm> {
  const kept = { ...task, answers: Object.fromEntries(answers), ...(by !== undefined && { by }) }
  if (!dryRun) await putTask(store, kept, now)
  if (task.form.sensitive !== undefined) return {}
  const messages = findings.map((one) => ({ file, ...one }))
  return { result: { file, status: 'to-key', messages } }
}

function methodsOf(answers: Answers): PaperSource['answers'] {
  return Object.fromEntries(
    [...answers].map(([name, { method, value }]) => [
      name,
      { method, ...(method === 'mark-read' && { value }) },
    ]),
  )
}

function without(answers: Answers, names: readonly string[]): Answers {
  return new Map([...answers].filter(([name]) => !names.includes(name)))
}

function which({ title }: Pick<FormDefinition, 'title'>): string {
  return quoted(shortened(title))
}

function labelOf({ fields }: FormDefinition, name: string): string {
  return labelsByName(fields).get(name) ?? name
}
