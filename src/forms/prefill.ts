import { dirname, join } from 'node:path'
import { readConfigurationMaybe } from '../configuration/configuration-file.ts'
import { usualFolders } from '../configuration/organisations.ts'
import { readDefinition } from '../contracts/definition.ts'
import { definitionName, PREFILLED_FOLDER, PREFILLED_LINKS } from '../contracts/file-names.ts'
import { parseJsonMaybe } from '../contracts/json.ts'
import { partiesIn } from '../contracts/people.ts'
import { makePrivateFolder } from '../files/folder.ts'
import { readBytesMaybe } from '../files/regular-file.ts'
import { readSheet, type SheetRow } from '../files/sheet.ts'
import { writeFile } from '../files/write-file.ts'
import { localDay } from '../language/local-day.ts'
import { freeName, slug } from '../language/slug.ts'
import { finding } from '../messages/finding.ts'
import type { Message } from '../messages/message.ts'
import { OperatorError } from '../messages/operator-error.ts'
import type { FormDefinition } from '../model/form.ts'
import { fillForm } from '../pdf/fill/index.ts'
import { openPdf } from '../pdf/index.ts'
import { checkAnswers } from './check-answers.ts'
import { columnsOf, valuesOf } from './prefill/index.ts'
import { csvOf } from './record/index.ts'

/** Which form to fill in beforehand, with what and where to. */
export interface PrefillOptions {
  readonly form: string
  /**
   * Path of a table, CSV or Excel, or what makes the rows of one: first the headings, which are called as the fields of the form, then a
   * row for each copy. `pairRows` makes them of a programme.
   */
  readonly data: string | ((form: FormDefinition) => readonly (readonly string[])[])
  /** Path of the configuration. */
  readonly config: string
  /** The folder `forms` of the pack; the one of {@link usualFolders} when absent. */
  readonly forms?: string
  /** Folder to write to; `prefilled/<form>` in the folder of the programme when absent. */
  readonly to?: string
}

/** A copy of a form that was filled in beforehand. */
export interface PrefilledForm {
  /** Of the table, as the program that shows it counts. */
  readonly row: number
  /** Path of the PDF, which can still be filled in. */
  readonly file: string
  /** Link to the page of the form with the same answers: from the address of the pack, or from its folder. */
  readonly link: string
}

export interface PrefillSummary {
  readonly made: readonly PrefilledForm[]
  /** Columns that were left out, and rows of which nothing was made. */
  readonly messages: readonly Message[]
  readonly to: string
  /** Path of the table with the links, CSV; absent when nothing was made. */
  readonly links?: string
}

/**
 * Fills in copies of a form beforehand, one for each row of a table: a PDF that can be filled in as before and a link to the page of the
 * form, both by the names of its fields. What a row says is checked as an import would. Files are for their owner's eyes only. Throws an
 * {@link OperatorError} when there is no such form or table, and when the form is anonymous.
 *
 * @example
 * ```ts
 * import { writeFile } from 'node:fs/promises'
 * import { prefillForms } from 'policypack'
 *
 * await writeFile('people.csv', 'participant.name,period.year\nAda Lovelace,2027\n')
 * const { made } = await prefillForms({
 *   form: 'training-record',
 *   data: 'people.csv',
 *   config: 'org.config.json',
 * })
 * for (const { file, link } of made) console.log(file, link)
 * ```
 */
export async function prefillForms(options: PrefillOptions): Promise<PrefillSummary> {
  const { config, data } = options
  const usual = usualFolders(config)
  const { form, pdf } = await readBlank(options.form, options.forms ?? usual.forms)
  const table = typeof data === 'string' ? data : `the pairs for ${form.id}`
  const [heading, ...rows] =
    typeof data === 'string' ? await readTable(data) : data(form).map(asSheetRow)
  const { names, findings } = columnsOf(form, heading?.cells ?? [])
  if (names.every((name) => name === undefined))
    throw new OperatorError(
      `No column of ${table} is called as a question of \`${form.id}\`; its first row must name them, such as \`${form.fields[0]?.name}\` (the names stand in ${definitionName(form.id)})`,
    )
  const to = options.to ?? join(usual.programme, PREFILLED_FOLDER, form.id)
  await makePrivateFolder(to)
  const pages = await addressOfPages(config)
  const messages: Message[] = findings.map((found) => ({ file: table, ...found }))
  const made: PrefilledForm[] = []
  const taken = new Set<string>()
  for (const row of rows) {
    const copy = filledIn({ form, pdf }, names, row)
    messages.push(...copy.findings.map((found) => ({ file: table, line: row.number, ...found })))
    if (!copy.bytes) continue
    const file = join(to, `${freeName(`${form.id}-${nameOf(form, copy.values, row)}`, taken)}.pdf`)
    await writeFile(file, copy.bytes, { isPrivate: true })
    const link = `${pages}${form.id}.html#${new URLSearchParams([...copy.values])}`
    made.push({ row: row.number, file, link })
  }
  if (made.length === 0) return { made, messages, to }
  const links = join(to, PREFILLED_LINKS)
  const columns = ['Row', 'File', 'Link']
  await writeFile(
    links,
    csvOf({ columns, rows: made.map(({ row, file, link }) => [row, file, link]) }),
    {
      isPrivate: true,
    },
  )
  return { made, messages, to, links }
}

