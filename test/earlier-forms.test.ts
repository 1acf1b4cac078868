import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { readDefinition, sealDefinition } from '../src/contracts/definition.ts'
import { slotsOf } from '../src/contracts/slot.ts'
import {
  type FormRecord,
  type ImportResult,
  importForms,
  isAnonymous,
  readRecords,
} from '../src/index.ts'
import { respellingFor } from '../src/language/spelling.ts'
import type { ColumnField, Field } from '../src/model/field.ts'
import type { Widget } from '../src/model/form.ts'
import { makeFolder } from './support/project-copy.ts'

/**
 * Forms that were built and filled in at earlier times, with the definitions, the list and the records of those times: most
 * before there was a hash over the questions, the goal-setting and the meeting record before boxes were made for a pen and
 * tooltips told formats, the participant review of an American organisation before words were spelled by the locale. They stay as they are: whatever policypack becomes, they import.
 */
const earlier = join(import.meta.dirname, 'earlier-forms')
const completed = readdirSync(join(earlier, 'completed'))
const kept = new Map(filesIn('kept').map((path) => recordIn(path)))

/** Files that say what they are at the foot of their pages only, so that another has to know their definition. */
const withoutDefinition = ['mentoring-action-plan-joined.pdf', 'personal-goals-printed.pdf']
/** Anonymous forms were kept one by one then; of those of today only numbers are told. */
const ANONYMOUS = 'equality-monitoring-pdfium.pdf'
const withDefinition = completed.filter((name) => !withoutDefinition.includes(name))

test('by the definitions of their time', async () => {
  const { results, answers } = await imported(completed, project(join(earlier, 'forms')))
  expect(results.map(told)).toEqual(completed.filter(isNamed).map(asKept))
  expect(answers).toEqual([kept.get(ANONYMOUS)?.values])
})

test('by the list of published forms, where their definitions are not known any more', async () => {
  const { results, answers } = await imported(withDefinition, project())
  expect(results.map(told)).toEqual(withDefinition.filter(isNamed).map(asKept))
  expect(answers).toEqual([kept.get(ANONYMOUS)?.values])
})

test('beside the forms of today, whose boxes are elsewhere', async () => {
  const { results, answers } = await imported(withDefinition, project(laidOutAnew()))
  expect(results.map(told)).toEqual(withDefinition.filter(isNamed).map(asKept))
  expect(answers).toEqual([kept.get(ANONYMOUS)?.values])
})

test('beside the same form in the spelling of today', async () => {
  const names = completed.filter((name) => name.startsWith('participant-review'))
  const { results } = await imported(names, project(spelledAnew()))
  expect(results.map(told)).toEqual(names.map(asKept))
  expect(results[0]?.record?.values).toMatchObject({ programme: { kind: 'peer-coaching' } })
})

test.each([
  ['the definitions of their time', completed, join(earlier, 'forms')],
  ['the list', withDefinition, undefined],
  ['the list beside the forms of today', withDefinition, laidOutAnew()],
])('records of then are found again by %s', async (_, names, forms) => {
  const folder = project(forms)
  cpSync(join(earlier, 'kept'), join(folder, 'records'), { recursive: true })
  const { results, answers, summary } = await imported(names, folder)
  expect(results.map(({ status, record }) => [status, record?.id])).toEqual(
    names.filter(isNamed).map((name) => ['duplicate', kept.get(name)?.id]),
  )
  expect(summary.anonymous).toMatchObject([{ counted: 0, repeated: 1 }])
  expect(answers).toEqual([kept.get(ANONYMOUS)?.values])
})

/** A project that published those forms, with the definitions of a folder if any. */
function project(forms?: string): string {
  const folder = makeFolder({
    'org.config.json': '{"organisation": {"name": "Larkspur Lantern Cooperative"}}',
  })
  cpSync(join(earlier, 'published-forms.json'), join(folder, 'published-forms.json'))
  if (forms) cpSync(forms, join(folder, 'out/forms'), { recursive: true })
  return folder
}

