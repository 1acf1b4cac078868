import { dirname, join } from 'node:path'
import { findBrowser } from '../browser/index.ts'
import { labelsByName } from '../contracts/slot.ts'
import { packageFolder } from '../files/package-folder.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { capital } from '../language/capital.ts'
import { dateInWords } from '../language/date.ts'
import { paperOf } from '../language/paper.ts'
import { OperatorError } from '../messages/operator-error.ts'
import { quoted } from '../messages/quoted.ts'
import type { FormDefinition } from '../model/form.ts'
import type { Asset } from '../model/project.ts'
import type { FormRecord, RecordSignature } from '../model/record.ts'
import { readTemplates } from './load/index.ts'
import { openPrinter, type Printer, type PrintJob } from './print/index.ts'
import { recordAssets, type Sheet, sheetPage, tileId, tilesPage } from './render/index.ts'
import { codePointOf, definitionIn, missingIn, openForArchive } from './stamp/index.ts'

export interface ArchiveOptions {
  readonly record: FormRecord
  /** The id of the earlier record in whose place it counts. */
  readonly supersedes?: string | undefined
  /** The later record that counts in its place. */
  readonly supersededBy?: FormRecord | undefined
  /** The id of the record that it would replace, which a person has to decide. */
  readonly unconfirmedAgainst?: string | undefined
  /** The file that the record was read from, as it came. */
  readonly original?: Uint8Array | undefined
  /** Folder of form definitions, beside or above which the blank forms lie. */
  readonly forms: string
}

/** Sizes of type in points for answers, of which the largest is taken at which an answer fits its box. */
const SIZES = [10, 9, 8, 7, 6]

/**
 * Makes of a record the completed form as it is to be kept: a flattened PDF/A-3a, and PDF/UA-1, with the answers in their boxes and
 * the record inside, after a page that says what is to be known of it. The same record gives the same bytes. Throws an
 * {@link OperatorError} when the blank form is nowhere to be found, or there is no browser.
 *
 * @example
 * ```ts
 * import { archiveRecord, findRecord, readRecords } from 'policypack'
 *
 * for await (const one of readRecords('records')) {
 *   if (!('id' in one)) continue
 *   const pdf = await archiveRecord({ ...(await findRecord('records', one.id)), forms: 'out/forms' })
 *   console.log(one.form.title, pdf.length)
 * }
 * console.log('done')
 * ```
 */
export async function archiveRecord(options: ArchiveOptions): Promise<Uint8Array> {
  await using archiver = openArchiver()
  return await archiver.archive(options)
}

/** Archives records, all with one browser; it starts with the first of them, and ends when this is disposed of. */
export interface Archiver extends AsyncDisposable {
  /** As {@link archiveRecord} does. */
  archive(options: ArchiveOptions): Promise<Uint8Array>
}

/**
 * For many records: each is archived as by {@link archiveRecord}, which starts a browser for each.
 *
 * @example
 * ```ts
 * import { findRecord, openArchiver, readRecords } from 'policypack'
 *
 * await using archiver = openArchiver()
 * for await (const one of readRecords('records')) {
 *   if (!('id' in one)) continue
 *   const pdf = await archiver.archive({ ...(await findRecord('records', one.id)), forms: 'out/forms' })
 *   console.log(one.form.title, pdf.length)
 * }
 * console.log('done')
 * ```
 */
export function openArchiver(): Archiver {
  const disposed = new AsyncDisposableStack()
  let tools: Promise<Tools> | undefined
  async function open(): Promise<Tools> {
    const templates = await readTemplates([join(packageFolder, 'templates')])
    const printer = disposed.use(openPrinter(await findBrowser()))
    return { printer, assets: recordAssets(templates) }
  }
  return {
    async archive(options) {
      const base = await baseOf(options)
      tools ??= open()
      return archiveWith(await tools, options, base)
    },
    [Symbol.asyncDispose]: () => disposed.disposeAsync(),
  }
}

/** What all records are archived with. */
interface Tools {
  readonly printer: Printer
  readonly assets: readonly Asset[]
}

