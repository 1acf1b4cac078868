import type { Nodes } from 'mdast'
import type { Document, FrontMatter } from '../../model/document.ts'
import type { ColumnField, Field } from '../../model/field.ts'

/** A text outside the running text that may hold placeholders, and how to put another in its place. */
export interface TextSlot {
  /** An address takes its answers encoded, a day takes its date in ISO 8601. */
  readonly kind: 'text' | 'address' | 'day'
  readonly text: string
  readonly write: (text: string) => void
}

/** A text of the front matter, with its path there. */
export interface MetaSlot extends TextSlot {
  readonly path: readonly (string | number)[]
}

/** The texts of the front matter. */
export function textsOfMeta(meta: Document['meta']): MetaSlot[] {
  const own = metaKeys.flatMap((key) => {
    const text = meta[key]
    if (text === undefined) return []
    const kind = key === 'effective' || key === 'review' ? 'day' : 'text'
    return [{ ...slot(text, (text) => (meta[key] = text), kind), path: [key] }]
  })
  const changes = meta.changes.flatMap((change, index) =>
    changeKeys.map((key) => ({
      ...slot(change[key], (text) => (change[key] = text), key === 'date' ? 'day' : 'text'),
      path: ['changes', index, key],
    })),
  )
  return [...own, ...changes]
}

const metaKeys = [
  'title',
  'summary',
  'owner',
  'approver',
  'effective',
  'review',
  'number',
  'storage',
  'retention',
] as const satisfies (keyof FrontMatter)[]

const changeKeys = ['date', 'reason', 'author'] as const

/** The texts of a node that are no content of its own: addresses, titles, meanings, labels, hints and options. */
export function textsOfNode(node: Nodes): TextSlot[] {
  switch (node.type) {
    case 'link':
    case 'definition':
      return [
        slot(node.url, (text) => (node.url = text), 'address'),
        ...optional(node.title, (text) => (node.title = text)),
      ]
    case 'image':
      return [
        slot(node.url, (text) => (node.url = text), 'address'),
        ...optional(node.alt, (text) => (node.alt = text)),
        ...optional(node.title, (text) => (node.title = text)),
      ]
    case 'abbreviation':
      return [slot(node.meaning, (text) => (node.meaning = text))]
    case 'field':
      return textsOfField(node.field)
    default:
      return []
  }
}

function textsOfField(field: Field | ColumnField): TextSlot[] {
  return [
    slot(field.label, (text) => (field.label = text)),
    ...optional(field.hint, (text) => (field.hint = text)),
    ...('unit' in field ? optional(field.unit, (text) => (field.unit = text)) : []),
    ...('low' in field ? optional(field.low, (text) => (field.low = text)) : []),
    ...('high' in field ? optional(field.high, (text) => (field.high = text)) : []),
    ...('options' in field ? field.options.flatMap(textsOfOption) : []),
    ...('columns' in field ? field.columns.flatMap(textsOfField) : []),
  ]
}

function textsOfOption(option: { value: string; label: string }): TextSlot[] {
  if (option.value === option.label) {
    return [slot(option.label, (text) => (option.value = option.label = text))]
  }
  return [
    slot(option.value, (text) => (option.value = text)),
    slot(option.label, (text) => (option.label = text)),
  ]
}

function slot(text: string, write: TextSlot['write'], kind: TextSlot['kind'] = 'text'): TextSlot {
  return { kind, text, write }
}

function optional(text: string | null | undefined, write: TextSlot['write']): TextSlot[] {
  return text ? [slot(text, write)] : []
}
