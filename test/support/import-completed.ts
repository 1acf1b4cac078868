import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Slot, slotsOf } from '../../src/contracts/slot.ts'
import { type ImportResult, importForms } from '../../src/index.ts'
import type { FormDefinition } from '../../src/model/form.ts'
import type { Entry } from '../fillers/filler.ts'
import { pdfjs } from '../fillers/pdfjs.ts'
import type { ProjectCopy } from './project-copy.ts'

/**
 * Fills a form of a built project with pdf.js, imports it and gives what came of it, without what differs each time.
 * Answers are texts, labels of a drop-down, or on-states.
 */
export async function importCompleted(
  { folder, options: { config, out } }: ProjectCopy,
  form: FormDefinition,
  answers: Readonly<Record<string, string>>,
) {
  const completed = join(folder, 'completed.pdf')
  const blank = new Uint8Array(readFileSync(join(out, `${form.id}.pdf`)))
  const slots = slotsOf(form.fields)
  const entries = Object.entries(answers).map(([name, answer]) => entryFor(slots, name, answer))
  writeFileSync(completed, await pdfjs.fill(blank, entries))
  const results: ImportResult[] = []
  await importForms({
    paths: [completed],
    config,
    onResult: (result) => results.push(result),
  })
  return results.map(withoutOccasion)
}

function entryFor(slots: readonly Slot[], name: string, answer: string): Entry {
  const slot = slots.find((one) => one.name === name)
  switch (slot?.control) {
    case 'text':
      return { name, kind: 'text', value: answer }
    case 'dropdown':
      return { name, kind: 'dropdown', value: answer }
    case 'checkbox':
      return { name, kind: 'checkbox', state: answer, on: true }
    case 'radio':
      return { name, kind: 'radio', state: answer, rect: [0, 0, 0, 0] }
    default:
      throw new Error(`The form has no field ${name} that can be filled in`)
  }
}

function withoutOccasion({ status, record, messages }: ImportResult) {
  return {
    status,
    form: record?.form.id,
    values: record?.values,
    signatures: record?.signatures,
    messages: messages.map(({ severity, rule, field, message }) => ({
      severity,
      rule,
      field,
      message,
    })),
  }
}
