import { basename, dirname } from 'node:path'
import { KEYING_PAGE, type KeyedAnswers, type KeyedTask } from '../../contracts/keying.ts'
import { inOrderOfNames, wordsOfName } from '../../language/name-order.ts'
import { finding } from '../../messages/finding.ts'
import type { Message } from '../../messages/message.ts'
import { quoted } from '../../messages/quoted.ts'
import type { PaperForms } from '../../model/extraction.ts'
import type { Traces } from '../../model/paper.ts'
import type { FormToKey, ImportResult, ToKey } from '../../model/record.ts'
import { allTasks, formToKey, removeTask, type StoredTask, tasksIn } from '../keep/index.ts'
import { copiesOf } from '../paper/index.ts'
import type { KeyingContext } from './context.ts'
import { areSame, headOf, joinTasks, type TaskHead } from './join.ts'
import { keyForm, unknownKeyed } from './key.ts'
import { writeKeyingPage } from './page.ts'
import { takePictures } from './take.ts'
import { numbered } from './told.ts'

const LOCK = '.lock-to-key'

export { renewKeyingPage } from './page.ts'

/** Turns pictures of forms into tasks, and tasks that a person has keyed into records. */
export class Keying {
  readonly #context: KeyingContext
  /** The tasks of this run, and which file they came in. */
  readonly #arrived: { readonly turn: number; readonly file: string; readonly head: TaskHead }[] =
    []
  /** Where the sheets of this run have ink, those of anonymous forms among them, by the keys of their pictures. */
  readonly #traces = new Map<string, Traces>()
  readonly #done: StoredTask[] = []
  /** By what the pictures of this run are known. */
  readonly #new = new Set<string>()
  /** What a run that writes nothing would have to key. */
  readonly #planned: FormToKey[] = []
  #turn = 0
  /** Pictures or keyed answers came. */
  #isAtWork = false

