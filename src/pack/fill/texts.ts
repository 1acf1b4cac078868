import type { Nodes } from 'mdast'
import type { Document, FrontMatter } from '../../model/document.ts'
import type { FormRule } from '../../model/form-rule.ts'

/** A text outside the running text that may hold placeholders, and how to put another in its place. */
export interface TextSlot {
  /** An address takes its answers encoded, a day takes its date in ISO 8601. */
  readonly kind: 'text' | 'address' | 'day'
  /** In the author's own words. */
  readonly text: string
  /** Changes the text, both as it was written and as it is set in type. */
  readonly write: (fill: (text: string) => string) => void
}

/** A text of the front matter, with its path there. */
export interface MetaSlot extends TextSlot {
  readonly path: readonly (string | number)[]
}

/** The texts of the front matter. */
export function textsOfMeta({ meta, typeset }: Pick<Document, 'meta' | 'typeset'>): MetaSlot[] {
  const own = metaKeys.flatMap((key) => {
    const kind = key === 'effective' || key === 'review' ? 'day' : 'text'
    return slots(meta, [key], typeset, kind).map((slot) => ({ ...slot, path: [key] }))
  })
  const changes = meta.changes.flatMap((change, index) =>
    changeKeys.flatMap((key) => {
      const kind = key === 'date' ? 'day' : 'text'
      const path = ['changes', index, key]
      return slots(change, [key], typeset?.changes[index], kind).map((slot) => ({ ...slot, path }))
    }),
  )
  return [...own, ...changes, ...textsOfForm(meta, typeset)]
}

/** What only forms have. The figures of rules are numbers or stand in answers. */
function textsOfForm(meta: FrontMatter, typeset: FrontMatter | undefined): MetaSlot[] {
  const privacy = meta.privacy
    ? slots(meta.privacy, ['purpose', 'basis', 'rights', 'contact'], typeset?.privacy).map(
        at(['privacy']),
      )
    : []
  const recipients = meta.recipients.flatMap((recipient, index) =>
    slots(recipient, ['who', 'sees'], typeset?.recipients[index]).map(at(['recipients', index])),
  )
  return [...privacy, ...recipients, ...textsOfKeep(meta), ...meta.rules.flatMap(textsOfRule)]
}

function textsOfKeep({ keep }: FrontMatter): MetaSlot[] {
  if (!keep) return []
  const periods = keep.from.flatMap((from, index) =>
    typeof from === 'string' ? [] : slots(from, ['each']).map(at(['keep', 'from', index])),
  )
  return [...slots(keep, ['for']).map(at(['keep'])), ...periods]
}

function textsOfRule(rule: FormRule, index: number): MetaSlot[] {
  const own = slots(rule, ruleKeys).map(at(['rules', index]))
  if (!('requiredWhen' in rule) || !('above' in rule.requiredWhen)) return own
  const above = slots(rule.requiredWhen, ['above']).map(at(['rules', index, 'requiredWhen']))
  return [...own, ...above]
}

function at(path: MetaSlot['path']): (slot: TextSlot) => MetaSlot {
  return (slot) => ({ ...slot, path })
}

const ruleKeys = ['least', 'most', 'workingDays', 'atLeast', 'message'] as const

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
  'send',
] as const satisfies (keyof FrontMatter)[]

const changeKeys = ['date', 'reason', 'author'] as const

/** The texts of a node that are no content of its own: addresses, titles, meanings, labels, hints and options. */
export function textsOfNode(node: Nodes): TextSlot[] {
  switch (node.type) {
    case 'link':
    case 'definition':
      return [...slots(node, ['url'], undefined, 'address'), ...slots(node, ['title'])]
    case 'image':
      return [...slots(node, ['url'], undefined, 'address'), ...slots(node, ['alt', 'title'])]
    case 'abbreviation':
      return slots(node, ['meaning'], node.typeset)
    case 'field':
      return textsOfField(node.field, node.typeset)
    default:
      return []
  }
}

/** The texts that a field of any type may have. */
interface FieldTexts extends Texts<'label' | 'hint' | 'unit' | 'low' | 'high'> {
  readonly options?: readonly OptionTexts[]
  readonly columns?: readonly FieldTexts[]
}
type OptionTexts = Texts<'value' | 'label'>

function textsOfField(field: FieldTexts, typeset?: FieldTexts): TextSlot[] {
  const { options = [], columns = [] } = field
  return [
    ...slots(field, ['label', 'hint', 'unit', 'low', 'high'], typeset),
    ...options.flatMap((option, index) => textsOfOption(option, typeset?.options?.[index])),
    ...columns.flatMap((column, index) => textsOfField(column, typeset?.columns?.[index])),
  ]
}

/** An option whose value is its label asks for nothing twice. */
function textsOfOption(option: OptionTexts, typeset?: OptionTexts): TextSlot[] {
  const both = slots(option, ['value', 'label'], typeset)
  const [value, label] = both
  if (!value || !label || value.text !== label.text) return both
  return [
    {
      ...label,
      write: (fill) => {
        value.write(fill)
        label.write(fill)
      },
    },
  ]
}

/** A number in the place of a text holds no placeholder. */
type Texts<Key extends string> = { [K in Key]?: string | number | null | undefined }

/** Those of the texts that are there. */
function slots<Key extends string>(
  written: Texts<Key>,
  keys: readonly Key[],
  typeset?: Texts<Key>,
  kind: TextSlot['kind'] = 'text',
): TextSlot[] {
  return keys.flatMap((key) => {
    const text = written[key]
    if (typeof text !== 'string' || text === '') return []
    const write: TextSlot['write'] = (fill) => {
      for (const texts of [written, typeset])
        if (typeof texts?.[key] === 'string') texts[key] = fill(texts[key])
    }
    return [{ kind, text, write }]
  })
}
