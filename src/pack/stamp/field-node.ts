import { visit } from 'unist-util-visit'
import type { Document, FieldNode } from '../../model/document.ts'
import type { Field } from '../../model/field.ts'

/** The node of the document that asks the question, for the place of a message. */
export function fieldNodeOf(document: Document, field: Pick<Field, 'name'>): FieldNode | undefined {
  let found: FieldNode | undefined
  visit(document.tree, 'field', (node) => {
    if (node.field.name === field.name) found ??= node
  })
  return found
}
