import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import { type AdoptedForm, adoptedDefinition, adoptedNames } from '../contracts/adopted-form.ts'
import { placeInside } from '../files/inside.ts'
import { codeOf } from '../files/missing.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { shownPath } from '../files/shown-path.ts'
import { slug } from '../language/slug.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { DescribedForm } from '../model/described-form.ts'
import { DocumentId } from '../model/document.ts'
import { ADOPTED_FOLDER } from './gather/index.ts'
import { membersOf, questionsOf } from './questions/index.ts'
import { readFields } from './read-fields.ts'

const USUAL_LOCALE = 'en-GB'

export interface AdoptFormOptions {
  /** Path of the configuration; the form goes into `forms/` beside it. */
  readonly config: string
  readonly source: string
  /** In place of what the file tells. */
  readonly id?: string
  readonly title?: string
  /** Write nothing. */
  readonly dryRun?: boolean
}

export interface AdoptedPdf {
  readonly id: string
  readonly title: string
  /** Path of what the form asks, to be edited, and of the blank form beside it. */
  readonly file: string
  readonly pdf: string
  readonly questions: readonly AdoptedPdfQuestion[]
  /** Names of the fields that nobody fills in: buttons, and what is read only or on no page. */
  readonly leftOut: readonly string[]
}

/** A question of the form: what the PDF asks, and what it was taken for. */
export interface AdoptedPdfQuestion {
  readonly name: string
  readonly label: string
  readonly type: string
  readonly required: boolean
  readonly options?: readonly string[]
  readonly columns?: readonly string[]
  /** Names of its fields in the PDF, and the page that they are on, counted from 1. */
  readonly fields: readonly string[]
  readonly page?: number
  readonly labelFrom: 'tooltip' | 'page' | 'name'
}

/**
 * Takes over a PDF form that others made, so that completed copies of it import like forms of the pack: each field becomes a question, in
 * a JSON file to be edited. Throws an {@link OperatorError} for a file without fields, and where there is such a form already.
 *
 * @example
 * ```ts
 * import { adoptForm } from 'policypack'
 *
 * const source = 'out/training-record.pdf'
 * const { questions } = await adoptForm({ config: 'org.config.json', source, id: 'theirs', dryRun: true })
 * console.log(questions.length > 0)
 * ```
 */
export async function adoptForm(options: AdoptFormOptions): Promise<AdoptedPdf> {
  const { config, source } = options
  const described = await readFields(source)
  if (described.kind !== 'fields')
    throw new OperatorError(`${shownPath(source)} ${ways[described.kind]}`)
  const title =
    options.title ??
    described.title ??
    basename(source)
      .replace(/\.[^.]*$/, '')
      .replace(/[_-]+/g, ' ')
  const id = idFor(options.id ?? slug(title, 'form'))
  const names = adoptedNames(id)
  const questions = questionsOf(described)
  if (questions.length === 0)
    throw new OperatorError(`${shownPath(source)} has no field that somebody fills in`)
  const form: AdoptedForm = {
    format: 1,
    id,
    title,
    version: '1.0.0',
    pdf: names.pdf,
    recordKey: [],
    questions,
  }
  const bytes = new Uint8Array((await readBytesMaybe(source)) ?? [])
  const { organisation } = (await readConfigurationMaybe(config)) ?? {}
  const adopter = {
    organisation: organisation?.name ?? title,
    locale: organisation?.locale ?? USUAL_LOCALE,
  }
  const definition = adoptedDefinition(form, bytes, adopter)
  if (typeof definition === 'string')
    throw new OperatorError(`${shownPath(source)} cannot be adopted: ${definition}`)
  const folder = join(dirname(config), ADOPTED_FOLDER)
  const adopted = {
    id,
    title,
    file: join(folder, names.json),
    pdf: join(folder, names.pdf),
    ...told(form, described),
  }
  if (!options.dryRun) {
    await writeNew(adopted.file, textOf(form), config)
    await writeNew(adopted.pdf, bytes, config)
  }
  return adopted
}

/** What can be done with a PDF that has no fields. */
const ways: Readonly<Record<Exclude<DescribedForm['kind'], 'fields'>, string>> = {
  xfa: 'is a form that only Adobe’s programs show (XFA), and has no fields that others fill in; ask whoever made it for a form with fields (AcroForm), or adopt the Word file that it comes from and hand out the form of your pack',
  flat: 'has no fields; adopt the Word file that it comes from and hand out the form of your pack, or put fields on it with a program such as LibreOffice or Acrobat first',
  pictures:
    'is a scan, without fields or letters; adopt the Word file that it comes from, or type its questions into a document of `content/`',
}

function idFor(wanted: string): string {
  if (DocumentId.safeParse(wanted).success) return wanted
  throw new OperatorError(
    `Unexpected id \`${wanted}\`, expected lower-case words joined by hyphens, such as \`leave-request\`; give one by \`--id\``,
  )
}

function told(
  { questions }: AdoptedForm,
  { fields, groups }: DescribedForm,
): Pick<AdoptedPdf, 'questions' | 'leftOut'> {
  const byName = new Map(fields.map((field) => [field.name, field]))
  const asked = new Set([...groups.flatMap(membersOf), ...questions.map(({ field }) => field)])
  return {
    questions: questions.map(({ name, label, type, options = [], columns, cells, field, page }) => {
      const own = field === undefined ? undefined : byName.get(field)
      const parts = cells?.flat() ?? options.flatMap((option) => option.field ?? [])
      return {
        ...{ name, label, type },
        fields: field === undefined ? parts : [field],
        required: own?.required ?? false,
        labelFrom: own?.labelFrom ?? 'page',
        ...(options.length > 0 && { options: options.map((option) => option.label) }),
        ...(columns && { columns: columns.map((column) => column.label) }),
        ...(page !== undefined && { page }),
      }
    }),
    leftOut: fields.flatMap(({ name }) => (asked.has(name) ? [] : [name])),
  }
}

/** A question a line, so that it is easily read and edited. */
function textOf({ questions, ...form }: AdoptedForm): string {
  const head = JSON.stringify(form, null, 2).replace(/\n\}$/, '')
  const lines = questions.map((question) => `    ${JSON.stringify(question)}`)
  return `${head},\n  "questions": [\n${lines.join(',\n')}\n  ]\n}\n`
}

async function writeNew(path: string, content: string | Uint8Array, config: string): Promise<void> {
  await placeInside(dirname(config), path)
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content, { flag: 'wx' })
  } catch (cause) {
    throw new OperatorError(
      codeOf(cause) === 'EEXIST'
        ? `${shownPath(path)} is there already and stays as it is; give the form another name by \`--id\`, or remove that one first`
        : `${shownPath(path)} cannot be written; check who may write there`,
      { cause },
    )
  }
}
