import { randomBytes } from 'node:crypto'
import { sha256Hex } from '../../contracts/hash.ts'
import { dateInWords } from '../../language/date.ts'
import { finding } from '../../messages/finding.ts'
import type { Message } from '../../messages/message.ts'
import type { PaperForms } from '../../model/extraction.ts'
import type { PaperCopy, Traces } from '../../model/paper.ts'
import type { FormRecord, ImportResult, ImportStatus } from '../../model/record.ts'
import {
  areNoForm,
  digestsOfSheets,
  putScan,
  putTask,
  recordsNoted,
  type StoredTask,
  taskIdOf,
} from '../keep/index.ts'
import { sheetKey } from '../record/index.ts'
import type { KeyingContext } from './context.ts'
import { storedSheet } from './stored.ts'
import { formTold, pagesTold } from './told.ts'

type Came =
  | { readonly as: 'new'; readonly task: StoredTask; readonly traces: TracesByKey }
  | { readonly as: 'kept'; readonly record: FormRecord }
  | { readonly as: 'erased'; readonly day: string }
  | { readonly as: 'counted' | 'pending' | 'no-form' }

/** Where sheets have ink, by the keys of their pictures. */
export type TracesByKey = ReadonlyMap<string, Traces>

/** A file that was taken: what is told of it, and the tasks that came of it. */
interface TakenFile {
  readonly result: ImportResult | undefined
  readonly tasks: readonly { readonly task: StoredTask; readonly traces: TracesByKey }[]
}

/** Makes a task of each form in a file of pictures, where it is not known. Of anonymous forms nothing is told. */
export async function takePictures(
  file: string,
  sha256: string,
  { paper, copies, isPrivate, messages }: PaperForms,
  context: KeyingContext,
): Promise<TakenFile> {
  const came: { readonly copy: PaperCopy; readonly what: Came }[] = []
  for (const copy of copies)
    came.push({ copy, what: await takeCopy(copy, { file, sha256 }, context) })
  const tasks = came.flatMap(({ what }) => (what.as === 'new' ? what : []))
  for (const { copy, what } of came)
    if (copy.form.sensitive !== undefined)
      context.anonymous.count(copy.form.id, what.as === 'new' ? 'toKey' : 'repeated')
  const shown = came.filter(({ copy }) => copy.form.sensitive === undefined)
  if (shown.length + messages.length === 0) return { result: undefined, tasks }
  const told = [
    ...messages,
    ...shown.flatMap(({ copy, what }) => tellCopy(copy, what, file)),
    ...pagesTold(paper, file),
  ]
  const kept = shown.flatMap(({ what }) => (what.as === 'kept' ? what.record : []))
  const status = statusOf(
    shown.map(({ what }) => what.as),
    { isPrivate: isPrivate ?? false, isRefused: messages.length > 0 },
  )
  const record = kept.length === 1 && shown.length === 1 ? kept[0] : undefined
  return { result: { file, status, ...(record && { record }), paper, messages: told }, tasks }
}

function statusOf(
  came: readonly Came['as'][],
  { isPrivate, isRefused }: { readonly isPrivate: boolean; readonly isRefused: boolean },
): ImportStatus {
  if (came.includes('new')) return 'to-key'
  if (isPrivate) return 'private'
  if (isRefused || came.includes('erased')) return 'rejected'
  return 'duplicate'
}

async function takeCopy(
  copy: PaperCopy,
  { file, sha256 }: { readonly file: string; readonly sha256: string },
  context: KeyingContext,
): Promise<Came> {
  const { store, erasedOn, now, dryRun, today } = context
  const { form, sheets, original, withheld, isMixed } = copy
  const sources = sheets.map(({ index }) => ({ file, sha256, index }))
  const bare = sources.map(sheetKey)
  const isAnonymous = form.sensitive !== undefined
  const hidden = isAnonymous ? await digestsOfSheets(context, form.id, bare) : undefined
  const keys = hidden?.digests ?? bare
  if (hidden?.isCounted) return { as: 'counted' }
  const pending = await context.pendingKeys(form.id)
  if (keys.some((key) => pending.has(key))) return { as: 'pending' }
  const isUnsure = sheets.every(({ page }) => page.doubts.includes('unmarked'))
  if (isUnsure && (await areNoForm(store, form, keys))) return { as: 'no-form' }
  for (const key of keys) pending.add(key)
  const [record] = isAnonymous ? [] : await recordsNoted(store, form.id, bare[0]!)
  if (record) return { as: 'kept', record }
  const day = bare.map(erasedOn).find((one) => one !== undefined)
  if (day !== undefined) return { as: 'erased', day }
  const stored = sheets.map((sheet, index) =>
    storedSheet(sheet, {
      key: keys[index]!,
      ...(!isAnonymous && { from: sources[index]! }),
      at: original?.pages[index] ?? 0,
    }),
  )
  const traces: TracesByKey = new Map(
    sheets.flatMap((sheet, index) => (sheet.traces ? [[keys[index]!, sheet.traces]] : [])),
  )
  const hash = original && sha256Hex(original.bytes)
  const task: StoredTask = {
    format: 1,
    id: taskIdOf(stored),
    ...(!isAnonymous && { since: today }),
    form,
    isMixed,
    sheets: stored,
    withheld: [...withheld],
    ...(original && hash && { original: { sha256: hash, bytes: original.bytes.length } }),
    ...(isAnonymous && { pieces: piecesOf(stored) }),
    answers: {},
  }
  if (dryRun) return { as: 'new', task, traces }
  if (original && hash) await putScan(store, form.id, hash, original.bytes)
  await putTask(store, task, now)
  return { as: 'new', task, traces }
}

/** Under which name each question of an anonymous form is shown. */
export function piecesOf(
  sheets: StoredTask['sheets'],
  known: StoredTask['pieces'] = {},
): Record<string, string> {
  const names = new Set(sheets.flatMap(({ crops }) => Object.keys(crops)))
  return Object.fromEntries(
    [...names].map((name) => [
      name,
      (Object.hasOwn(known, name) ? known[name] : undefined) ?? randomBytes(8).toString('hex'),
    ]),
  )
}

function tellCopy(copy: PaperCopy, what: Came, file: string): Message[] {
  const told = formTold(copy)
  switch (what.as) {
    case 'new':
      return told.map((one) => ({ file, ...one }))
    case 'pending':
      return [
        {
          file,
          ...finding('form-on-paper', `${told[0]!.message}; it came before, and waits to be keyed`),
        },
      ]
    case 'erased':
      return [
        {
          file,
          ...finding(
            'record-erased',
            `The record of this form was erased on ${dateInWords(what.day)}, so it was not imported again; delete the file`,
          ),
        },
      ]
    default:
      return []
  }
}
