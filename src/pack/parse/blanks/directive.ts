import type { ListItem } from 'mdast'
import type { Directives, LeafDirective, TextDirective } from 'mdast-util-directive'
import type { Position } from 'unist'
import { excludeEachOther } from '../../../language/exclusive-answers.ts'
import type { Answer, Blank, Column } from './blank.ts'
import { camel, dateName } from './names.ts'
import { withoutHow } from './words.ts'

type Attributes = Readonly<Record<string, string>>

/** An empty directive that keeps the place of a blank in the tree until its name is known. */
export function makeDirective(
  answer: Answer,
  { inline, position }: { inline: boolean; position: Position | undefined },
): Directives {
  const common = { attributes: {}, children: [], ...(position && { position }) }
  if (inline) return { type: 'textDirective', name: 'field', ...common }
  if (answer.kind !== 'rows') {
    const name = answer.kind === 'signature' ? 'signature' : 'field'
    return { type: 'leafDirective', name, ...common }
  }
  const data = position && { data: { position: { closing: position } } }
  return { type: 'containerDirective', name: 'rows', ...common, ...data }
}

/** Completes the directive of a blank. */
export function completeDirective({ directive, answer, ...blank }: Blank, name: string): void {
  const label = labelOf(blank, answer)
  const attributes = attributesOf(answer, blank.label, name)
  // Inside a text there is only room for a list to choose from.
  const isList = directive.type === 'textDirective' && answer.kind === 'options'
  directive.attributes = { id: name, ...attributes, ...(isList && { type: 'select' }) }
  if (directive.type !== 'containerDirective') {
    directive.children = [{ type: 'text', value: label }]
    return
  }
  const columns = answer.kind === 'rows' ? columnsOf(answer.columns) : []
  directive.children = [
    {
      type: 'paragraph',
      data: { directiveLabel: true },
      children: [{ type: 'text', value: label }],
    },
    { type: 'list', spread: false, children: columns.map(itemOf) },
  ]
}

/** A directive as an author would write it, without the columns of a table. */
export function directiveSource(directive: Directives, label: string): string {
  const { id = '', ...others } = directive.attributes ?? {}
  const attributes = Object.entries(others).map(([key, value]) =>
    value ? ` ${key}=${/^[\w.-]+$/.test(value) ? value : quoted(value)}` : ` ${key}`,
  )
  const colons = { textDirective: ':', leafDirective: '::', containerDirective: ':::' }
  return `${colons[directive.type]}${directive.name}[${escaped(label)}]{#${id}${attributes.join('')}}`
}

/** The directives of the columns of a table, as an author would write them. */
export function columnSources(columns: readonly Column[]): string[] {
  return columnsOf(columns).map(({ directive, label }) => `- ${directiveSource(directive, label)}`)
}

/** The words that a directive has in its brackets. */
export function labelOf(
  { label, number }: Pick<Blank, 'label' | 'number'>,
  answer: Answer,
): string {
  // What has no words, such as a picture or a note, is not part of the question.
  const said = withoutHow(label.replace(/\s*\uFFFC\s*/g, ' ').trim())
  const words = answer.kind === 'tick' ? said : said.replace(/\s*:$/, '')
  return number ? `${number} ${words}` : words
}

function attributesOf(answer: Answer, label: string, name: string): Attributes {
  switch (answer.kind) {
    case 'tick':
      return { type: 'checkbox' }
    case 'signature':
      return answer.dated ? { date: dateName(name) } : {}
    case 'rows':
      return { min: String(answer.count) }
    case 'options': {
      const { length } = answer.labels
      const isRating =
        length > 2 &&
        length <= 10 &&
        answer.labels.every((option, index) => option === String(index + 1))
      if (isRating && !answer.other && isScored(label, length))
        return { type: 'rating', max: String(length) }
      const type = answer.isOne || excludeEachOther(label, answer.labels) ? 'choice' : 'checks'
      const options = optionList(answer.labels)
      return { type, options, ...(answer.other && { other: '' }) }
    }
    case 'writing': {
      const { type, hint, width, room = 1 } = answer
      const lines = answer.lines > 1 ? answer.lines : Math.max(answer.lines, room)
      const long: Attributes = { type: 'multiline', lines: String(Math.min(lines, 40)) }
      const isLong = type === 'multiline' || (type === 'text' && lines > 1)
      const known: Attributes = type === 'text' ? {} : { type }
      return {
        ...(isLong ? long : known),
        ...(type === 'text' && !isLong && width && { width }),
        ...(hint && { hint }),
      }
    }
  }
}

function optionList(labels: readonly string[]): string {
  return labels.map((option) => option.replace(/[|=]/g, '/')).join('|')
}

/** Fewer than five numbers are points only where the question says so. */
function isScored(label: string, length: number): boolean {
  return length > 4
    ? !/\bhow many\b/i.test(label)
    : /\b(?:rat(?:e|ing)|scores?|scale|satisf\w+|agree|mood|confiden\w+|useful|likely)\b/i.test(
        label,
      )
}

interface NamedColumn {
  readonly directive: TextDirective | LeafDirective
  readonly label: string
}

function columnsOf(columns: readonly Column[]): NamedColumn[] {
  const names = new Set<string>()
  return columns.map(({ label, type, options }) => {
    const wanted = camel(label) || 'column'
    let name = wanted
    for (let count = 2; names.has(name); count++) name = `${wanted}${count}`
    names.add(name)
    const attributes = {
      id: name,
      ...(type !== 'text' && { type }),
      ...(options && { options: optionList(options) }),
    }
    return {
      label,
      directive: {
        type: 'textDirective',
        name: 'field',
        attributes,
        children: [{ type: 'text', value: label }],
      },
    }
  })
}

function itemOf({ directive }: NamedColumn): ListItem {
  const children =
    directive.type === 'textDirective'
      ? [{ type: 'paragraph' as const, children: [directive] }]
      : [directive]
  return { type: 'listItem', spread: false, children }
}

function quoted(value: string): string {
  return value.includes('"') ? `'${value.replaceAll("'", '’')}'` : `"${value}"`
}

function escaped(label: string): string {
  return label.replace(/[\\[\]*_`<]|:(?=\p{L})/gu, '\\$&')
}
