import { valueAt } from '../../contracts/nested-values.ts'
import { slotsByName } from '../../contracts/slot.ts'
import { answerCells } from '../../forms/record/index.ts'
import type { Message } from '../../messages/message.ts'
import type { FormDefinition } from '../../model/form.ts'
import type { FormRecord, ImportResult } from '../../model/record.ts'
import { element } from '../elements.ts'
import { say } from '../say.ts'

export const columns = ['Result', 'File', 'Form', 'Who', 'What to know', 'Answers'] as const

const words = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** A line of the table: how a file ended, whose form it is, what is to be said of it and what it says. */
export function rowOf(result: ImportResult, form: FormDefinition | undefined): HTMLTableRowElement {
  const { file, status, record, messages } = result
  return element(
    'tr',
    { 'data-status': status },
    element('td', { 'data-label': say('Result'), class: `result ${status}` }, say(status)),
    element('th', { scope: 'row', 'data-label': say('File') }, file),
    element('td', { 'data-label': say('Form') }, record?.form.title ?? ''),
    element('td', { 'data-label': say('Who') }, record && form ? whoIn(record, form) : ''),
    element(
      'td',
      { 'data-label': say('What to know') },
      ...(messages.length > 0 ? [saidOf(messages)] : []),
    ),
    element('td', { 'data-label': say('Answers') }, ...(record ? [answersOf(record, form)] : [])),
  )
}

/** More sentences about one file are folded below the first. */
const SHOWN = 4

/** Sentences with their weight before them. */
export function saidOf(messages: readonly Message[]): HTMLElement {
  const items = messages.map(({ severity, message, note }) =>
    element(
      'li',
      {},
      element('strong', {}, `${say(words[severity])}:`),
      ' ',
      element(
        'span',
        { lang: 'en', dir: 'auto' },
        ...withCode(note ? `${message}. ${note}` : message),
      ),
    ),
  )
  const more = items.length > SHOWN + 1 ? items.splice(SHOWN) : []
  if (more.length > 0)
    items.push(
      element(
        'li',
        {},
        element(
          'details',
          {},
          element('summary', {}, say('{count} more', { count: more.length })),
          element('ul', { class: 'said' }, ...more),
        ),
      ),
    )
  return element('ul', { class: 'said' }, ...items)
}

/** A sentence in which names and commands stand between backticks. */
function withCode(text: string): (string | HTMLElement)[] {
  return text.split('`').map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part))
}

/** The answers by which records of one case are known. */
function whoIn({ values }: FormRecord, { recordKey }: FormDefinition): string {
  const parts = recordKey.map((part) => {
    const names = typeof part === 'string' ? [part] : part
    return names.map((name) => valueAt(values, name)).find((value) => value !== null) ?? ''
  })
  return parts.filter((value) => value !== '').join(', ')
}

function answersOf(record: FormRecord, form: FormDefinition | undefined): HTMLElement {
  const labelOf = form ? labelsOf(form) : (name: string) => name
  const entries = [...answerCells(record)].flatMap(([name, value]) => {
    if (value === null) return []
    const shown = typeof value === 'boolean' ? say(value ? 'yes' : 'no') : String(value)
    return [element('dt', {}, labelOf(name)), element('dd', {}, shown)]
  })
  if (entries.length === 0) return element('span', {}, say('none'))
  const of = element(
    'span',
    { class: 'visually-hidden' },
    ` ${say('of {name}', { name: record.source.file })}`,
  )
  return element(
    'details',
    {},
    element('summary', {}, say('Show'), of),
    element('dl', { class: 'answers' }, ...entries),
  )
}

/** What the form calls its questions. */
function labelsOf({ fields }: FormDefinition): (name: string) => string {
  const slots = slotsByName(fields)
  const labels = new Map(fields.map(({ name, label }) => [name, label]))
  return (name) => labels.get(name) ?? slots.get(name)?.label ?? name
}