async function archiveWith(tools: Tools, options: ArchiveOptions, base: Base): Promise<Uint8Array> {
  const form = await opened(options, base)
  if (form.texts.length > 0) {
    const jobs = SIZES.map((size) => ({ id: `size-${size}`, html: tilesPage(form.texts, size) }))
    const printed = await printAll(jobs, tools)
    for (const { id } of jobs) await form.take(printed.get(id)!, tileId)
  }
  const unfit = form.texts.filter((_, index) => !form.fits(index))
  const sheet = sheetOf(options, base, unfit)
  const html = sheetPage(sheet, paperOf(base.definition.locale).name)
  const pages = await printAll([{ id: 'sheet', html }], tools)
  return form.write(pages.get('sheet')!)
}

/** Prints pages, and where no font here has a character, again with its number in brackets in its place. */
async function printAll(jobs: readonly PrintJob[], { printer, assets }: Tools) {
  const printed = await printer.print(jobs, assets)
  const missing = await Promise.all(jobs.map(({ id, html }) => missingIn(printed.get(id)!, html)))
  if (missing.every(({ length }) => length === 0)) return printed
  const numbered = (html: string): string =>
    [...new Set(missing.flat())].reduce(
      (text, one) => text.replaceAll(one, `[${codePointOf(one)}]`),
      html,
    )
  return printer.print(
    jobs.map(({ id, html }) => ({ id, html: numbered(html) })),
    assets,
  )
}

async function opened({ record, original }: ArchiveOptions, { pdf, definition }: Base) {
  return openForArchive({ blank: pdf, definition, record, original }).catch((cause: unknown) => {
    throw new OperatorError(
      `The form \`${record.form.id}\` cannot be made a PDF to keep, since the program that saved it has changed its structure; name the folder \`forms\` of a pack that has it by \`--forms\``,
      { cause },
    )
  })
}

/** The form that the answers are put into. */
interface Base {
  readonly pdf: Uint8Array
  readonly definition: FormDefinition
  /** It is the file that the record was read from, because the blank form is not here any more. */
  readonly isOriginal: boolean
}

async function baseOf({ record, original, forms }: ArchiveOptions): Promise<Base> {
  const { id, version } = record.form
  for (const folder of [dirname(forms), forms]) {
    const pdf = await readBytesMaybe(join(folder, `${id}.pdf`))
    const definition = pdf && matching(pdf, record)
    if (definition) return { pdf, definition, isOriginal: false }
  }
  const definition = original && record.source.method === 'fields' && matching(original, record)
  if (original && definition) return { pdf: original, definition, isOriginal: true }
  throw new OperatorError(
    `The blank form \`${id}\`, version ${version}, that the record was read by is not here; name the folder \`forms\` of a pack that has it by \`--forms\``,
  )
}

/** The definition in a PDF, where it asks what the form of the record asked. */
function matching(pdf: Uint8Array, { form }: FormRecord): FormDefinition | undefined {
  const definition = definitionIn(pdf)
  const isSame = definition?.hash === form.hash || definition?.questions === form.questions
  return definition && isSame ? definition : undefined
}

type Unfit = readonly { readonly question: string; readonly text: string }[]

function sheetOf(options: ArchiveOptions, base: Base, unfit: Unfit): Sheet {
  const { record } = options
  const { form, messages, source, extra = {} } = record
  const questionOf = questions(base.definition)
  const sections: Sheet['sections'] = [
    { heading: 'The record', facts: factsOf(options, base) },
    {
      heading: 'Signatures',
      facts: record.signatures.map((one) => said(one, options, questionOf)),
    },
    {
      heading: 'What was said when it was imported',
      facts: messages.map(({ severity, message }) => [nameOf(severity), message] as const),
    },
    {
      heading: 'Answers that do not fit their boxes, in full',
      facts: unfit.map(({ question, text }) => [question, text] as const),
    },
    {
      heading: 'Answers as they were typed, where the record has them otherwise',
      facts: Object.entries(source.raw ?? {}).map(
        ([name, text]) => [questionOf(name), text] as const,
      ),
    },
    {
      heading: 'Answers in fields that the form does not have',
      facts: Object.entries(extra).map(([name, texts]) => [name, texts.join('; ')] as const),
    },
  ]
  return {
    title: `${form.title}: completed form`,
    notice: noticeOf(options),
    sections: sections.filter(({ facts }) => facts.length > 0),
  }
}

