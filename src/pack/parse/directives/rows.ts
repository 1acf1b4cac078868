import type { Nodes } from 'mdast'
import type { Directives } from 'mdast-util-directive'
import type { VFile } from 'vfile'
import { report } from '../../../messages/message.ts'
import type { FieldNode } from '../../../model/document.ts'
import { ColumnField } from '../../../model/field.ts'
import { readField } from '../fields/index.ts'
import { isLabel, labelOf, type ReadDirective } from './directive.ts'

const UNEXPECTED = 'Unexpected content in `:::rows`, expected a list of `:field[…]{…}`'

/** `:::rows[Table]{#name min=4}` with a list of `:field[Column]{#name}`: a table, each row of it one entry. */
export const rows: ReadDirective = {
  forms: ['containerDirective'],
  read(directive, file) {
    const columns = directive.children
      .filter(({ data }) => !isLabel(data))
      .flatMap((child) => columnsIn(child, file))
    reportRepeated(columns, directive, file)
    if (columns.length === 0) {
      const reason = `Missing columns in \`${labelOf(directive)}\`, expected a list of \`:field[…]{…}\``
      report(file, 'field-place', reason, directive)
      return []
    }
    const found = readField(directive, { place: 'block', file, type: 'rows', columns })
    if (!found) return []
    const node: FieldNode = { type: 'field', field: found, inline: false }
    return [{ ...node, ...(directive.position && { position: directive.position }) }]
  },
}

function columnsIn(content: Nodes, file: VFile): ColumnField[] {
  const items = content.type === 'list' ? content.children : undefined
  if (!items) {
    report(file, 'field-place', UNEXPECTED, content)
    return []
  }
  return items.flatMap((item) => {
    const directive = directiveOf(item)
    if (!directive) {
      report(file, 'field-place', UNEXPECTED, item)
      return []
    }
    const column = ColumnField.safeParse(readField(directive, { place: 'column', file }))
    return column.success ? [column.data] : []
  })
}

/** The field that an item holds, when it holds nothing else. */
function directiveOf(item: Nodes): Directives | undefined {
  if (!('children' in item) || item.children.length !== 1) return undefined
  const [child] = item.children
  if (!child) return undefined
  const isField = child.type === 'textDirective' || child.type === 'leafDirective'
  if (isField) return child.name === 'field' ? child : undefined
  return child.type === 'paragraph' ? directiveOf(child) : undefined
}

function reportRepeated(columns: readonly ColumnField[], directive: Directives, file: VFile): void {
  const seen = new Set<string>()
  for (const { name } of columns) {
    if (seen.has(name)) {
      report(file, 'field-duplicate', `Unexpected second column \`${name}\``, directive)
    }
    seen.add(name)
  }
}