  constructor(context: Omit<KeyingContext, 'pendingKeys' | 'pieces'>) {
    this.#context = {
      ...context,
      pendingKeys: once((form) => keysIn(context.store, form)),
      pieces: once((form) => piecesIn(context.store, form)),
    }
  }

  /** Takes a file of pictures. */
  async take(file: string, sha256: string, pictures: PaperForms): Promise<ImportResult[]> {
    this.#isAtWork = true
    // The next file may come while this one is kept.
    const turn = ++this.#turn
    const { result, tasks } = await takePictures(file, sha256, pictures, this.#context)
    for (const { task, traces } of tasks) {
      for (const [key, one] of traces) this.#traces.set(key, one)
      this.#arrive(task, turn, file)
    }
    return result ? [result] : []
  }

  #arrive(task: StoredTask, turn: number, file: string): void {
    this.#arrived.push({ turn, file, head: headOf(task, this.#traces) })
    if (this.#context.dryRun) this.#planned.push(formToKey(task))
    for (const { key } of task.sheets) this.#new.add(key)
  }

  /** Takes a file of what a person keyed, and gives what became of each form in it. */
  async key(file: string, { by, tasks }: KeyedAnswers): Promise<ImportResult[]> {
    this.#isAtWork = true
    const turn = ++this.#turn
    const results: ImportResult[] = []
    const unknown: KeyedTask[] = []
    for (const task of tasks) {
      const { result, isUnknown } = await this.#alone(async () => {
        const keyed = await keyForm(file, task, by, this.#context)
        if (keyed.done) await this.#settle(keyed.done)
        for (const came of keyed.came ?? []) this.#arrive(came, turn, file)
        return keyed
      })
      if (result) results.push(result)
      if (isUnknown) unknown.push(task)
    }
    return unknown.length > 0 ? [...results, unknownKeyed(file, unknown)] : results
  }

  /** Ends a run, when all that was keyed is kept: puts pages together, and tells what is left to key. */
  async finish(): Promise<{ readonly toKey?: ToKey; readonly messages: readonly Message[] }> {
    if (this.#context.dryRun)
      return { ...toKeyOf(this.#planned), messages: this.#planned.flatMap(messagesOf) }
    return this.#isAtWork ? this.#alone(() => this.#finish()) : this.#told()
  }

  async #finish(): ReturnType<Keying['finish']> {
    const { store } = this.#context
    for (const task of this.#done) await removeTask(store, task)
    const arrived = await this.#joinRepeats(await this.#joinLoose())
    await this.#joinLate(arrived)
    await this.#removeParts()
    const told = await this.#told()
    await writeKeyingPage(store, told.tasks)
    return told
  }

  async #told() {
    const { store } = this.#context
    const tasks = await allTasks(store)
    const isNew = ({ sheets }: StoredTask): boolean => sheets.some(({ key }) => this.#new.has(key))
    return {
      tasks,
      ...toKeyOf(tasks.map(formToKey), store.shown(KEYING_PAGE)),
      messages: tasks.filter(isNew).map(formToKey).flatMap(messagesOf),
    }
  }

  /** What was put together by a run that ended before it removed the parts. */
  async #removeParts(): Promise<void> {
    const { store } = this.#context
    const tasks = await allTasks(store)
    for (const task of tasks) {
      const whole = tasks.find(
        ({ sheets }) =>
          sheets.length > task.sheets.length &&
          task.sheets.every(({ key }) => sheets.some((sheet) => sheet.key === key)),
      )
      if (whole) await removeTask(store, task)
    }
  }

  /** Does something while no other import changes what is to be keyed. */
  #alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const { store, dryRun } = this.#context
    return dryRun ? work() : store.exclusively(LOCK, work)
  }

  /** Anonymous answers are kept when the run ends, and their task lasts until then. */
  async #settle(task: StoredTask): Promise<void> {
    const { store, dryRun, pendingKeys } = this.#context
    const isAnonymous = task.pieces !== undefined
    if (isAnonymous) this.#done.push(task)
    else if (!dryRun) await removeTask(store, task)
    const keys = await pendingKeys(task.form.id)
    if (!isAnonymous) for (const { key } of task.sheets) keys.delete(key)
  }

  /** Puts pictures of one page each together, as they follow each other in their folder by their names. */
  async #joinLoose(): Promise<TaskHead[]> {
    const inOrder = this.#arrived.toSorted((a, b) => a.turn - b.turn)
    const isLoose = ({ turn, head }: (typeof inOrder)[number]): boolean =>
      head.sheets.length === 1 && inOrder.filter((one) => one.turn === turn).length === 1
    const rest = inOrder.filter((one) => !isLoose(one)).map(({ head }) => head)
    const folders = Map.groupBy(inOrder.filter(isLoose), ({ file }) => dirname(file))
    for (const loose of folders.values()) {
      const pages = loose
        .toSorted((a, b) => inOrderOfNames(basename(a.file), basename(b.file)))
        .map(({ head }) => ({ hash: head.form.hash, page: head.pages[0]!, head }))
      for (const copy of copiesOf(pages, (a, b) => areSame(a.head.sheets[0]!, b.head.sheets[0]!))) {
        const heads = copy.pages.map(({ head }) => head)
        const joined = await this.#join(heads, copy.isMixed || areNamedApart(heads))
        rest.push(...(joined ? [joined] : heads))
      }
    }
    return rest
  }

  /** Puts pictures of the same sheets together, also with those that wait since an earlier run. */
  async #joinRepeats(arrived: readonly TaskHead[]): Promise<TaskHead[]> {
    const left: TaskHead[] = []
    for (const [hash, form] of new Map(arrived.map((head) => [head.form.hash, head.form.id]))) {
      const single: TaskHead[] = []
      for (const head of await this.#inOrder(form, hash, arrived)) {
        const at = single.findIndex((other) => isAgain(head, other) || isAgain(other, head))
        const joined = at < 0 ? undefined : await this.#join([single[at]!, head], false)
        if (joined) single[at] = joined
        else single.push(head)
      }
      const isNew = ({ id }: TaskHead): boolean => arrived.some((head) => head.id === id)
      left.push(...single.filter(isNew))
    }
    return left
  }

  /** The tasks of a form, first those that wait since earlier runs, since people may have begun to key them. */
  async #inOrder(form: string, hash: string, arrived: readonly TaskHead[]): Promise<TaskHead[]> {
    const heads: TaskHead[] = []
    for await (const task of tasksIn(this.#context.store, form))
      if (task.form.hash === hash) heads.push(headOf(task, this.#traces))
    const isNew = ({ id }: TaskHead): number => (arrived.some((head) => head.id === id) ? 1 : 0)
    return heads.sort((a, b) => isNew(a) - isNew(b))
  }

  #join(heads: readonly TaskHead[], isMixed: boolean): Promise<TaskHead | undefined> {
    return joinTasks(heads, isMixed, { ...this.#context, traces: this.#traces })
  }

  /** Puts together what came in this run and what waits for its other pages, where they can be of one form only. */
  async #joinLate(arrived: readonly TaskHead[]): Promise<void> {
    const forms = new Map(arrived.filter(isPart).map(({ form }) => [form.hash, form.id]))
    for (const [hash, form] of forms) {
      const parts = (await this.#inOrder(form, hash, arrived)).filter(isPart)
      const pages = parts.flatMap((part) => part.pages)
      if (parts.length > 1 && new Set(pages).size === pages.length) await this.#join(parts, true)
    }
  }
}

/** Whether one has nothing but sheets of the other, in other pictures. */
function isAgain(one: TaskHead, other: TaskHead): boolean {
  return one.sheets.every((sheet) => other.sheets.some((same) => areSame(sheet, same)))
}

/** Whether the names of files of one page each say more than numbers, as those of different people, and not the same. */
function areNamedApart(heads: readonly TaskHead[]): boolean {
  const names = heads.flatMap(({ sheets }) => sheets.flatMap(({ file }) => file ?? []))
  return heads[0]!.form.pages > 1 && new Set(names.map(wordsOfName)).size > 1
}

/** Whether pages of a form are missing. */
function isPart({ pages, form }: TaskHead): boolean {
  return pages.length < form.pages
}

/** What is to be asked of a form. */
function messagesOf({ form, files = [], pages, missing, isMixed }: FormToKey): Message[] {
  const file = files.join(', ')
  const title = quoted(form.title)
  const lacking = `Of ${title} nothing but ${numbered(pages)} has come; import ${numbered(missing)} as well, to be put to it`
  const mixed = `${title} was put together of ${numbered(pages)}, and pages of another copy may be among them; look in the page to key whether they are by one hand`
  return [
    ...(missing.length > 0 ? [{ file, ...finding('page-missing', lacking) }] : []),
    ...(isMixed ? [{ file, ...finding('pages-mixed', mixed) }] : []),
  ]
}

function toKeyOf(forms: readonly FormToKey[], page?: string): { readonly toKey?: ToKey } {
  return forms.length === 0 ? {} : { toKey: { ...(page !== undefined && { page }), forms } }
}

/** The same for each form, looked up once. */
function once<Value>(find: (form: string) => Promise<Value>): (form: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (form) => {
    const value = known.get(form) ?? find(form)
    known.set(form, value)
    return value
  }
}

async function piecesIn(store: KeyingContext['store'], form: string): Promise<Map<string, string>> {
  const tasks = new Map<string, string>()
  for await (const { id, pieces = {} } of tasksIn(store, form))
    for (const piece of Object.values(pieces)) tasks.set(piece, id)
  return tasks
}

async function keysIn(store: KeyingContext['store'], form: string): Promise<Set<string>> {
  const keys = new Set<string>()
  for await (const { sheets } of tasksIn(store, form)) for (const { key } of sheets) keys.add(key)
  return keys
}