function noticeOf({ record, supersededBy, unconfirmedAgainst }: ArchiveOptions): string[] {
  const grave = record.messages.filter(({ severity }) => severity !== 'info').length
  return [
    ...(supersededBy
      ? [
          `This record does not count any more: record ${supersededBy.id}, imported on ${day(supersededBy.source.importedAt)}, counts in its place.`,
        ]
      : []),
    ...(unconfirmedAgainst === undefined
      ? []
      : [`Nobody has decided yet whether this record counts in place of ${unconfirmedAgainst}.`]),
    ...(record.trust === 'embedded'
      ? ['The form is not among those that were published; find out where it comes from.']
      : []),
    ...(record.status === 'incomplete'
      ? ['This record is incomplete: answers are missing, cannot be right or are not certain.']
      : []),
    ...(grave > 0
      ? [
          `${grave === 1 ? 'One error or warning was' : `${grave} errors and warnings were`} told when it was imported; see below.`,
        ]
      : []),
  ]
}

/** Where the answers of a record come from. */
const origins: Readonly<Record<FormRecord['source']['method'], string>> = {
  fields: 'the fields of the form',
  flattened: 'the pages of a printed copy',
  page: 'the answers that the web page of the form saved',
  keyed: 'a form on paper, which somebody keyed',
  paper: 'pictures of a form on paper, whose boxes a program read and whose texts somebody keyed',
}

function factsOf({ record, supersedes, supersededBy }: ArchiveOptions, { isOriginal }: Base) {
  const { id, form, organisation, source } = record
  const status = supersededBy ? 'superseded' : record.status
  return [
    ['Record', id],
    ['Status', status],
    ...(supersedes === undefined ? [] : [['Counts in place of record', supersedes] as const]),
    ['Organisation', organisation],
    ['Form', `${form.title} (${form.id}), version ${form.version}`],
    ['Imported on', day(source.importedAt)],
    ['From the file', `${source.file}, ${source.bytes} bytes, SHA-256 ${source.sha256}`],
    ['Answers were read from', origins[source.method]],
    [
      'This copy',
      `shows the answers of the record in the boxes of ${isOriginal ? 'the form as it came back' : 'the blank form'}. The record itself is inside, as record.json.`,
    ],
  ] as const
}

function nameOf(severity: string): string {
  return capital(severity)
}

/** The question of each field, and the name of a field where it has none. */
function questions({ fields }: FormDefinition): (name: string) => string {
  const labels = labelsByName(fields)
  return (name) => labels.get(name) ?? name
}

/** A signature in words. A flattened copy carries no digital one. */
function said(
  signature: RecordSignature,
  { record, original }: ArchiveOptions,
  questionOf: (name: string) => string,
): readonly [string, string] {
  const { field, kind, by } = signature
  const question = questionOf(field)
  if (kind === 'typed') return [question, by ? `typed, ${quoted(by)}` : 'typed']
  if (kind === 'drawn') return [question, 'drawn by hand']
  const { importedAt, sha256 } = record.source
  const proof = original
    ? 'It lies in this PDF as signed-original.pdf.'
    : 'It was not among the records any more when this copy was made.'
  return [
    question,
    `digital${by ? `, by ${quoted(by)}` : ''}${signature.at ? `, dated ${day(signature.at)}` : ''}. It was checked on ${day(importedAt)}, when the form was imported: ${checked(signature)}. This copy cannot carry the signature; the signed original, SHA-256 ${sha256}, is the file that proves it. ${proof}`,
  ]
}

function checked({ intact, coversWholeFile, trusted, doubts = [] }: RecordSignature): string {
  if (intact === undefined) return 'it could not be verified'
  if (!intact) return 'it was not valid, because the file was altered or the signature is damaged'
  return [
    'what was signed was unchanged',
    coversWholeFile === false
      ? 'the file was added to after it was signed'
      : 'it covered the whole file',
    trusted === undefined
      ? 'nobody vouched for the name in its certificate'
      : `its certificate was ${trusted ? '' : 'not '}vouched for by an authority that was given`,
    ...doubts.map((doubt) => `doubt: ${doubt.replaceAll('-', ' ')}`),
  ].join('; ')
}

function day(time: string): string {
  return dateInWords(time.slice(0, 10))
}
