import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { Field } from '../../model/field.ts'

/** The questions of a tree, in reading order. */
export function fieldsIn(tree: Root): Field[] {
  const fields: Field[] = []
  visit(tree, 'field', ({ field }) => {
    fields.push(field)
  })
  return fields
}
