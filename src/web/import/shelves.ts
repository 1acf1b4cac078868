import { parseJsonMaybe } from '../../contracts/json.ts'
import {
  addedTo,
  anonymousRecord,
  CASES,
  casesIn,
  caseText,
  ERASURE_KEY,
  ERASURES,
  erasedDays,
  erasureDigest,
  fromRecordOfOld,
  IMPORTS,
  idInName,
  idsIn,
  idsOfOld,
  isMonthName,
  type KeepAnonymous,
  monthIn,
  monthName,
  monthOf,
  monthText,
  ORIGINALS,
  originalName,
  QUESTIONS,
  questionsFile,
  type RunReport,
  recordName,
  recordText,
  reportEnd,
  reportEntry,
  reportHead,
  reportName,
  type Shelf,
  type Shelves,
  UNTRUSTED,
} from '../../forms/record/index.ts'
import { OperatorError } from '../../messages/operator-error.ts'
import { isFormId } from '../../model/document-id.ts'
import {
  type AnonymousRecord,
  type DraftRecord,
  FormRecord,
  type KeptRecord,
} from '../../model/record.ts'
import { type RecordFiles, textOf } from './files.ts'

// The folder of records as `forms/keep` lays it out, on files that a page can reach. One page at a time writes there.

/** The shelves in these files. */
export function shelvesOn(files: RecordFiles): Shelves {
  const made = new Map<string, Promise<Shelf>>()
  return (form, isUntrusted) => {
    const folder = isUntrusted ? `${UNTRUSTED}/${form.id}` : form.id
    const shelf = made.get(folder) ?? shelfOn(files, folder, form)
    made.set(folder, shelf)
    return shelf
  }
}

async function shelfOn(
  files: RecordFiles,
  folder: string,
  form: Parameters<Shelves>[0],
): Promise<Shelf> {
  const pathOf = (key: string): string => `${folder}/${CASES}/${key}`
  if (!(await files.names(`${folder}/${CASES}`)))
    for (const [key, ids] of await casesIn(recordsIn(files, folder), form))
      await files.write(pathOf(key), caseText(ids))
  return {
    exclusively: (_, work) => work(),
    record: (id) => readRecord(files, `${folder}/${recordName(id)}`),
    noted: async (key) => idsIn((await textOf(files, pathOf(key))) ?? ''),
    async note(key, id) {
      const text = (await textOf(files, pathOf(key))) ?? ''
      const added = addedTo(text, id)
      if (added !== '') await files.write(pathOf(key), text + added)
    },
    async putOriginal({ sha256, bytes, cleaned }, method) {
      const originals = `${folder}/${ORIGINALS}`
      const copies = [
        { name: originalName({ sha256, method }), bytes },
        ...(cleaned ? [cleaned] : []),
      ]
      for (const { name, bytes } of copies)
        if (!(await files.has(`${originals}/${name}`)))
          await files.write(`${originals}/${name}`, new Uint8Array(bytes))
    },
    async putQuestions(asked) {
      await putQuestions(files, folder, asked)
    },
    putRecord: (record) => files.write(`${folder}/${recordName(record.id)}`, recordText(record)),
  }
}

/**
 * Keeps anonymous forms in these files. There is no key here, so that a file which was counted before counts again; those of this
 * page are in `seen`.
 */
export function anonymousOn(files: RecordFiles, now: Date, seen: Set<string>): KeepAnonymous {
  return async (form, { drafts, asked }) => {
    const added: DraftRecord[] = []
    for (const [sha256, draft] of drafts) {
      const old = idsOfOld(draft, sha256).map((id) => files.has(`${form}/${recordName(id)}`))
      if (!seen.has(sha256) && !(await Promise.all(old)).includes(true)) added.push(draft)
      seen.add(sha256)
    }
    for (const one of asked.values()) await putQuestions(files, form, one)
    if (added.length === 0) return []
    const month = monthOf(now)
    const path = `${form}/${monthName(month)}`
    const text = await textOf(files, path)
    const there = text === undefined ? { answers: [], seen: [] } : monthIn(text)
    if (there === 'damaged')
      throw new OperatorError(
        `The file ${path} is damaged, so no anonymous forms were kept; restore it from a backup, or move it away, and import again`,
      )
    const answers = [...there.answers, ...added.map((draft) => anonymousRecord(draft, month))]
    await files.write(path, monthText({ answers, seen: there.seen }))
    return added
  }
}

/** All that is kept in these files: the records by form and id, then the anonymous ones by form and month. */
export async function* keptOn(files: RecordFiles): AsyncGenerator<KeptRecord> {
  const forms = ((await files.names('')) ?? []).filter(isFormId)
  const ofOld: AnonymousRecord[] = []
  for (const form of forms)
    for await (const record of recordsIn(files, form)) {
      const anonymous = fromRecordOfOld(record)
      if (anonymous) ofOld.push(anonymous)
      else yield record
    }
  yield* ofOld
  for (const form of forms)
    for (const name of ((await files.names(form)) ?? []).filter(isMonthName)) {
      const month = monthIn((await textOf(files, `${form}/${name}`)) ?? '')
      if (month !== 'damaged') yield* month.answers
    }
}

/** Begins the report of a run in these files. */
export function reportOn(files: RecordFiles, startedAt: Date): RunReport {
  let text = reportHead(startedAt)
  let isFirst = true
  return {
    async add(result) {
      text += reportEntry(result, isFirst)
      isFirst = false
    },
    async finish(totals) {
      const path = `${IMPORTS}/${reportName(startedAt)}`
      await files.write(path, text + reportEnd(totals))
      return path
    },
    async discard() {},
  }
}

/** On which day the record of a file was erased, by the SHA-256 of the file; undefined where it was not. */
export async function erasedOn(
  files: RecordFiles,
): Promise<(sha256: string) => string | undefined> {
  const names = (await files.names(ERASURES)) ?? []
  const texts = names.map((name) => textOf(files, `${ERASURES}/${name}`))
  const days = erasedDays((await Promise.all(texts)).map((text) => text ?? ''))
  const key = await files.read(`${ERASURES}/${ERASURE_KEY}`)
  return (sha256) => key && days.get(erasureDigest(key, sha256))
}

async function putQuestions(
  files: RecordFiles,
  folder: string,
  form: Parameters<typeof questionsFile>[0],
): Promise<void> {
  const file = questionsFile(form)
  const path = `${folder}/${QUESTIONS}/${file?.name}`
  if (file && !(await files.has(path))) await files.write(path, file.text)
}

async function* recordsIn(files: RecordFiles, folder: string): AsyncGenerator<FormRecord> {
  for (const name of (await files.names(folder)) ?? []) {
    if (idInName(name) === undefined) continue
    const record = await readRecord(files, `${folder}/${name}`)
    if (record) yield record
  }
}

async function readRecord(files: RecordFiles, path: string): Promise<FormRecord | undefined> {
  const text = await textOf(files, path)
  return text === undefined ? undefined : FormRecord.safeParse(parseJsonMaybe(text)).data
}