/** A form as it is handed out. */
interface Blank {
  readonly form: FormDefinition
  readonly pdf: Uint8Array
}

async function readBlank(id: string, forms: string): Promise<Blank> {
  const text = await readBytesMaybe(join(forms, definitionName(id))).catch(() => undefined)
  const form = readDefinition(parseJsonMaybe(text?.toString() ?? ''))
  const pdf = await readBytesMaybe(join(dirname(forms), `${id}.pdf`)).catch(() => undefined)
  if (!form || !pdf)
    throw new OperatorError(
      `There is no form \`${id}\` in ${forms}; run \`policypack build\` first, or name by \`--forms\` the folder \`forms\` of a pack`,
    )
  if (form.sensitive === 'anonymous')
    throw new OperatorError(
      `The form \`${id}\` is anonymous, and what is filled in beforehand could tell whose copy it is; hand all people the same blank form`,
    )
  return { form, pdf }
}

function asSheetRow(cells: readonly string[], index: number): SheetRow {
  return { number: index + 1, cells: cells.map((cell) => cell || null) }
}

async function readTable(path: string): Promise<SheetRow[]> {
  const bytes = await readBytesMaybe(path).catch(() => undefined)
  if (!bytes)
    throw new OperatorError(
      `The table ${path} cannot be opened; check the path given by \`--data\``,
    )
  return readSheet(path, bytes)
}

/** The address before the name of a page; empty where the pack has none, for a link from its folder. */
async function addressOfPages(config: string): Promise<string> {
  const configuration = await readConfigurationMaybe(config)
  return configuration?.organisation?.site ?? ''
}

/** A row's copy; without its bytes where the row has faults. */
function filledIn(
  { form, pdf }: Blank,
  names: readonly (string | undefined)[],
  { cells }: SheetRow,
) {
  const { values, findings } = valuesOf(form, names, cells)
  // Rules are for the completed form: other answers, and the day, are still to come.
  const wrong = checkAnswers({ ...form, rules: [] }, values, localDay(new Date())).filter(
    ({ field, severity }) => severity === 'error' && field !== undefined && values.has(field),
  )
  const faults = [
    ...findings,
    ...wrong.map(({ rule, message, field }) => ({
      ...finding(rule, message, field),
      column: names.indexOf(field) + 1,
    })),
  ]
  if (faults.length > 0 || values.size === 0)
    return { values, findings: faults.toSorted((a, b) => (a.column ?? 0) - (b.column ?? 0)) }
  const undrawn = new Set<string>()
  const drawLetters = (text: string): undefined => {
    undrawn.add(text)
  }
  const bytes = fillForm(openPdf(pdf), values, { drawLetters })
  const letters = [...undrawn].join(' ')
  return {
    values,
    bytes,
    findings:
      letters === ''
        ? []
        : [
            finding(
              'prefill-letters',
              `The PDF holds \`${letters}\`, and its font does not have these letters, so that some programs show them only in the box that is being filled in; the link shows them`,
            ),
          ],
  }
}

/** Whose copy it is, or else of which row. */
function nameOf(
  { recordKey, fields }: FormDefinition,
  values: ReadonlyMap<string, string>,
  { number }: SheetRow,
): string {
  const parties = partiesIn(recordKey).flatMap(
    (part) => values.get(`${part}.name`) ?? values.get(`${part}.identity`) ?? [],
  )
  const texts = fields.flatMap(({ type, name }) => (type === 'text' ? [name] : []))
  const key = recordKey.flat().find((name) => texts.includes(name) && values.has(name))
  const names = parties.length > 0 ? parties : [values.get(key ?? '') ?? '']
  return names.map((name) => slug(name, `row-${number}`)).join('-and-')
}
