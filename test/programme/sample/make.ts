import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { answersName, writeAnswersFile } from '../../../src/contracts/answers-file.ts'
import { isDefinitionName } from '../../../src/contracts/file-names.ts'
import { type Slot, slotsOf } from '../../../src/contracts/slot.ts'
import { type ImportResult, importForms } from '../../../src/index.ts'
import type { FormDefinition } from '../../../src/model/form.ts'
import type { Entry } from '../../fillers/filler.ts'
import { fillAsPage, valuesOf } from '../../fillers/page.ts'
import { pdfjs } from '../../fillers/pdfjs.ts'
import { rosterCsv } from './people.ts'
import { planLists } from './plans.ts'
import { type Answer, type Filled, LAST_DAY, rotations, yearOfForms } from './year.ts'

/** Where a sample programme is made: beside a configuration whose pack is built. */
export interface SamplePlace {
  readonly folder: string
  /** Folder with the definitions, above which the blank forms lie. */
  readonly forms: string
}

/** One form in so many comes as a PDF; the others as the answers that its web page saves. */
const PDF_EACH = 16
const IMPORT_DAYS = ['2027-02-28', '2027-05-31', '2027-09-30', LAST_DAY] as const

/** Makes the sample programme: the list of people, the pairs, and a year of completed forms, imported each quarter. */
export async function makeSampleProgramme({ folder, forms }: SamplePlace): Promise<ImportResult[]> {
  const config = join(folder, 'org.config.json')
  await mkdir(join(folder, 'programme'), { recursive: true })
  for (const [name, content] of Object.entries({ people: rosterCsv(), ...planLists() }))
    await writeFile(join(folder, `${name}.csv`), content)
  await writeFile(
    join(folder, 'programme', 'pairs.json'),
    `${JSON.stringify({ format: 1, rotations }, null, 2)}\n`,
  )
  const results: ImportResult[] = []
  const definitions = await definitionsIn(forms)
  const numbered = yearOfForms().map((filled, index) => ({ filled, index }))
  for (const [round, day] of IMPORT_DAYS.entries()) {
    const before = IMPORT_DAYS[round - 1] ?? ''
    const some = numbered.filter(({ filled: { on } }) => before < on && on <= day)
    const completed = join(folder, 'completed', day)
    await mkdir(completed, { recursive: true })
    for (const { filled, index } of some) {
      const definition = definitions.get(filled.form)!
      const { name, bytes } = await fileOf(filled, index, { definition, forms })
      await writeFile(join(completed, `${String(index).padStart(3, '0')}-${name}`), bytes)
    }
    await importForms({
      ...{ paths: [completed], config, forms, date: new Date(`${day}T18:00:00Z`) },
      onResult: (result) => results.push(result),
    })
  }
  return results
}

async function definitionsIn(forms: string): Promise<Map<string, FormDefinition>> {
  const names = (await readdir(forms)).filter(isDefinitionName)
  const read = names.map(
    async (name): Promise<FormDefinition> => JSON.parse(await readFile(join(forms, name), 'utf8')),
  )
  return new Map((await Promise.all(read)).map((definition) => [definition.id, definition]))
}

async function fileOf(
  { form, on, answers }: Filled,
  index: number,
  { definition, forms }: { readonly definition: FormDefinition; readonly forms: string },
) {
  const filled = slotsOf(definition.fields).flatMap((slot) => fillingOf(slot, answers))
  const isAnonymous = definition.sensitive === 'anonymous'
  if (index % PDF_EACH === 0) {
    const blank = new Uint8Array(await readFile(join(forms, '..', `${form}.pdf`)))
    const entries = filled.flatMap(({ entry }) => entry ?? [])
    const signatures = filled.flatMap(({ signature }) => (signature ? [signature] : []))
    // Firefox signs nothing, so that forms with a signature are filled in as the web page does it.
    const bytes =
      index % (2 * PDF_EACH) === 0 && signatures.length === 0
        ? await pdfjs.fill(blank, entries)
        : fillAsPage(
            blank,
            new Map([...entries.flatMap(valuesOf), ...signatures]),
            new Date(`${on}T12:00:00Z`),
          )
    return { name: `${form}.pdf`, bytes }
  }
  const text = writeAnswersFile({
    policypackAnswers: 1,
    form: definition,
    ...(!isAnonymous && { saved: `${on}T12:00:00Z` }),
    answers: Object.fromEntries(filled.flatMap(({ entry }) => (entry ? valuesOf(entry) : []))),
    signatures: Object.fromEntries(
      filled.flatMap(({ signature }) => (signature ? [signature] : [])),
    ),
  })
  return { name: answersName(form), bytes: text }
}

interface Filling {
  readonly entry?: Entry
  readonly signature?: readonly [name: string, by: string]
}

/** What goes into one place of a form. */
function fillingOf(slot: Slot, answers: Readonly<Record<string, Answer>>): Filling[] {
  const { name, control, field, state = '', option } = slot
  const answer = answers[slot.cell || !option ? name : field.name]
  if (answer === undefined) return []
  switch (control) {
    case 'text':
      return [{ entry: { name, kind: 'text', value: String(answer) } }]
    case 'signature':
      return [{ signature: [name, String(answer)] }]
    case 'checkbox': {
      const on = answer === true || (Array.isArray(answer) && answer.includes(option?.value ?? ''))
      return on ? [{ entry: { name, kind: 'checkbox', state, on } }] : []
    }
    case 'radio':
      return option?.value === String(answer)
        ? [{ entry: { name, kind: 'radio', state, rect: [0, 0, 0, 0] } }]
        : []
    case 'dropdown': {
      const label = 'options' in field && field.options.find(({ value }) => value === answer)?.label
      return label ? [{ entry: { name, kind: 'dropdown', value: label } }] : []
    }
  }
}
