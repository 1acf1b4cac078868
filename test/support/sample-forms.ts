import { join } from 'node:path'
import { writeAnswersFile } from '../../src/contracts/answers-file.ts'
import { sealDefinition } from '../../src/contracts/definition.ts'
import { slotsOf } from '../../src/contracts/slot.ts'
import { isForm } from '../../src/model/document.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import { fill } from '../../src/pack/fill/index.ts'
import { load } from '../../src/pack/load/index.ts'
import { parse } from '../../src/pack/parse/index.ts'
import { outline } from '../../src/pack/stamp/definition.ts'
import { typeset } from '../../src/pack/typeset/index.ts'

/** The definitions of the sample organisation's forms as far as they are known without printing: all but places on pages. */
export async function sampleForms(): Promise<ReadonlyMap<string, FormDefinition>> {
  const project = await load({ config: join(import.meta.dirname, '../../org.config.json') })
  if ('messages' in project) throw new Error('The sample configuration has faults')
  const { config } = project
  const content = project.sources
    .map(parse)
    .filter((document) => document !== undefined)
    .map((document) => typeset(document, config.organisation))
  const { documents } = fill(content, project, { draft: false })
  return new Map(
    documents
      .filter(({ kind }) => isForm(kind))
      .map((document) => [
        document.id,
        sealDefinition({ ...outline(document, config), pages: 1, widgets: [] }),
      ]),
  )
}

/** A form filled in on its web page: answers by dotted names, options by their values, ticks as `true`. */
export function completedOnline(
  form: FormDefinition,
  values: Readonly<Record<string, string | number | true>>,
  { saved = '2026-11-01T09:00:00Z' }: { readonly saved?: string } = {},
): string {
  const slots = slotsOf(form.fields)
  const answers: Record<string, string> = {}
  const signatures: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const ofName = slots.filter((slot) => slot.name === name)
    const [first] = ofName
    if (!first) throw new Error(`The form ${form.id} has no field ${name}`)
    const chosen = ofName.find(({ option }) => option?.value === String(value))
    if (first.control === 'signature') signatures[name] = String(value)
    else answers[name] = value === true ? (first.state ?? '') : (chosen?.state ?? String(value))
  }
  const isAnonymous = form.sensitive === 'anonymous'
  return writeAnswersFile({
    policypackAnswers: 1,
    form,
    ...(!isAnonymous && { saved }),
    answers,
    signatures,
  })
}