/** A folder with definitions of the same questions at other places, and with buttons for what were lists. */
function laidOutAnew(): string {
  const folder = makeFolder()
  for (const path of filesIn('forms')) {
    const form = readDefinition(JSON.parse(readFileSync(path, 'utf8')))
    if (!form) throw new Error(`${path} is no definition`)
    const { questions: _, hash: __, ...content } = form
    const fields = form.fields.map((field) =>
      field.type === 'rows'
        ? { ...field, columns: field.columns.map(withButtons) }
        : withButtons(field),
    )
    const slots = Map.groupBy(slotsOf(fields), ({ name }) => name)
    const widgets = form.widgets.flatMap(
      ({ rect: [left, bottom, right, top], state, ...widget }): Widget[] => {
        const buttons = (slots.get(widget.name) ?? []).filter(({ control }) => control === 'radio')
        const states = state === undefined ? buttons.map((slot) => slot.state) : [state]
        return (states.length === 0 ? [undefined] : states).map((own, index) => ({
          ...widget,
          ...(own !== undefined && { state: own }),
          rect: [left, bottom + 40 - 15 * index, right, top + 40 - 15 * index],
        }))
      },
    )
    writeFileSync(
      join(folder, basename(path)),
      JSON.stringify(sealDefinition({ ...content, fields, widgets })),
    )
  }
  return folder
}

function withButtons<F extends Field | ColumnField>(field: F): F {
  return field.type === 'select' ? { ...field, buttons: true } : field
}

function isNamed(name: string): boolean {
  return name !== ANONYMOUS
}

/** The American form as it is spelled today. */
function spelledAnew(): string {
  const path = join(earlier, 'forms/participant-review.form.json')
  const form = readDefinition(JSON.parse(readFileSync(path, 'utf8')))
  if (!form) throw new Error(`${path} is no definition`)
  const { questions: _, hash: __, ...content } = form
  const respell = respellingFor(form.locale)
  const fields = form.fields.map((field) => ({
    ...field,
    label: respell(field.label),
    ...('options' in field && {
      options: field.options.map((option) => ({ ...option, label: respell(option.label) })),
    }),
  }))
  expect(fields).not.toEqual(form.fields)
  return makeFolder({
    [basename(path)]: JSON.stringify(sealDefinition({ ...content, fields })),
  })
}

/** What is told of each file of its own, and the answers on anonymous forms that are kept. */
async function imported(names: readonly string[], folder: string) {
  const results: ImportResult[] = []
  const incoming = join(folder, 'incoming')
  mkdirSync(incoming)
  for (const name of names) cpSync(join(earlier, 'completed', name), join(incoming, name))
  const summary = await importForms({
    paths: [incoming],
    config: join(folder, 'org.config.json'),
    onResult: (result) => results.push(result),
  })
  const answers: FormRecord['values'][] = []
  for await (const record of readRecords(summary.to))
    if (isAnonymous(record)) answers.push(record.values)
  return { results, answers, summary }
}

function told({ status, record }: ImportResult) {
  if (!record) throw new Error(status)
  return contentOf(record)
}

function asKept(name: string) {
  const record = kept.get(name)
  if (!record) throw new Error(`There is no record of ${name}`)
  return contentOf(record)
}

/** What a record says apart from when and how it was kept, and in which words. */
function contentOf({ form, values, status, signatures, source, messages, ...record }: FormRecord) {
  const { id, version, title } = form
  const { method, sha256, raw, confidence } = source
  return {
    form: { id, version, title },
    case: record.case,
    extra: record.extra,
    source: { method, sha256, raw, confidence },
    // Nothing was said then of answers that are longer than their boxes.
    messages: messages
      .filter(({ rule }) => rule !== 'value-cut-off')
      .map(({ rule, field }) => [rule, field]),
    values,
    status,
    signatures,
  }
}

function recordIn(path: string): [file: string, FormRecord] {
  const record: FormRecord = JSON.parse(readFileSync(path, 'utf8'))
  const name = completed.find((one) => one.startsWith(record.form.id))
  return [name ?? '', record]
}

function filesIn(folder: string): string[] {
  return readdirSync(join(earlier, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(earlier, folder, name))
}
